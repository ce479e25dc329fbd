import type { BrowserContext, Page } from 'playwright-core'
import type { Role } from '#domain/roles.ts'
import { command, comersOf } from '#test/support/at-the-desk.ts'
import { byMail, settled, withCode } from '#test/support/tour-enroll.ts'
import { leaveReport } from '#test/support/demo-in-browser.ts'
import { buildReport } from '#test/server/outbox/build-report.ts'
import { eventually } from '#test/support/waiting.ts'
import { accept, atSignIn, atTerms, choose, enterCode } from '#test/support/tour-patient.ts'

type Stop = { name: string; role: Role; go: (page: Page) => Promise<void> }

/** Another browser beside this one, of the same looks: the patient's phone beside the desk, or the desk beside the phone. */
async function another(page: Page): Promise<{ context: BrowserContext; other: Page }> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the browser is gone')
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  return { context, other: await context.newPage() }
}

/** Lets the demo's time go by, with somebody at the desk all the while. */
async function pass(page: Page, minutes: number): Promise<void> {
  for (let left = minutes; left > 0; left -= 5) {
    await command(page, '/demo/clock', { advanceMinutes: Math.min(5, left) })
    await command(page, '/session/activity', {})
  }
}

/** A phone that has the code and looks at the terms; the desk beside it. */
async function tied(page: Page): Promise<void> {
  await withCode(page)
  const code = (await page.locator('main output').textContent() ?? '').replace(/\s/g, '')
  const { context, other } = await another(page)
  await other.goto('/p')
  await enterCode(other, code)
  await other.locator('form[action="/p/terms"]').waitFor()
  await page.locator('main output').waitFor({ state: 'detached' })
  await context.close()
}

/** An invitation by mail that came back, with the report of the mail system. */
async function bounced(page: Page): Promise<void> {
  await byMail(page)
  const family = (await page.locator('main h1').first().textContent() ?? '').split(' ').at(-1)?.toLowerCase() ?? ''
  const report = await eventually('the mail went out', async () => {
    const { mails } = await (await page.request.get(`/api/demo/mailbox?to=elvira@${family}.example`)).json() as { mails: { id: string; returnPath: string }[] }
    return mails[0]
  })
  leaveReport(new URL(page.url()).origin, report.id, buildReport({ to: report.returnPath }))
  await command(page, '/demo/clock', { advanceMinutes: 2 })
  await page.locator('main [role=status]').filter({ has: page.locator('button') }).first().waitFor()
}

/** Enrolling beside a phone that is slow, offline or lost, and other states that the screens notes name, on both sides of the counter. */
export const phoneStops: readonly Stop[] = [
  {
    name: 'enroll-code-expired', role: 'front-desk', go: async (page) => {
      await withCode(page)
      await pass(page, 10)
      await page.locator('main output').waitFor({ state: 'detached' })
    },
  },
  { name: 'enroll-phone-connected', role: 'front-desk', go: tied },
  {
    name: 'enroll-phone-silent', role: 'front-desk', go: async (page) => {
      await tied(page)
      await pass(page, 10)
      await page.locator('main aside [data-state=due]').waitFor()
    },
  },
  {
    name: 'enroll-phone-lost', role: 'front-desk', go: async (page) => {
      await tied(page)
      await page.keyboard.press('n')
      await page.locator('main output').waitFor()
    },
  },
  { name: 'enroll-mail-bounced', role: 'front-desk', go: bounced },
  {
    name: 'enroll-terms-refused', role: 'front-desk', go: async (page) => {
      await tied(page)
      await page.locator('main header button').last().click()
      await page.locator('[role=dialog] select').selectOption('terms-refused')
    },
  },
  {
    name: 'enroll-already-active', role: 'front-desk', go: async (page) => {
      const active = (await comersOf(page)).find(({ age, portalState }) => age >= 18 && portalState === 'active')
      if (!active) throw new Error('nobody with an account comes this week')
      await page.goto(`/patients/${active.patientId}/enroll`)
      await settled(page)
    },
  },
  {
    name: 'patient-not-now', role: 'front-desk', go: async (page) => {
      await atTerms(page)
      await page.locator('button[value=not-now]').click()
      await page.locator('form').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'patient-offline', role: 'front-desk', go: async (page) => {
      await atTerms(page)
      await page.locator('input[name=accept]').check()
      await page.context().setOffline(true)
      await page.locator('button[value=accept]').click()
      await page.locator('#offline:not([hidden])').waitFor()
    },
  },
  {
    name: 'patient-slow', role: 'front-desk', go: async (page) => {
      await atTerms(page)
      await page.locator('input[name=accept]').check()
      // As the browser tells of a press; the page itself stays, as it does while an answer is awaited.
      await page.locator('#step').evaluate((form) => form.dispatchEvent(new Event('submit', { bubbles: true })))
      await page.locator('#slow:not([hidden])').waitFor()
    },
  },
  {
    name: 'patient-code-ended', role: 'front-desk', go: async (page) => {
      const id = await withCode(page)
      const code = (await page.locator('main output').textContent() ?? '').replace(/\s/g, '')
      const { portals } = await (await page.request.get(`/api/patients/${id}/enrollment`)).json() as { portals: { openEnrollmentId: string | null }[] }
      const cookies = await page.context().cookies()
      const { context, other: desk } = await another(page)
      await context.addCookies(cookies)
      await page.goto('about:blank')
      await page.context().clearCookies()
      await page.goto('/p')
      await enterCode(page, code)
      await page.locator('form[action="/p/terms"]').waitFor()
      await desk.goto(`/enroll/${portals.find(({ openEnrollmentId }) => openEnrollmentId !== null)?.openEnrollmentId ?? ''}`)
      await desk.locator('main h2').first().waitFor()
      await settled(desk)
      await desk.keyboard.press('n')
      await desk.locator('main output').waitFor()
      await context.close()
      await accept(page, 'terms')
      await page.locator('form').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'patient-active-already', role: 'front-desk', go: async (page) => {
      await atSignIn(page)
      const token = await page.locator('input[name=form]').first().inputValue()
      await choose(page, 'four quiet words by the harbor')
      await page.locator('form[action="/p/sign-in"]').waitFor({ state: 'detached' })
      await page.evaluate((form) => {
        const again = document.createElement('form')
        again.method = 'post'
        again.action = '/p/sign-in'
        const field = document.createElement('input')
        field.name = 'form'
        field.value = form
        again.append(field)
        document.body.append(again)
        again.submit()
      }, token)
      await page.locator('main > form').waitFor({ state: 'detached' })
      await page.locator('.bars').waitFor({ state: 'detached' })
    },
  },
]
