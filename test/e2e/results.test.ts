import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axeFinds } from '#test/support/axe.ts'
import { countedAt, countsText } from '#test/support/counted.ts'
import { demoInBrowser, type DemoInBrowser } from '#test/support/demo-in-browser.ts'

let demo: DemoInBrowser
let context: BrowserContext
beforeAll(async () => { demo = await demoInBrowser() })
afterEach(() => context.close())
afterAll(() => demo.close())

/** A clinician before the worklist. */
async function atWorklist(): Promise<Page> {
  const opened = await demo.context()
  context = opened.context
  const page = await context.newPage()
  await demo.enter(page, 'clinician')
  await page.goto('/results')
  await page.locator('main li button').first().waitFor()
  return page
}

async function open(page: Page, what: string): Promise<void> {
  const row = page.locator('main li button').filter({ hasText: what }).filter({ hasNotText: 'Critical' }).first()
  const [who] = (await row.innerText()).split(',')
  await row.click()
  await page.getByRole('heading', { level: 2, name: what }).waitFor()
  // Another result of this kind may have been open: only the right person's pane is the one that was asked for.
  await page.getByText(`Comment to ${who}`).waitFor()
  await page.getByRole('heading', { name: 'They are told' }).waitFor()
}

const said = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor()

test('a result is released with a comment: two keys beside the words, no click, one screen; the next one opens by itself', async () => {
  const page = await atWorklist()
  await open(page, 'Lipid panel')
  const here = page.url()
  const at = countedAt(page)
  await at.press('r')
  await at.type('Same as last year.')
  await at.press('Control+Enter')
  await page.waitForURL((url) => url.href !== here)
  await said(page, /^Released\./)
  console.log(countsText('release with comment', at.counts))
  expect(at.counts.clicks).toBe(0)
  expect(at.counts.keys).toBeLessThanOrEqual(20)
  await page.goto(here)
  await page.getByText('Same as last year.').waitFor()
  await page.getByText('Why it shows').waitFor()
  expect(await axeFinds(page)).toEqual([])
})

test('a result is held from the patient on a ground that fits, until an end; what does not fit cannot be chosen', async () => {
  const page = await atWorklist()
  await open(page, 'Basic metabolic panel')
  const at = countedAt(page)
  await at.press('Alt+h')
  const dialog = page.getByRole('dialog', { name: 'Hold this result' })
  await at.arrived(dialog)
  await at.press('Space')
  await dialog.getByText('Will not see it').first().waitFor()
  expect(await dialog.getByRole('radio', { name: /Substantial harm to the patient/ }).count()).toBe(0)
  expect(await dialog.getByText(/Substantial harm to the patient/).isVisible()).toBe(true)
  expect(await dialog.getByRole('radio', { name: /upset/ }).count()).toBe(0)
  await at.click(dialog.getByRole('radio', { name: /Data may be wrong/ }))
  await at.click(dialog.getByLabel(/What you know/))
  await at.type('Label and order disagree')
  expect(await axeFinds(page)).toEqual([])
  await at.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Holds' }).waitFor()
  console.log(countsText('hold', at.counts))
  expect(at.counts.clicks).toBeLessThanOrEqual(2)
  await page.getByRole('region', { name: 'Held, ends by itself' }).getByRole('button', { name: /Basic metabolic panel/ }).first().waitFor()
})

test('two ordinary results go in one command with one confirmation; a sensitive one has no box', async () => {
  const page = await atWorklist()
  const boxes = page.getByRole('checkbox', { name: /Complete blood count/ })
  await boxes.first().waitFor()
  expect(await page.getByRole('checkbox', { name: /HIV|biopsy|Hepatitis/ }).count()).toBe(0)
  const names = [await boxes.nth(0).getAttribute('aria-label'), await boxes.nth(1).getAttribute('aria-label')]
  const at = countedAt(page)
  await at.click(boxes.nth(0))
  await at.click(boxes.nth(1))
  await at.press('Alt+r')
  const dialog = page.getByRole('dialog', { name: 'Release 2 results together' })
  await at.arrived(dialog)
  await dialog.getByText(/Will see it|Nobody will see it/).nth(1).waitFor()
  await at.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await said(page, '2 results released.')
  console.log(countsText('bulk release', at.counts))
  expect(at.counts).toEqual({ keys: 2, clicks: 2, screens: 1 })
  for (const name of names) await page.getByRole('checkbox', { name: name ?? '' }).waitFor({ state: 'detached' })
})

test('a sensitive result asks once more, by itself, and the next one does not open', async () => {
  const page = await atWorklist()
  await page.getByRole('region', { name: 'Need your order, one by one' }).getByRole('button', { name: /HIV rapid test/ }).first().click()
  await page.getByRole('heading', { level: 2, name: 'HIV rapid test' }).waitFor()
  await page.getByRole('heading', { name: 'They are told' }).waitFor()
  const here = page.url()
  const at = countedAt(page)
  await at.click(page.getByRole('button', { name: 'Release…' }))
  const dialog = page.getByRole('dialog', { name: /^Release: HIV rapid test/ })
  await at.arrived(dialog)
  await dialog.getByText('Sensitive: one by one').waitFor()
  await at.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await said(page, /^Released\./)
  console.log(countsText('release a sensitive one', at.counts))
  expect(page.url()).toBe(here)
})
