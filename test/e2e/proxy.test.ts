import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axeFinds } from '#test/support/axe.ts'
import { countedAt, countsText } from '#test/support/counted.ts'
import { demoInBrowser, desk, type DemoInBrowser } from '#test/support/demo-in-browser.ts'
import { fromPage } from '#test/support/from-page.ts'
import { blockOnVega, childOf, parentAccess, proxyPerson } from '#test/support/proxy-scene.ts'

let demo: DemoInBrowser
let context: BrowserContext
beforeAll(async () => { demo = await demoInBrowser() })
afterEach(() => context.close())
afterAll(() => demo.close())

/** A desk, and a child of that family name who turns twelve in thirteen days. */
async function deskFor(family: string, look = desk): Promise<{ page: Page; patientId: string }> {
  const opened = await demo.context(look)
  context = opened.context
  const page = await context.newPage()
  await demo.enter(page, 'front-desk')
  return { page, patientId: await childOf(page, family) }
}

async function openTab(page: Page, patientId: string): Promise<void> {
  await page.goto(`/patients/${patientId}/proxy-access`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

test('access is granted to a mother who is known here: 23 keys, no click, two screens', async () => {
  const { page, patientId } = await deskFor('Alder')
  await proxyPerson(page, 'Inés', 'Alder')
  await page.goto(`/patients/${patientId}`)
  await page.getByRole('heading', { name: 'Who has access, and until when' }).waitFor()
  const at = countedAt(page)
  await at.press('g')
  await at.arrived(page.getByRole('dialog', { name: 'Grant access' }))
  await at.press('Alt+2')
  await at.type('ine ald')
  await page.getByRole('button', { name: /Inés Alder/ }).waitFor()
  await at.press('ArrowDown', 'Enter')
  await at.type('Mother asks')
  await at.press('Control+Enter')
  await at.arrived(page.getByRole('columnheader', { name: /Inés Alder/ }))
  console.log(countsText('grant access', at.counts))
  expect(at.counts.keys).toBeLessThanOrEqual(23)
  expect(at.counts).toMatchObject({ clicks: 0, screens: 2 })
  await page.getByText('Granted. It opens when the person confirms.').filter({ visible: true }).first().waitFor()
})

test('access is revoked at the patient’s request: three keys, no click, one dialog', async () => {
  const { page, patientId } = await deskFor('Birch')
  await parentAccess(page, patientId, await proxyPerson(page, 'Inés', 'Birch'))
  await openTab(page, patientId)
  await page.getByRole('grid').waitFor()
  const at = countedAt(page)
  await at.press('x')
  await at.arrived(page.getByRole('dialog', { name: 'Revoke access' }))
  await at.press('Home', 'Control+Enter')
  await page.getByText('Nobody else has access').waitFor()
  console.log(countsText('revoke access', at.counts))
  expect(at.counts).toEqual({ keys: 3, clicks: 0, screens: 1 })
  const { body } = await fromPage<{ grants: { state: string; history: { cause: string }[] }[] }>(page, 'GET', `/patients/${patientId}/proxies`)
  expect(body.grants.map(({ state }) => state)).toEqual(['ended'])
})

test('the matrix is read with the keyboard alone, and axe finds nothing', async () => {
  const { page, patientId } = await deskFor('Cedar')
  await parentAccess(page, patientId, await proxyPerson(page, 'Inés', 'Cedar'))
  await openTab(page, patientId)
  await page.getByRole('grid').waitFor()
  const at = countedAt(page)
  await at.press('ArrowDown')
  await expect.poll(() => page.getByRole('grid').evaluate((grid) => grid === document.activeElement)).toBe(true)
  await at.press('ArrowDown')
  const cursor = () => page.getByRole('grid').evaluate((grid) => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent)
  await expect.poll(cursor).toBe('no')
  const why = page.getByRole('region', { name: /^Why/ })
  await expect.poll(() => why.textContent()).toContain('Medications')
  await at.press('?')
  await expect.poll(() => why.evaluate((panel) => panel.contains(document.activeElement))).toBe(true)
  await at.press(']')
  await page.getByRole('columnheader', { name: /^from / }).first().waitFor()
  console.log(countsText('read the matrix', at.counts))
  expect(at.counts.clicks).toBe(0)
  expect(await axeFinds(page)).toEqual([])
})

test('the determined ex-spouse is refused under another spelling, and nothing on the screen hints at why', async () => {
  const { page, patientId } = await deskFor('Dogwood')
  await blockOnVega(page, patientId)
  await openTab(page, patientId)
  const at = countedAt(page)
  await at.press('g')
  await at.arrived(page.getByRole('dialog', { name: 'Grant access' }))
  await page.getByRole('combobox', { name: 'Relationship' }).selectOption('father')
  await at.press('Alt+2')
  await at.type('Karlos Wega')
  await at.click(page.getByRole('button', { name: 'Add a new person…' }))
  await page.getByLabel('E-mail').fill('Carlos.Vega+kids@gmail.com')
  await page.getByLabel('Reason').first().fill('Father at the desk')
  await at.click(page.getByRole('button', { name: 'Record this person' }))
  await page.getByRole('button', { name: 'Choose another' }).waitFor()
  await page.getByLabel('Reason').last().fill('Father at the desk')
  await at.press('Control+Enter')
  const refusal = page.getByRole('region', { name: /^Grant refused/ })
  await refusal.first().waitFor()
  const text = await refusal.first().textContent()
  expect(text).toContain('The privacy office answers requests like this in writing.')
  expect(text).toContain('Don’t say that a note exists, or who is on it.')
  const everything = await page.evaluate(() => document.body.textContent ?? '')
  for (const hint of ['third of May', 'Order of', 'Carlos Vega', 'carlos.vega@gmail.com']) expect(everything).not.toContain(hint)
  expect(await axeFinds(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByText('No request for this person can be granted here.').waitFor()
})

test('en español: se concede un acceso con el teclado, y la pantalla habla español', async () => {
  const { page, patientId } = await deskFor('Encina', { ...desk, language: 'es' })
  await proxyPerson(page, 'Inés', 'Encina')
  await openTab(page, patientId)
  const at = countedAt(page)
  await at.press('g')
  await at.arrived(page.getByRole('dialog', { name: 'Dar acceso' }))
  await at.press('Alt+2')
  await at.type('ine enc')
  await page.getByRole('button', { name: /Inés Encina/ }).waitFor()
  await at.press('ArrowDown', 'Enter')
  await at.type('Lo pide')
  await at.press('Control+Enter')
  await page.getByRole('columnheader', { name: /Inés Encina/ }).waitFor()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Quién puede ver qué de Ossie Encina, y por qué')
  await page.getByText('Espera a la persona').filter({ visible: true }).first().waitFor()
})
