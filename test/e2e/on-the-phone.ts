import type { BrowserContext, Page } from 'playwright-core'
import type { DemoInBrowser } from '#test/support/demo-in-browser.ts'

const PASSWORD = 'four quiet words by the harbor'

/** The patient’s own phone: 390 pixels wide, no session of the console, script switched off as on the plainest one. */
export async function phoneOf(demo: DemoInBrowser, language: 'en' | 'es' = 'en'): Promise<{ context: BrowserContext; page: Page }> {
  const context = await demo.browser.newContext({
    viewport: { width: 390, height: 844 }, javaScriptEnabled: false, baseURL: demo.server.origin, locale: language === 'es' ? 'es-US' : 'en-US', timezoneId: 'America/New_York',
  })
  return { context, page: await context.newPage() }
}

/** Types the desk’s code and the birth date. */
export async function enterCode(page: Page, code: string, birthDate: string): Promise<void> {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  await page.goto('/p')
  await page.locator('#code').fill(code)
  await page.locator('#month').selectOption(String(Number(month)))
  await page.locator('#day').fill(String(Number(day)))
  await page.locator('#year').fill(year)
  await page.locator('button[type=submit], form button').first().click()
}

/** Accepts terms and agreement one after the other, then chooses user name and password. */
export async function activate(page: Page, userName: string): Promise<void> {
  for (const step of ['terms', 'agreement']) {
    await page.locator(`form[action="/p/${step}"] input[name=accept]`).check()
    await page.locator(`form[action="/p/${step}"] button[value=accept]`).click()
  }
  await page.locator('#userName').fill(userName)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('#repeat').fill(PASSWORD)
  await page.locator('form[action="/p/sign-in"] button').first().click()
}
