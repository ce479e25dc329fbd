import type { Page } from 'playwright-core'
import { filledPractice } from '#test/bench/filled.ts'
import { serverEnv, sessionHeaders } from '#test/bench/lookup-practice.ts'
import { percentile } from '#test/bench/process.ts'
import { questions } from '#test/bench/questions.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { freePort } from '#test/support/free-port.ts'
import { startServer } from '#test/support/running-server.ts'
import { setTimeout as pause } from 'node:timers/promises'

/** A quick typist: each key is awaited longer than the box waits before it asks. */
const BETWEEN_KEYS_MS = 120
const WORDS = 24
const SLOWED = 4

/**
 * W5 typing: from a key press in the box of Home to the frame that shows what was found for the text with that key, in
 * milliseconds, at a quarter of the processor; the box's own wait of 80 ms is in it. `stale`: frames that showed rows of other text.
 */
export async function typingFigures(size: number): Promise<Record<string, string>> {
  const { dataDir } = await filledPractice(size)
  const port = await freePort()
  const { Cookie = '' } = await sessionHeaders(dataDir, port)
  const server = await startServer(serverEnv(dataDir, port))
  const browser = await launchChromium()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', baseURL: server.origin })
    const [name = '', value = ''] = Cookie.split('=')
    await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' }])
    await context.addInitScript(watchKeys)
    const page = await context.newPage()
    await page.goto('/')
    await page.locator('main').getByRole('combobox').first().waitFor()
    const slow = await context.newCDPSession(page)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    const words = questions(size).filter((_, at) => at % 8 < 3).slice(0, WORDS + 4).map(({ text }) => text)
    for (const word of words.slice(0, 4)) await typeWord(page, word)
    await page.evaluate(() => { window.paints = [] })
    for (const word of words.slice(4)) await typeWord(page, word)
    const paints = await page.evaluate(() => window.paints)
    const all = paints.map((one) => one.ms)
    const last = paints.filter((one) => one.isLast).map((one) => one.ms)
    const ms = (figures: number[], share: number) => percentile(figures, share).toFixed(0)
    return {
      patients: size.toLocaleString('en'), keys: String(all.length), 'key to rows p50 ms': ms(all, 0.5), 'p95 ms': ms(all, 0.95),
      'last key p50 ms': ms(last, 0.5), 'last key p95 ms': ms(last, 0.95), goal: 'p95 ≤ 100, and 80 more for the last key',
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function typeWord(page: Page, word: string): Promise<void> {
  const box = page.locator('main').getByRole('combobox').first()
  await box.fill('')
  await box.focus()
  await pause(300)
  for (const [at, key] of [...word].entries()) {
    await page.evaluate((isLast) => { window.nextIsLast = isLast }, at === word.length - 1)
    await page.keyboard.insertText(key)
    await pause(BETWEEN_KEYS_MS)
  }
  await pause(600)
}

declare global {
  interface Window {
    /** Of each text that was looked up: from its last key to the painted answer. */
    paints: { text: string; ms: number; isLast: boolean }[]
    nextIsLast: boolean
  }
}

/** In the page: when each text came to be, when its answer arrived, and the first frame after the screen had changed for it. */
function watchKeys(): void {
  const typed = new Map<string, { at: number; isLast: boolean }>()
  window.paints = []
  window.nextIsLast = false
  addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) typed.set(target.value.trim(), { at: performance.now(), isLast: window.nextIsLast })
  }, true)
  const ask = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const answer = await ask(input, init)
    const text = typeof init?.body === 'string' && init.body.includes('"text"') ? String((JSON.parse(init.body) as { text?: string }).text ?? '') : ''
    const key = typed.get(text)
    if (!key) return answer
    typed.delete(text)
    const isInBox = (): boolean => document.querySelector<HTMLInputElement>('main [role="combobox"]')?.value.trim() === text
    const painted = (): void => {
      watch.disconnect()
      // Typed on meanwhile: this answer is never shown, and what changed on the screen is not of it.
      if (isInBox()) requestAnimationFrame(() => setTimeout(() => window.paints.push({ text, ms: performance.now() - key.at, isLast: key.isLast })))
    }
    const watch = new MutationObserver(painted)
    void answer.clone().text().then(() => watch.observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true, characterData: true }))
    return answer
  }
}
