import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoInBrowser, type DemoInBrowser } from '#test/support/demo-in-browser.ts'
import { settled } from '#test/support/tour.ts'

/** What somebody at a desk does to reach a record from Home: keys pressed, clicks, scans, and screens or dialogs seen. */
type Count = { keys: number; clicks: number; scans: number; screens: number }

let demo: DemoInBrowser
let context: Awaited<ReturnType<DemoInBrowser['context']>>
let page: Page
let count: Count
const printed: string[] = []

beforeAll(async () => { demo = await demoInBrowser() })
afterAll(async () => {
  await demo.close()
  console.log(['look-up, counted from the open Home to the open record:', ...printed].join('\n'))
})
beforeEach(async () => {
  context = await demo.context()
  page = await context.context.newPage()
  await demo.enter(page, 'front-desk')
  await page.locator('main input[role="combobox"]').waitFor()
  await settled(page)
  count = { keys: 0, clicks: 0, scans: 0, screens: 1 }
})
afterEach(async () => {
  await context.context.close()
  if (context.faults.length > 0) throw new Error(context.faults.join('\n'))
})

async function type(text: string): Promise<void> {
  count.keys += text.length
  await page.keyboard.type(text)
}

async function press(key: string): Promise<void> {
  count.keys += 1
  await page.keyboard.press(key)
}

async function rowsShown(): Promise<void> {
  await page.locator('main [role="row"][aria-selected="true"]').waitFor()
}

async function recordOpens(name: string): Promise<void> {
  count.screens += 1
  await page.getByRole('heading', { level: 1, name }).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/patients\/[\w-]+$/)
}

function within(what: string, budget: Count): void {
  printed.push(`${what}: ${count.keys} keys, ${count.clicks} clicks, ${count.scans} scans, ${count.screens} screens (at most ${budget.keys}, ${budget.clicks}, ${budget.scans}, ${budget.screens})`)
  for (const [kind, most] of Object.entries(budget) as [keyof Count, number][]) expect(count[kind], `${what}: ${kind}`).toBeLessThanOrEqual(most)
}

test('half a name and half a birth date open the record without the mouse', async () => {
  await type('johns 5/30')
  await rowsShown()
  await press('Enter')
  await recordOpens('Abbey Felecia Johns')
  within('half a name and a birth date', { keys: 11, clicks: 0, scans: 0, screens: 2 })
})

test('a scanned licence and one key open the record; its number and address are neither shown nor sent', async () => {
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  const licence = '@\n\u001e\rANSI 636026080102DL00410288ZA03290015DLDAQD12345678\nDCSJOHNS\nDACABBEY\nDADFELECIA\nDBB05301955\nDAG12 ELM STREET\nDAIPHOENIX\n'
  count.scans += 1
  for (const sign of licence.replace(/[\u001e\r]/g, '')) await page.keyboard.press(sign === '\n' ? 'Enter' : sign)
  await rowsShown()
  await press('Enter')
  await recordOpens('Abbey Felecia Johns')
  expect(sent.filter((one) => /D12345678|ELM|PHOENIX/i.test(one))).toEqual([])
  within('a scanned licence', { keys: 1, clicks: 0, scans: 1, screens: 2 })
})

test('a name alone asks for the birth date first, and only once', async () => {
  await type('johns')
  await rowsShown()
  await press('Enter')
  await page.getByRole('dialog', { name: 'Is it Abbey Felecia Johns?' }).waitFor()
  count.screens += 1
  await type('5/30/1955')
  await press('Enter')
  await recordOpens('Abbey Felecia Johns')
  within('a name, then a second identifier', { keys: 16, clicks: 0, scans: 0, screens: 3 })
  await page.getByRole('link', { name: 'Home' }).first().click()
  await page.locator('main input[role="combobox"]').fill('johns')
  await rowsShown()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Abbey Felecia Johns' }).waitFor()
})

test('a misspelled name takes one key more', async () => {
  await type('jonhs 5/30')
  await page.getByText('Did you mean').waitFor()
  await press('Enter')
  await rowsShown()
  await press('Enter')
  await recordOpens('Abbey Felecia Johns')
  within('a misspelled name and a birth date', { keys: 12, clicks: 0, scans: 0, screens: 2 })
})
