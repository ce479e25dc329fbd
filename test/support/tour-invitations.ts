import type { Page } from 'playwright-core'
import type { Role } from '#domain/roles.ts'
import { asCharts } from '#test/support/at-the-desk.ts'
import { settled } from '#test/support/tour-enroll.ts'

type Stop = { name: string; role: Role; go: (page: Page) => Promise<void> }

const at = (path: string) => async (page: Page) => {
  await page.goto(path)
  await settled(page)
}

/** Opens the first thing of a list. */
const first = (path: string, link: string) => async (page: Page) => {
  await at(path)(page)
  const list = await page.locator('main h1').elementHandle()
  await page.locator(link).first().click()
  await page.waitForURL((url) => url.pathname !== path)
  await list?.waitForElementState('hidden')
  await page.locator('main h1').waitFor()
  await settled(page)
}

const figures = async (page: Page) => {
  await asCharts(page)
  await at('/dashboards/enrollment')(page)
}

/** What invitations lead to beyond one of them: registrations, shared contacts, campaigns, figures, incidents. */
export const invitationStops: readonly Stop[] = [
  { name: 'registrations', role: 'helpline', go: at('/invitations/registrations') },
  { name: 'registration', role: 'helpline', go: first('/invitations/registrations', 'main a[href*="/registrations/"]') },
  { name: 'shared-contacts', role: 'front-desk', go: at('/invitations/shared') },
  { name: 'campaigns', role: 'manager', go: at('/invitations/campaigns') },
  { name: 'campaign', role: 'manager', go: first('/invitations/campaigns', 'main a[href*="/campaigns/"]:not([href$="/new"])') },
  {
    name: 'campaign-preview', role: 'manager', go: async (page) => {
      await at('/invitations/campaigns/new')(page)
      await page.locator('main form input').first().fill('Not on MyChart yet')
      await page.locator('main form select').first().selectOption('mychart-ny-nj')
      await page.keyboard.press('Control+Enter')
      await page.locator('main h2').nth(1).waitFor()
      await settled(page)
    },
  },
  { name: 'enrollment-figures', role: 'manager', go: figures },
  {
    name: 'enrollment-figures-tables', role: 'manager', go: async (page) => {
      await figures(page)
      await page.keyboard.press('t')
      await page.locator('main table').first().waitFor()
    },
  },
  {
    name: 'enrollment-figures-people', role: 'manager', go: async (page) => {
      await figures(page)
      await page.locator('main button[aria-label^="Invited"], main button[aria-label^="Invitadas"]').first().click()
      await page.locator('main table').first().waitFor()
      await settled(page)
    },
  },
  { name: 'incidents', role: 'privacy-officer', go: at('/incidents') },
  {
    name: 'incidents-closed', role: 'privacy-officer', go: async (page) => {
      await at('/incidents')(page)
      await page.locator('main button[aria-pressed]').last().click()
      await page.locator('main dl').waitFor()
    },
  },
]
