import { randomInt, randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { addDays } from '#domain/time.ts'

type Answer = { id: string; version: number }

type Act = { version?: number; stepUp?: { action: string; objectId: string } }

/** Does by the interface what a test needs to be there already; nothing of it is counted. The demo asks for no code. */
export async function command<T = Answer>(page: Page, path: string, body: object, { version, stepUp }: Act = {}): Promise<T> {
  const proof = stepUp ? (await command<{ proof: string }>(page, '/session/step-up', { code: '', ...stepUp })).proof : undefined
  const session = await (await page.request.get('/api/session')).json() as { session: { csrfToken: string } }
  const headers = {
    'X-CSRF-Token': session.session.csrfToken, 'Idempotency-Key': randomUUID(), Origin: new URL(page.url()).origin, 'Sec-Fetch-Site': 'same-origin',
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }), ...(proof ? { 'Step-Up': proof } : {}),
  }
  const answer = await page.request.post(`/api${path}`, { data: body, headers })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return await answer.json() as T
}

type Person = { given: string; family: string; birthDate: string; email?: string; phone?: string; language?: string }

/** Puts somebody on record at the desk's own site. */
export async function putOnRecord(page: Page, { given, family, birthDate, email, phone, language }: Person): Promise<string> {
  const { session } = await (await page.request.get('/api/session')).json() as { session: { staff: { siteId: string } } }
  const { id } = await command(page, '/patients', {
    legalGiven: given, legalFamily: family, birthDate, siteId: session.staff.siteId, email: email ?? null, phone: phone ?? null, phoneUse: phone ? 'mobile' : null,
    language: language ?? 'en', reason: 'New at the desk', override: { reason: 'Another person, seen with a photo ID' },
  })
  return id
}

type Known = { id: string; version: number; name: string; birthDate: string; age: number; household: { name: string; relationship: string; patientId: string | null }[] }

type Comes = { patientId: string; age: number; portalState: string }

/** Who comes today and in the six days after it: late in the evening hardly anybody comes any more today. */
export async function comersOf(page: Page): Promise<Comes[]> {
  const { day, rows } = await command<{ day: string; rows: Comes[] }>(page, '/today/search', {})
  const later = []
  for (const days of [1, 2, 3, 4, 5, 6]) later.push(...(await command<{ rows: Comes[] }>(page, '/today/search', { day: addDays(day, days) })).rows)
  return [...rows, ...later]
}

/** The youngest teenager of the demo who comes this week, 13 or older, and a parent who is a patient, too. */
export async function teenWithParent(page: Page): Promise<{ teen: Known; parent: Known }> {
  const read = async (id: string) => await (await page.request.get(`/api/patients/${id}`)).json() as Known
  const rows = await comersOf(page)
  const teens = rows.filter(({ age, portalState }) => age >= 13 && age < 18 && portalState !== 'active').toSorted((a, b) => a.age - b.age)
  for (const row of teens) {
    const teen = await read(row.patientId)
    const parent = teen.household.find(({ relationship, patientId }) => /^(mother|father|parent)$/.test(relationship) && patientId !== null)
    if (parent?.patientId) return { teen, parent: await read(parent.patientId) }
  }
  throw new Error('No teenager comes this week with a parent who is a patient')
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
let named = randomInt(letters.length ** 2)

/**
 * Letters of a made-up family name. Its first six are nobody else's of this run: what is typed of it finds one person, and
 * an address made of it is one person's alone.
 */
export function freshName(): string {
  named += 1
  const own = [Math.floor(named / letters.length), named, ...Array.from({ length: 4 }, () => randomInt(letters.length))]
  return `Fern${own.map((at) => letters[at % letters.length]).join('')}`
}

/** Figures as charts for whoever sits here, as everybody begins: the choice of tables is kept on the server. */
export async function asCharts(page: Page): Promise<void> {
  const { session } = await (await page.request.get('/api/session')).json() as { session: { staff: { language: string; theme: string; singleKeys: boolean } } }
  const { language, theme, singleKeys } = session.staff
  await command(page, '/account/preferences', { language, theme, singleKeys, figuresAsTables: false })
}
