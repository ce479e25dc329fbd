import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; help: string; nodes: { target: string[] }[] }

/** What axe finds against WCAG 2.2 AA on the page as it stands, one line each; empty is the goal. */
export async function axeFinds(page: Page): Promise<string[]> {
  // Through the protocol and not the page: the page's own policy lets no foreign script in.
  await page.evaluate(source)
  // A button that has just been allowed is half grey for a quarter of a second: what is judged is what it becomes.
  await page.evaluate(() => Promise.race([
    new Promise((done) => { setTimeout(done, 1_000) }),
    Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished)),
  ]))
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<{ violations: Violation[] }> } }
    const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return found.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target }) => ({ target: target.map(String) })) }))
  })
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')})`)
}
