import { expect } from 'vitest'
import type { GrantLine, MatrixAnswer, ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { eq } from 'drizzle-orm'
import { isoOf, localDateOf } from '#domain/time.ts'
import { birth, patientBrowser, PASSWORD } from '#test/server/enrollment/patient-browser.ts'
import { mailWith, pathOf } from '#test/server/enrollment/mailbox.ts'
import { proofFor } from '#test/server/patients/people.ts'
import type { Answer, Desk, TestPractice } from '#test/support/desk.ts'

export type Problem = { code: string; message: string; next: string; say?: string; current?: { grantId?: string; candidates?: unknown[] } }
type Granted = { id: string; state: string; version: number; told: number; mailWithheld: string | null } & Partial<Problem>

export const NY = 'mychart-ny-nj'

/** The local day of New York so many days from now. */
export function dayFrom(practice: TestPractice, days: number): string {
  return localDateOf(practice.clock.now() + days * 86_400_000, 'America/New_York')
}

/** The birth date of somebody who turns `age` in so many days; nobody is born on a 29th of February of a common year. */
export function turns(practice: TestPractice, age: number, inDays: number): string {
  const on = dayFrom(practice, inDays)
  const year = Number(on.slice(0, 4)) - age
  return `${year}${year % 4 === 0 ? on.slice(4) : on.slice(4).replace('-02-29', '-02-28')}`
}

let made = 0

/** Records a person who may be a proxy. Her name is her own unless the test says one. */
export async function buildPerson(desk: Desk, more: Record<string, unknown> = {}): Promise<string> {
  made += 1
  const body = { legalFamily: `Rodriguez${'abcdefghijklmnopqrstuvwxyz'[made % 26] ?? ''}${made}`, legalGiven: 'Inés', email: `person${made}@example.org`, reason: 'came to the desk', ...more }
  const answer = await desk.post<{ id: string }>('/api/proxy-persons', body)
  if (answer.status !== 200) throw new Error(`no person was recorded: ${JSON.stringify(answer.body)}`)
  return answer.body.id
}

/** What a mother brings along, for a child under 12, unless the test says something else. */
export function wish(practice: TestPractice, personId: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    portalId: NY, personId, relationship: 'mother', basis: 'parent', levelId: 'full', reviewOn: dayFrom(practice, 700), documents: [{ kind: 'birth-certificate' }],
    verifiedHow: 'photo-id', reason: 'the mother asks', ...more,
  }
}

/** Asks for access at a desk, with the second factor that a desk needs. */
export async function grant(practice: TestPractice, desk: Desk, patientId: string, body: Record<string, unknown>): Promise<Answer<Granted>> {
  return desk.post<Granted>(`/api/patients/${patientId}/grant-access`, body, { stepUp: await proofFor(practice, desk, 'proxy.grant', patientId) })
}

/** Grants access and lets the person confirm it on the mailed page. Returns the grant's id. */
export async function openAccess(practice: TestPractice, desk: Desk, patientId: string, patientBirthDate: string, more: { person?: Record<string, unknown>; wish?: Record<string, unknown> } = {}): Promise<{ grantId: string; personId: string; email: string }> {
  const email = typeof more.person?.email === 'string' ? more.person.email : `mother${made + 1}@example.org`
  const personId = await buildPerson(desk, { ...more.person, email })
  const granted = await grant(practice, desk, patientId, wish(practice, personId, more.wish))
  expect([granted.status, granted.body.code ?? granted.body.state]).toEqual([200, 'pending'])
  await confirm(practice, email, patientBirthDate)
  return { grantId: granted.body.id, personId, email }
}

/** Opens the newest invitation that went to an address and confirms it with a new account. */
export async function confirm(practice: TestPractice, email: string, birthDate: string): Promise<void> {
  const mail = await mailWith(practice, email, '/p/proxy/')
  const browser = patientBrowser(practice.origin)
  await browser.open(pathOf(mail))
  await browser.send(birth(birthDate))
  made += 1
  const done = await browser.send({ account: 'new', userName: `proxy.${made}`, password: PASSWORD, repeat: PASSWORD, do: 'confirm' })
  expect([done.status, done.title]).toEqual([200, 'Confirmed'])
}

/** A second person approves a request. */
export async function approve(practice: TestPractice, userName: string, requestId: string): Promise<Answer<Partial<Problem>>> {
  const officer = await practice.as(userName)
  const { twoPersonRequests: t } = practice.app.store.read.t
  const [row] = await practice.app.store.read.select({ version: t.version }).from(t).where(eq(t.id, requestId))
  return officer.post(`/api/two-person-requests/${requestId}/approve`, {}, { version: row?.version ?? 1, stepUp: await proofFor(practice, officer, 'two-person.approve', requestId) })
}

/** The proxy tab. */
export async function proxies(desk: Desk, patientId: string): Promise<ProxiesAnswer> {
  const answer = await desk.get<ProxiesAnswer>(`/api/patients/${patientId}/proxies`)
  if (answer.status !== 200) throw new Error(`the proxies were not read: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** One grant as the tab shows it now. */
export async function grantNow(desk: Desk, patientId: string, grantId: string): Promise<GrantLine> {
  const line = (await proxies(desk, patientId)).grants.find((one) => one.id === grantId)
  if (!line) throw new Error('no such grant on the tab')
  return line
}

/** Who can see what, compared between two instants. */
export async function matrix(desk: Desk, patientId: string, at?: number, second?: number, portal?: string): Promise<MatrixAnswer> {
  const query = new URLSearchParams({ ...(at === undefined ? {} : { at: isoOf(at) }), ...(second === undefined ? {} : { with: isoOf(second) }), ...(portal ? { portal } : {}) })
  const answer = await desk.get<MatrixAnswer>(`/api/patients/${patientId}/access?${query.toString()}`)
  if (answer.status !== 200) throw new Error(`the matrix was not read: ${JSON.stringify(answer.body)}`)
  return answer.body
}
