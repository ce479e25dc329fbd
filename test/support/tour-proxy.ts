import type { Page } from 'playwright-core'
import { blockOnVega, childOf, parentAccess, proxyPerson } from '#test/support/proxy-scene.ts'
import type { Stop } from '#test/support/tour.ts'

async function tabOf(page: Page, patientId: string): Promise<void> {
  await page.goto(`/patients/${patientId}/proxy-access`)
  await page.locator('main table, main section').first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** The tab of a child with a mother who waits, and, where asked for, a person whom a safety note stops. */
async function tab(page: Page, blocked = false): Promise<void> {
  const patientId = await childOf(page, 'Rodriguez')
  await parentAccess(page, patientId, await proxyPerson(page, 'Inés', 'Rodriguez'))
  if (blocked) {
    await parentAccess(page, patientId, await proxyPerson(page, 'Carlos', 'Vega'))
    await blockOnVega(page, patientId)
  }
  await tabOf(page, patientId)
}

const dialogBy = (key: string) => async (page: Page) => {
  await tab(page)
  await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
}

/** A dialog of the tab, by the place of its button among those of a card. */
const dialogOf = (card: number, button: number) => async (page: Page) => {
  await tab(page)
  await page.locator('main section').nth(card).getByRole('button').nth(button).click()
  await page.getByRole('dialog').waitFor()
}

const at = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

const overview = async (page: Page) => {
  await tab(page)
  await page.goto(page.url().replace('/proxy-access', ''))
  await page.locator('main table').first().waitFor()
}

/** Proxy access: the tab with its dialogs and states, what it says on the overview, and the worklists. */
export const proxyStops: readonly Stop[] = [
  { name: 'proxy-tab', role: 'front-desk', go: (page) => tab(page) },
  { name: 'proxy-tab-refused', role: 'front-desk', go: (page) => tab(page, true) },
  { name: 'proxy-tab-nobody', role: 'front-desk', go: async (page) => tabOf(page, await childOf(page, 'Rodriguez')) },
  { name: 'proxy-overview', role: 'front-desk', go: overview },
  { name: 'proxy-grant', role: 'front-desk', go: dialogBy('g') },
  { name: 'proxy-revoke', role: 'front-desk', go: dialogBy('x') },
  { name: 'proxy-facts', role: 'front-desk', go: dialogOf(2, 0) },
  { name: 'proxy-legal', role: 'front-desk', go: dialogOf(3, 0) },
  { name: 'proxy-consent', role: 'front-desk', go: dialogOf(3, 1) },
  { name: 'proxy-block', role: 'front-desk', go: dialogOf(3, 2) },
  { name: 'proxy-suppress', role: 'front-desk', go: dialogOf(3, 3) },
  { name: 'proxy-print', role: 'front-desk', go: dialogOf(1, 0) },
  { name: 'proxy-waiting', role: 'front-desk', go: at('/proxy-access') },
  { name: 'proxy-documents', role: 'front-desk', go: at('/proxy-access/documents') },
  { name: 'proxy-birthdays', role: 'front-desk', go: at('/proxy-access/birthdays') },
  { name: 'proxy-letters', role: 'front-desk', go: at('/proxy-access/letters') },
]
