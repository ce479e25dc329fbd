import type { Page } from 'playwright-core'
import type { Stop } from '#test/support/tour.ts'

async function still(page: Page): Promise<void> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** The worklist, with a result whole where the screen has room for both. */
async function worklist(page: Page): Promise<void> {
  await page.goto('/results')
  await page.locator('main li button').first().waitFor()
  await still(page)
}

/** Opens the first line that says this. */
const result = (says: RegExp | string) => async (page: Page) => {
  await worklist(page)
  await page.locator('main li button').filter({ hasText: says }).first().click()
  await page.waitForURL(/\/results\/[^/]+$/)
  await page.locator('main h2').filter({ hasText: says }).first().waitFor()
  await page.locator('main section li').first().waitFor()
  await still(page)
}

const dialogOn = (says: RegExp | string, key: string) => async (page: Page) => {
  await result(says)(page)
  await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
  await still(page)
}

const at = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await still(page)
}

/** Verifying or having seen a result without a release, whichever its portal waits for: who sees it then. */
async function verify(page: Page): Promise<void> {
  await result('Complete blood count')(page)
  const caps = page.locator('main li kbd')
  await caps.filter({ hasText: /^[VS]$/ }).first().waitFor({ state: 'attached' })
  await page.keyboard.press(await caps.filter({ hasText: /^V$/ }).count() > 0 ? 'v' : 's')
  await page.getByRole('dialog').getByRole('region').first().waitFor()
  await still(page)
}

/** Results: the worklist, one with a trend, a sensitive one, one of doubtful kind, and the dialogs. */
export const resultStops: readonly Stop[] = [
  { name: 'results-worklist', role: 'clinician', go: worklist },
  { name: 'results-trend', role: 'clinician', go: result('Lipid panel') },
  { name: 'results-sensitive', role: 'clinician', go: result('Skin biopsy') },
  { name: 'results-doubtful', role: 'clinician', go: result('HIV rapid') },
  { name: 'results-hold', role: 'clinician', go: dialogOn('Lipid panel', 'Alt+h') },
  { name: 'results-timeline', role: 'clinician', go: dialogOn('Lipid panel', 't') },
  { name: 'results-decline', role: 'clinician', go: dialogOn('Lipid panel', 'n') },
  {
    name: 'record-results', role: 'clinician', go: async (page) => {
      await result('Lipid panel')(page)
      await page.locator('main a[href$="/results"][href^="/patients/"]').first().click()
      await page.waitForURL(/\/patients\/[^/]+\/results$/)
      await page.locator('main nav a[aria-current="page"]').waitFor()
      await page.locator('main table').first().waitFor()
      await still(page)
    },
  },
  { name: 'results-released', role: 'clinician', go: at('/results/released') },
  { name: 'results-unowned', role: 'manager', go: at('/results/unowned') },
  { name: 'results-mixed', role: 'clinician', go: result('Exposure follow-up panel') },
  { name: 'results-verify', role: 'clinician', go: verify },
  { name: 'results-kinds', role: 'manager', go: at('/results/kinds') },
  {
    name: 'results-say-kind', role: 'manager', go: async (page) => {
      await at('/results/kinds')(page)
      await page.locator('main table button').first().click()
      await page.getByRole('dialog').locator('[aria-live="polite"] p').first().waitFor()
    },
  },
  { name: 'results-dashboard', role: 'manager', go: at('/dashboards/results') },
  {
    name: 'results-holds', role: 'privacy-officer', go: async (page) => {
      await at('/results/holds')(page)
      await page.locator('main form input').last().fill('Monthly look')
      await page.keyboard.press('Enter')
      await page.locator('main li').first().waitFor()
    },
  },
  { name: 'results-missing-labs', role: 'manager', go: at('/results/missing-labs') },
]
