import type { Page } from 'playwright-core'
import type { Role } from '#domain/roles.ts'
import { freshName, putOnRecord, teenWithParent } from '#test/support/at-the-desk.ts'

type Stop = { name: string; role: Role; go: (page: Page) => Promise<void> }

/** Somebody new at the desk, so that every look at a screen begins alike. */
async function somebody(page: Page): Promise<string> {
  const family = freshName()
  return putOnRecord(page, { given: 'Elvira Guadalupe', family, birthDate: '1990-03-22', email: `elvira@${family.toLowerCase()}.example`, language: 'es' })
}

/** Waits until a screen stands still. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

async function start(page: Page): Promise<string> {
  const id = await somebody(page)
  await page.goto(`/patients/${id}/enroll`)
  await page.locator('main form input[name=evidence]').first().waitFor()
  return id
}

async function atContact(page: Page): Promise<string> {
  const id = await start(page)
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL('**/enroll/*')
  await page.locator('main input[name=contact]').first().waitFor()
  return id
}

async function atHandOver(page: Page): Promise<string> {
  const id = await atContact(page)
  await page.keyboard.press('Control+Enter')
  await page.locator('main button[aria-pressed]').first().waitFor()
  return id
}

/** Somebody new with a code on the desk's screen; gives their id. */
export async function withCode(page: Page): Promise<string> {
  const id = await atHandOver(page)
  await page.keyboard.press('Control+Enter')
  await page.locator('main output').waitFor()
  return id
}

/** Somebody new whose invitation goes out by mail; gives their id. */
export async function byMail(page: Page): Promise<string> {
  const id = await atHandOver(page)
  await page.locator('main button[aria-pressed]').last().click()
  await page.keyboard.press('Control+Enter')
  await page.locator('main a[href^="/invitations/"]').waitFor()
  return id
}

async function refusedContact(page: Page): Promise<void> {
  const { teen } = await teenWithParent(page)
  await page.goto(`/patients/${teen.id}/enroll`)
  await page.locator('main form input[type=radio]').first().waitFor()
  if (page.url().includes('/patients/')) {
    await page.locator('main input[name=evidence]').nth(4).check()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/enroll/*')
  }
  await page.locator('main [role=alert]').waitFor()
}

/** Somebody who says that they want no invitations, about to be put down. */
async function wishing(page: Page): Promise<void> {
  const id = await somebody(page)
  await page.goto(`/patients/${id}/preferences`)
  await page.locator('main blockquote').waitFor()
  await page.keyboard.press('n')
  await page.locator('[role=dialog] textarea, [role=dialog] input:not([type=radio])').last().fill('asked not to be written to')
}

const dialog = (page: Page) => page.getByRole('dialog').waitFor()

/** The screens of enrolling and inviting, each with the states that can be brought about at a desk. */
export const enrollStops: readonly Stop[] = [
  { name: 'enroll-identity', role: 'front-desk', go: async (page) => void await start(page) },
  { name: 'enroll-contact', role: 'front-desk', go: async (page) => void await atContact(page) },
  { name: 'enroll-contact-refused', role: 'front-desk', go: refusedContact },
  { name: 'enroll-hand-over', role: 'front-desk', go: async (page) => void await atHandOver(page) },
  { name: 'enroll-code', role: 'front-desk', go: async (page) => void await withCode(page) },
  {
    name: 'enroll-code-elsewhere', role: 'front-desk', go: async (page) => {
      await withCode(page)
      await page.reload()
      await page.locator('main button[aria-pressed]').first().waitFor()
    },
  },
  {
    name: 'enroll-patient-side', role: 'front-desk', go: async (page) => {
      await withCode(page)
      await page.keyboard.press('f')
      await dialog(page)
    },
  },
  {
    name: 'enroll-sheet', role: 'front-desk', go: async (page) => {
      await withCode(page)
      await page.keyboard.press('p')
      await page.locator('[role=dialog] [lang] h3').waitFor()
    },
  },
  { name: 'enroll-by-mail', role: 'front-desk', go: async (page) => void await byMail(page) },
  {
    name: 'enroll-later', role: 'front-desk', go: async (page) => {
      await atContact(page)
      await page.locator('main header button').last().click()
      await dialog(page)
    },
  },
  {
    name: 'enroll-ended', role: 'front-desk', go: async (page) => {
      await atContact(page)
      const here = page.url()
      await page.locator('main header button').last().click()
      await page.locator('[role=dialog] select').selectOption('privacy-worry')
      await page.keyboard.press('Control+Enter')
      await page.waitForURL((url) => url.pathname === '/')
      await page.goto(here)
      await settled(page)
    },
  },
  {
    name: 'enroll-undo', role: 'front-desk', go: async (page) => {
      const id = await byMail(page)
      await page.goto(`/patients/${id}/enrollment`)
      await page.locator('main li button').first().click()
      await dialog(page)
    },
  },
  {
    name: 'enroll-undone', role: 'front-desk', go: async (page) => {
      const id = await byMail(page)
      await page.goto(`/patients/${id}/enrollment`)
      await page.locator('main li button').first().click()
      await dialog(page)
      await page.locator('[role=dialog] textarea, [role=dialog] input[type=text]').last().fill('the twin was meant')
      await page.keyboard.press('Control+Enter')
      await page.locator('[role=dialog] h3').waitFor()
    },
  },
  {
    name: 'record-enrollment', role: 'front-desk', go: async (page) => {
      const id = await byMail(page)
      await page.goto(`/patients/${id}/enrollment`)
      await page.locator('main table').first().waitFor()
      await settled(page)
    },
  },
  {
    name: 'record-preferences', role: 'front-desk', go: async (page) => {
      await wishing(page)
      await page.keyboard.press('Control+Enter')
      await page.locator('main ul li button').waitFor()
    },
  },
  { name: 'record-wish', role: 'front-desk', go: wishing },
  {
    name: 'invitations', role: 'front-desk', go: async (page) => {
      await page.goto('/invitations')
      await settled(page)
      await page.locator('main button[aria-pressed]').last().click()
      await settled(page)
    },
  },
  {
    name: 'invitation', role: 'front-desk', go: async (page) => {
      await byMail(page)
      await page.locator('main a[href^="/invitations/"]').first().click()
      await page.waitForURL(/\/invitations\/[^/]+$/)
      await page.locator('main h1').waitFor()
      await page.locator('main blockquote').waitFor()
      await settled(page)
    },
  },
]
