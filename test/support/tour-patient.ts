import type { Page } from 'playwright-core'
import type { Role } from '#domain/roles.ts'
import { withCode } from '#test/support/tour-enroll.ts'

type Stop = { name: string; role: Role; go: (page: Page) => Promise<void> }

/** The desk's code in the patient's own browser: the console's session is gone from it, as a code opens nothing beside one (ID-04). */
async function atCode(page: Page): Promise<string> {
  await withCode(page)
  const code = (await page.locator('main output').textContent() ?? '').replace(/\s/g, '')
  // The console is left first: what it asks in the background would be answered 401 without its cookies.
  await page.goto('about:blank')
  await page.context().clearCookies()
  await page.goto('/p')
  await page.locator('#code').waitFor()
  return code
}

export async function enterCode(page: Page, code: string, year = '1990'): Promise<void> {
  await page.locator('#code').fill(code)
  await page.locator('#month').selectOption('3')
  await page.locator('#day').fill('22')
  await page.locator('#year').fill(year)
  await page.locator('main form button').first().click()
}

export async function accept(page: Page, step: 'terms' | 'agreement'): Promise<void> {
  await page.locator(`form[action="/p/${step}"] input[name=accept]`).check()
  await page.locator(`form[action="/p/${step}"] button[value=accept]`).click()
}

export async function atTerms(page: Page): Promise<void> {
  await enterCode(page, await atCode(page))
  await page.locator('form[action="/p/terms"]').waitFor()
}

async function atAgreement(page: Page): Promise<void> {
  await atTerms(page)
  await accept(page, 'terms')
  await page.locator('form[action="/p/agreement"]').waitFor()
}

export async function atSignIn(page: Page): Promise<void> {
  await atAgreement(page)
  await accept(page, 'agreement')
  await page.locator('#userName').waitFor()
}

export async function choose(page: Page, password: string, repeat = password): Promise<void> {
  await page.locator('#userName').fill(`elvira.${Date.now().toString(36)}`)
  await page.locator('#password').fill(password)
  await page.locator('#repeat').fill(repeat)
  await page.locator('form[action="/p/sign-in"] button').first().click()
}

/** The pages that a patient sees, each state that the screens notes name. */
export const patientStops: readonly Stop[] = [
  { name: 'patient-code', role: 'front-desk', go: async (page) => void await atCode(page) },
  {
    name: 'patient-code-wrong', role: 'front-desk', go: async (page) => {
      await enterCode(page, await atCode(page), '1991')
      await page.locator('.refusal').waitFor()
    },
  },
  { name: 'patient-terms', role: 'front-desk', go: atTerms },
  { name: 'patient-agreement', role: 'front-desk', go: atAgreement },
  {
    name: 'patient-sign-in-refused', role: 'front-desk', go: async (page) => {
      await atSignIn(page)
      await choose(page, 'four quiet words by the harbor', 'four quiet words by the river')
      await page.locator('.refusal').first().waitFor()
    },
  },
  {
    name: 'patient-active', role: 'front-desk', go: async (page) => {
      await atSignIn(page)
      await choose(page, 'four quiet words by the harbor')
      await page.locator('form[action="/p/sign-in"]').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'patient-ended', role: 'front-desk', go: async (page) => {
      await page.goto('about:blank')
      await page.context().clearCookies()
      await page.goto('/p/i/not-a-link-that-was-ever-sent-to-anybody-0000000')
    },
  },
]
