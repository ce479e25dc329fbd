import type { Page } from 'playwright-core'
import { command, freshName, putOnRecord } from '#test/support/at-the-desk.ts'
import { activate, enterCode } from '#test/e2e/on-the-phone.ts'
import { eventually } from '#test/support/waiting.ts'

export type WithAccount = { id: string; given: string; family: string; birthDate: string; email: string; userName: string }

type Draft = { id: string; version: number; onFile: { contactId: string; kind: string }[] }

/** Somebody whom a front desk enrolls here and now, and who activates on the phone: the account and its password are our own pages’. */
export async function withAccount(desk: Page, phone: Page): Promise<WithAccount> {
  const family = freshName()
  const person = { given: 'Clint', family, birthDate: '1967-12-18', email: `clint@${family.toLowerCase()}.example`, userName: `clint.${family.toLowerCase()}` }
  const id = await putOnRecord(desk, { ...person, phone: '5558621582' })
  let draft = await command<Draft>(desk, '/enrollments/start', { patientId: id, portalId: 'mychart-ny-nj', reason: 'Asked at the desk' })
  const step = async (name: string, body: object) => {
    draft = await command<Draft>(desk, `/enrollments/${draft.id}/${name}`, body, { version: draft.version })
  }
  await step('record-identity', { kind: 'driver-licence', issuer: 'New York', expiresOn: '2031-01-01' })
  await step('settle-contact', { way: 'email', contactId: draft.onFile.find(({ kind }) => kind === 'email')?.contactId ?? '' })
  await step('choose-hand-over', { handOver: 'desk-code' })
  const { code } = await command<{ code: string }>(desk, `/enrollments/${draft.id}/show-code`, {}, { version: draft.version, stepUp: { action: 'enrollment.show-code', objectId: draft.id } })
  await enterCode(phone, code, person.birthDate)
  await activate(phone, person.userName)
  await phone.getByText('Your account is active').waitFor()
  return { id, ...person }
}

/** The newest link of a kind (`recover`, `reset`, `not-me`) that was mailed to an address. */
export async function mailedLink(page: Page, to: string, kind: string): Promise<string> {
  return eventually(`a link /p/${kind} for ${to}`, async () => {
    const { mails } = await (await page.request.get(`/api/demo/mailbox?to=${encodeURIComponent(to)}`)).json() as { mails: object[] }
    return new RegExp(`/p/${kind}/[\\w.~-]+`).exec(mails.map((mail) => JSON.stringify(mail)).find((text) => text.includes(`/p/${kind}/`)) ?? '')?.[0]
  })
}

/** Types the birth date on a page of the phone. */
export async function typeBirthDate(page: Page, birthDate: string): Promise<void> {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  await page.locator('#month').selectOption(String(Number(month)))
  await page.locator('#day').fill(String(Number(day)))
  await page.locator('#year').fill(year)
}
