import type { Page } from 'playwright-core'
import type { Role } from '#domain/roles.ts'
import { asCharts } from '#test/support/at-the-desk.ts'

type Stop = { name: string; role: Role; go: (page: Page) => Promise<void> }

const at = (path: string) => async (page: Page) => {
  if (path.startsWith('/dashboards')) await asCharts(page)
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await page.locator('main section').first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** As `at`, then a key of the screen once the control that it presses is there, then what it opens. */
const pressed = (path: string, key: string, control: string, opens: string) => async (page: Page) => {
  await at(path)(page)
  await page.locator(control).first().waitFor()
  await page.keyboard.press(key)
  await page.locator(opens).first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** As `at`, then the first button of a row. */
const rowActed = (path: string) => async (page: Page) => {
  await at(path)(page)
  await page.locator('main tbody tr button').first().click()
  await page.getByRole('dialog').waitFor()
}

const drilled = async (page: Page) => {
  await at('/dashboards/messages')(page)
  await page.locator('main dd button').first().click()
  await page.locator('main tbody tr').first().waitFor()
}

/** The dashboards of messages, and where their queues, rules, hours and texts are set up. */
export const levelStops: readonly Stop[] = [
  { name: 'service-levels', role: 'manager', go: at('/dashboards/messages') },
  { name: 'service-levels-tables', role: 'manager', go: pressed('/dashboards/messages', 't', 'main kbd', 'main table[aria-label] tbody th') },
  { name: 'service-levels-threads', role: 'manager', go: drilled },
  { name: 'service-levels-assign', role: 'manager', go: pressed('/dashboards/messages', 'a', 'main section button[aria-haspopup=dialog] kbd', '[role=dialog] select') },
  { name: 'service-levels-own', role: 'clinician', go: at('/dashboards/messages') },
  { name: 'service-levels-fairness', role: 'privacy-officer', go: at('/dashboards/fairness') },
  { name: 'message-setup-queues', role: 'manager', go: at('/message-setup') },
  { name: 'message-setup-queue', role: 'manager', go: rowActed('/message-setup') },
  { name: 'message-setup-routing', role: 'administrator', go: at('/message-setup/routing') },
  { name: 'message-setup-hours', role: 'manager', go: at('/message-setup/hours') },
  { name: 'message-setup-hours-of', role: 'manager', go: rowActed('/message-setup/hours') },
  { name: 'message-setup-canned', role: 'manager', go: at('/message-setup/canned') },
  { name: 'message-setup-canned-text', role: 'manager', go: rowActed('/message-setup/canned') },
]
