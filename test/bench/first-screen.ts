import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { launchChromium } from '#test/support/chromium.ts'
import { startServer } from '#test/support/running-server.ts'

/** Scripts that the browser fetches until the patient list of the demo shows rows, and what all of them weigh. */
export async function firstScreen(): Promise<Record<string, string>[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-desk-bench-'))
  const server = await startServer({ PRACTICE: 'demo', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const browser = await launchChromium()
  try {
    const page = await (await browser.newContext()).newPage()
    const files = new Set<string>()
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.startsWith('/assets/')) files.add(pathname)
    })
    await page.goto(server.origin)
    await page.keyboard.press('1')
    await page.waitForURL((url) => !url.pathname.includes('sign-in'))
    await page.goto(`${server.origin}/#/patients`)
    await page.getByRole('row').nth(5).waitFor()
    const folder = join(import.meta.dirname, '../../dist/client')
    const weigh = (names: string[], ending: string) => names.reduce((sum, name) => sum + statSync(join(folder, name + ending)).size, 0) / 1024
    const all = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js')).map((name) => `/assets/${name}`)
    const first = [...files].filter((name) => name.endsWith('.js'))
    return [
      { what: 'first screen', files: String(first.length), 'gz KiB': weigh(first, '.gz').toFixed(0), 'br KiB': weigh(first, '.br').toFixed(0), budget: '260 gz, 220 br' },
      { what: 'whole console', files: String(all.length), 'gz KiB': weigh(all, '.gz').toFixed(0), 'br KiB': weigh(all, '.br').toFixed(0), budget: '' },
    ]
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
