import type { Page } from 'playwright-core'
import type { Role } from '#domain/roles.ts'
import { enrollStops } from '#test/support/tour-enroll.ts'
import { invitationStops } from '#test/support/tour-invitations.ts'
import { phoneStops } from '#test/support/tour-phones.ts'
import { patientStops } from '#test/support/tour-patient.ts'
import { levelStops } from '#test/support/tour-levels.ts'
import { messageStops } from '#test/support/tour-messages.ts'
import { proxyStops } from '#test/support/tour-proxy.ts'
import { recoveryStops } from '#test/support/tour-recovery.ts'
import { resultStops } from '#test/support/tour-results.ts'

/** A screen, or an open dialog on one, and how to get there from a desk. `null` is before sign-in. */
export type Stop = { name: string; role: Role | null; go: (page: Page) => Promise<void> }

const at = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await settled(page)
}

/** Waits until nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** Somebody of the demo whom name and birth date name alone. */
const SOMEBODY = 'johns 5/30/1955'

/** Looks people up in the box of the screen. */
const lookUp = (path: string, text: string) => async (page: Page) => {
  await at(path)(page)
  await page.locator('main').getByRole('combobox').first().fill(text)
  await page.locator('main [role="row"], main [role="status"]:not(:empty)').first().waitFor()
  await settled(page)
}

async function firstRow(page: Page): Promise<void> {
  await lookUp('/patients', SOMEBODY)(page)
  await page.keyboard.press('Enter')
  await page.locator('main nav a[aria-current="page"]').waitFor()
  await settled(page)
}

/** Every screen of the ground once, with every dialog, menu and state that can be opened. */
export const tour: readonly Stop[] = [
  { name: 'sign-in', role: null, go: async (page) => { await page.goto('/'); await page.locator('#desks').waitFor() } },
  { name: 'home-front-desk', role: 'front-desk', go: at('/') },
  { name: 'home-lookup', role: 'front-desk', go: lookUp('/', 'jo') },
  { name: 'patients', role: 'front-desk', go: at('/patients') },
  { name: 'patients-lookup', role: 'front-desk', go: lookUp('/patients', 'johns') },
  { name: 'patients-nobody', role: 'front-desk', go: lookUp('/patients', 'jonhson') },
  {
    name: 'second-identifier', role: 'front-desk', go: async (page) => {
      await lookUp('/', 'johns')(page)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'record', role: 'front-desk', go: firstRow },
  { name: 'create-patient', role: 'front-desk', go: at('/patients/new') },
  {
    name: 'edit-record', role: 'front-desk', go: async (page) => {
      await firstRow(page)
      await page.goto(`${page.url()}/edit`)
      await page.locator('main form').waitFor()
      await settled(page)
    },
  },
  {
    name: 'contact-panel', role: 'front-desk', go: async (page) => {
      await firstRow(page)
      await page.locator('main section:has(ul) button').first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'death-panel', role: 'front-desk', go: async (page) => {
      await firstRow(page)
      await page.locator('main section:has(dl) button').last().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'closed-chart', role: 'front-desk', go: at('/patients/closed') },
  {
    name: 'palette', role: 'front-desk', go: async (page) => {
      await at('/')(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').last().fill('her')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'locked', role: 'front-desk', go: async (page) => {
      await at('/patients')(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').last().fill(await page.locator('html').getAttribute('lang') === 'es' ? 'bloq' : 'lock')
      await page.getByRole('option', { name: /lock|bloque/i }).first().click()
      await page.locator('#desks, form').first().waitFor()
      await settled(page)
    },
  },
  {
    name: 'keyboard-sheet', role: 'front-desk', go: async (page) => {
      await at('/approvals')(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'states', role: 'manager', go: at('/states') },
  { name: 'home-clinician', role: 'clinician', go: at('/') },
  { name: 'home-manager', role: 'manager', go: at('/') },
  { name: 'home-helpline', role: 'helpline', go: at('/') },
  {
    name: 'home-why-not', role: 'front-desk', go: async (page) => {
      await at('/')(page)
      await page.locator('main button[aria-haspopup="dialog"]').first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'approvals', role: 'privacy-officer', go: at('/approvals') },
  { name: 'audit', role: 'privacy-officer', go: at('/audit') },
  {
    name: 'asks-why', role: 'privacy-officer', go: async (page) => {
      await lookUp('/patients', SOMEBODY)(page)
      await page.keyboard.press('Enter')
      await page.locator('main form textarea').waitFor()
    },
  },
  {
    name: 'access-log', role: 'privacy-officer', go: async (page) => {
      await lookUp('/patients', SOMEBODY)(page)
      await page.keyboard.press('Enter')
      await page.locator('main form textarea').fill('The patient asks who has looked')
      await page.locator('main form button[type=submit]').click()
      await page.locator('main nav a[href$="/access-log"]').click()
      await page.locator('main table').waitFor()
      await settled(page)
    },
  },
  { name: 'staff', role: 'administrator', go: at('/staff') },
  {
    name: 'staff-record', role: 'administrator', go: async (page) => {
      await at('/staff')(page)
      await page.locator('main a[href^="/staff/"]:not([href="/staff/invite"])').first().click()
      await page.waitForURL(/\/staff\/.+/)
      await page.waitForFunction(() => document.querySelector('main h1') !== null && document.querySelector('main a[href="/staff/invite"]') === null)
      await settled(page)
    },
  },
  { name: 'invite', role: 'administrator', go: at('/staff/invite') },
  { name: 'practitioners', role: 'administrator', go: at('/practitioners') },
  { name: 'practitioners-loose-ends', role: 'administrator', go: at('/practitioners/loose-ends') },
  {
    name: 'practitioners-match', role: 'administrator', go: async (page) => {
      await at('/practitioners/loose-ends')(page)
      await page.locator('main tbody button').first().click()
      await page.getByRole('radiogroup').waitFor()
    },
  },
  { name: 'practitioners-covers', role: 'manager', go: at('/practitioners/covers') },
  {
    name: 'practitioners-cover', role: 'clinician', go: async (page) => {
      await at('/practitioners/covers')(page)
      await page.keyboard.press('n')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'sites', role: 'administrator', go: at('/sites') },
  { name: 'portals', role: 'administrator', go: at('/portals') },
  { name: 'portal-policy', role: 'administrator', go: at('/portals/mychart-ny-nj') },
  { name: 'outbox', role: 'administrator', go: at('/outbox') },
  { name: 'mailbox', role: 'manager', go: at('/mailbox') },
  { name: 'imports', role: 'manager', go: at('/imports') },
  { name: 'jobs', role: 'administrator', go: at('/jobs') },
  ...enrollStops,
  ...invitationStops,
  ...patientStops,
  ...phoneStops,
  { name: 'account', role: 'helpline', go: at('/account') },
  ...proxyStops,
  ...levelStops,
  ...recoveryStops,
  ...messageStops,
  ...resultStops,
]
