import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Role } from '#domain/roles.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { startServer, type RunningServer } from '#test/support/running-server.ts'

export type Look = { width: number; height: number; theme: 'light' | 'dark'; language: 'en' | 'es' }
export const desk: Look = { width: 1440, height: 900, theme: 'light', language: 'en' }

const deskKeys: Record<Role, string> = {
  'front-desk': '1', helpline: '2', clinician: '3', manager: '4', 'privacy-officer': '5', administrator: '6',
}

/** The demo practice as a newcomer starts it, and a browser in front of it. */
export type DemoInBrowser = {
  server: RunningServer
  browser: Browser
  /** A fresh browser profile that fails the test on a console error, a policy breach or a request to anywhere else. */
  context: (look?: Look) => Promise<{ context: BrowserContext; faults: string[] }>
  /** Sits down at a desk by its number key and waits for the frame. */
  enter: (page: Page, role: Role) => Promise<void>
  close: () => Promise<void>
}

/** A patient page says in its status too that a code was wrong or a link has ended; the browser notes that as an error. */
function isPatientPage(url: string): boolean {
  return URL.canParse(url) && /^\/p(\/|$)/.test(new URL(url).pathname)
}

/** Where the mail system of a demo leaves its reports, by the demo's address. */
const reportFolders = new Map<string, string>()

/** Lets a mail come back: the report lies where the demo at this address looks for it. */
export function leaveReport(origin: string, name: string, report: Buffer | string): void {
  writeFileSync(join(reportFolders.get(origin) ?? '', 'new', `${name}.eml`), report)
}

/** Starts the built demo in an empty folder and a browser. The caller closes both. */
export async function demoInBrowser(settings: Record<string, string> = {}): Promise<DemoInBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-desk-demo-'))
  const reports = join(folder, 'reports')
  mkdirSync(join(reports, 'new'), { recursive: true })
  const server = await startServer({ PRACTICE: 'demo', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', BOUNCE_DOMAIN: 'bounces.practice.example', BOUNCE_MAILDIR: reports, ...settings })
  reportFolders.set(server.origin, reports)
  const browser = await launchChromium()
  return {
    server,
    browser,
    context: async (look = desk) => {
      const context = await browser.newContext({
        viewport: { width: look.width, height: look.height }, colorScheme: look.theme, locale: look.language === 'es' ? 'es-US' : 'en-US',
        reducedMotion: 'reduce', timezoneId: 'America/New_York', baseURL: server.origin,
      })
      const faults: string[] = []
      context.on('console', (message) => { if (message.type() === 'error' && !isPatientPage(message.location().url)) faults.push(message.text()) })
      context.on('weberror', (error) => faults.push(String(error.error())))
      context.on('request', (request) => { if (!request.url().startsWith(server.origin) && !/^(data|blob):/.test(request.url())) faults.push(`asked ${request.url()}`) })
      return { context, faults }
    },
    enter: async (page, role) => {
      await page.goto('/')
      await page.locator('#desks').waitFor()
      await page.keyboard.press(deskKeys[role])
      await page.getByRole('navigation').first().waitFor()
    },
    close: async () => {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
