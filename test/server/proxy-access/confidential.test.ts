import { and, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ItemsAnswer } from '#domain/contracts/proxy-access.ts'
import { countsOf, importFiles, putFile } from '#test/server/feeds/feed-files.ts'
import { mailsTo } from '#test/server/enrollment/mailbox.ts'
import { proofFor } from '#test/server/patients/people.ts'
import { approve, confirm, buildPerson, matrix, openAccess, turns, wish } from '#test/server/proxy-access/family.ts'
import { openPortal, type Portal } from '#test/server/proxy-access/portal.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

const meta = { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'STD' }] }
type Twin = { id: string; key: string; birthDate: string }

let practice: TestPractice
let desk: Desk
let portal: Portal
/** Twins of each age: the one was seen in confidence as well, the other was not. Nothing else differs. */
const twins: Record<'child' | 'teen', { seen: Twin; plain: Twin }> = { child: { seen: twin('c1'), plain: twin('c2') }, teen: { seen: twin('t1'), plain: twin('t2') } }
function twin(key: string): Twin {
  return { id: '', key, birthDate: '' }
}

/** What one visit leaves, as the systems beside us send it. */
function visit(patient: string, name: string, on: string, labels: object, dollars: number): object[] {
  const [subject, id] = [{ reference: `Patient/${patient}` }, `${patient}-${name}`]
  return [
    { resourceType: 'Appointment', id, ...labels, status: 'fulfilled', start: `${on}T15:00:00Z`, minutesDuration: 20, participant: [{ actor: subject }] },
    { resourceType: 'Observation', id, status: 'final', subject, code: { coding: [{ system: 'http://loinc.org', code: '2823-3', display: 'Potassium' }] }, effectiveDateTime: `${on}T15:00:00Z`, issued: `${on}T18:00:00Z`, valueQuantity: { value: 4.2, unit: 'mmol/L' } },
    { resourceType: 'DiagnosticReport', id, ...labels, status: 'final', subject, category: [{ coding: [{ code: 'LAB' }] }], code: { coding: [{ system: 'http://loinc.org', code: '2823-3', display: 'Potassium' }], text: 'Potassium' }, result: [{ reference: `Observation/${id}` }], effectiveDateTime: `${on}T15:00:00Z`, issued: `${on}T18:00:00Z` },
    { resourceType: 'DocumentReference', id, ...labels, status: 'current', subject, type: { text: 'Progress note' }, date: `${on}T16:00:00Z` },
    { resourceType: 'DocumentReference', id: `${id}-l`, ...labels, status: 'current', subject, type: { coding: [{ system: 'http://loinc.org', code: '51852-2' }] }, date: `${on}T16:00:00Z` },
    { resourceType: 'Condition', id, ...labels, subject, code: { text: 'Seen' }, recordedDate: on },
    { resourceType: 'MedicationRequest', id, ...labels, status: 'active', subject, medicationCodeableConcept: { text: 'Tablets' }, authoredOn: on },
    { resourceType: 'Immunization', id, ...labels, status: 'completed', patient: subject, occurrenceDateTime: on },
    { resourceType: 'ChargeItem', id, ...labels, status: 'billed', subject, occurrenceDateTime: on, priceOverride: { value: dollars, currency: 'USD' } },
  ]
}

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
  portal = await openPortal(practice)
  const on = (days: number) => turns(practice, 0, days)
  const rows: object[] = []
  for (const [age, birthDate] of [['child', turns(practice, 11, -40)], ['teen', turns(practice, 15, -40)]] as const) {
    for (const which of ['seen', 'plain'] as const) {
      const { key } = twins[age][which]
      twins[age][which].birthDate = birthDate
      rows.push({ resourceType: 'Patient', id: key, identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'urn:test:mrn', value: `M-${key}` }], name: [{ use: 'official', family: 'Gemini', given: [`Sky ${key}`] }], birthDate })
    }
  }
  const all = Object.values(twins).flatMap(({ seen, plain }) => [
    ...visit(seen.key, 'check-up', on(-30), {}, 80), ...visit(plain.key, 'check-up', on(-30), {}, 80), ...visit(seen.key, 'private', on(-9), { meta }, 125.35),
  ])
  const { row } = await importFiles(practice.app, [putFile(practice.app, 'people.ndjson', rows as Record<string, unknown>[]), ...['Appointment', 'Observation', 'DiagnosticReport', 'DocumentReference', 'Condition', 'MedicationRequest', 'Immunization', 'ChargeItem']
    .map((type) => putFile(practice.app, `${type}.ndjson`, all.filter((one) => (one as { resourceType: string }).resourceType === type) as Record<string, unknown>[]))])
  if (countsOf(row)?.at(-1) !== 0) throw new Error(`rows of the feed were refused: ${String(countsOf(row))}`)
  const { patientIdentifiers: i } = practice.app.store.read.t
  for (const each of Object.values(twins).flatMap(({ seen, plain }) => [seen, plain])) {
    const [found] = await practice.app.store.read.select({ id: i.patientId }).from(i).where(eq(i.value, `M-${each.key}`))
    each.id = found?.id ?? ''
  }
})
afterAll(() => practice.stop())

/** What a portal hears of this person’s view, without the ids that differ between the twins by nature. */
async function heard(one: Twin, viewer: string) {
  const { body } = await portal.access(one.id, viewer)
  return { ...body, patientId: '', viewer: '', at: '', items: body.items.map((item) => item.category).toSorted() }
}
const items = async (one: Twin, person?: string) => (await desk.get<ItemsAnswer>(`/api/patients/${one.id}/access-items${person ? `?person=${person}` : ''}`)).body

describe('R31: a confidential visit', () => {
  test('of a child under 12 is in no list, count, amount or coming change that a parent’s portal is told', async () => {
    const { seen, plain } = twins.child
    const [of, without] = [await openAccess(practice, desk, seen.id, seen.birthDate), await openAccess(practice, desk, plain.id, plain.birthDate)]
    const told = await heard(seen, of.personId)
    expect(told).toEqual(await heard(plain, without.personId))
    expect(told).toMatchObject({ counts: { appointment: 1, result: 1, note: 1, letter: 1, diagnosis: 1, medication: 1, immunization: 1, 'bill-line': 1 }, billTotalCents: 8_000 })
    expect(told.capabilities.some((one) => one.answer === 'per-item')).toBe(false)
  })

  test('of a teen leaves the bills, letters and immunizations that stay with a parent as if it had not been', async () => {
    const { seen, plain } = twins.teen
    const [of, without] = [await openAccess(practice, desk, seen.id, seen.birthDate), await openAccess(practice, desk, plain.id, plain.birthDate)]
    const told = await heard(seen, of.personId)
    expect(told).toEqual(await heard(plain, without.personId))
    expect(told).toMatchObject({ counts: { letter: 1, immunization: 1, 'bill-line': 1 }, billTotalCents: 8_000 })
    expect(told.items).toEqual(['bill-line', 'immunization', 'letter'])
  })

  test('is closed as well to a parent to whom the teen opened everything else', async () => {
    const { seen, plain } = twins.teen
    const persons = []
    for (const one of [seen, plain]) {
      const email = `wide.${one.key}@example.org`
      const personId = await buildPerson(desk, { email })
      const asked = await desk.post<{ requestId: string }>(`/api/patients/${one.id}/ask-for-access`, wish(practice, personId, { basis: 'teen-consent', documents: [{ kind: 'minor-consent-form' }] }))
      expect((await approve(practice, 'privacy1', asked.body.requestId)).status).toBe(200)
      await confirm(practice, email, one.birthDate)
      persons.push(personId)
    }
    const told = await heard(seen, persons[0] ?? '')
    expect(told).toEqual(await heard(plain, persons[1] ?? ''))
    expect(told).toMatchObject({ counts: { appointment: 1, result: 1, medication: 1, note: 1, diagnosis: 1 }, billTotalCents: 8_000 })
  })

  test('is in neither the page that a parent takes home nor any mail', async () => {
    const { seen, plain } = twins.child
    const [of, without] = [await openAccess(practice, desk, seen.id, seen.birthDate), await openAccess(practice, desk, plain.id, plain.birthDate)]
    const page = async (one: Twin, personId: string) => {
      const { body } = await desk.get<Record<string, unknown>>(`/api/patients/${one.id}/parent-page?person=${personId}`)
      return { ...body, patientName: '', personName: '', at: '' }
    }
    expect(await page(seen, of.personId)).toEqual(await page(plain, without.personId))
    const words = async (email: string) => (await mailsTo(practice, email)).map((mail) => [mail.subject, mail.text.replace(/https?:\S+/g, '').replaceAll(/Rodriguez\w+/g, '')])
    expect(await words(of.email)).toEqual(await words(without.email))
  })

  test('staff see each of its items with who is kept from it and why; their matrix says that single items are closed', async () => {
    const { seen } = twins.child
    const { personId } = await openAccess(practice, desk, seen.id, seen.birthDate)
    const shown = await items(seen, personId)
    const closed = shown.items.filter((one) => !one.visible)
    expect(closed.map((one) => one.category).toSorted()).toEqual(['appointment', 'bill-line', 'diagnosis', 'immunization', 'letter', 'medication', 'note', 'result'])
    expect(new Set(closed.map((one) => `${one.why.code} ${one.why.rule}`))).toEqual(new Set(['CONFIDENTIAL_TO_MINOR R31']))
    expect(shown).toMatchObject({ billTotalCents: 8_000, counts: { 'bill-line': 1 } })
    const seenBy = await matrix(desk, seen.id)
    const results = seenBy.rows.findIndex((row) => row.capability === 'see-results')
    expect(seenBy.columns.find((one) => one.personId === personId)?.first[results]?.answer).toBe('per-item')
  })

  test('opens to one parent when the minor agrees, and closes again on the next request; the age band stays', async () => {
    const { seen, plain } = twins.teen
    const [she, he] = [await openAccess(practice, desk, seen.id, seen.birthDate), await openAccess(practice, desk, seen.id, seen.birthDate)]
    const clinician = await practice.as('clinician1')
    const given = await desk.post<{ id: string; code?: string }>(`/api/patients/${seen.id}/minor-consent`, { personId: she.personId, serviceLine: 'sti-care', reason: 'the teen said so, alone in the room' }, { stepUp: await proofFor(practice, desk, 'proxy.minor-consent', seen.id) })
    expect([given.status, given.body.code]).toEqual([200, undefined])
    expect(await heard(seen, she.personId)).toMatchObject({ counts: { letter: 2, immunization: 2, 'bill-line': 2 }, billTotalCents: 20_535 })
    expect(Object.keys((await heard(seen, she.personId)).counts).toSorted()).toEqual(['bill-line', 'immunization', 'letter'])
    const another = await openAccess(practice, desk, plain.id, plain.birthDate)
    expect(await heard(seen, he.personId)).toEqual(await heard(plain, another.personId))
    expect((await clinician.post(`/api/minor-consents/${given.body.id}/withdraw`, {})).status).toBe(200)
    expect(await heard(seen, she.personId)).toEqual(await heard(plain, another.personId))
  })
})

test('R67, R68: what is not out on the portal is in nobody’s count: a note that is not shared, a result that is held', async () => {
  const { plain } = twins.child
  const { personId } = await openAccess(practice, desk, plain.id, plain.birthDate)
  const before = await heard(plain, personId)
  await practice.app.store.tx(async (w) => {
    await w.update(w.t.sharedItems).set({ shared: false }).where(and(eq(w.t.sharedItems.patientId, plain.id), ne(w.t.sharedItems.kind, 'medication')))
    await w.update(w.t.results).set({ status: 'preliminary' }).where(eq(w.t.results.patientId, plain.id))
  })
  const after = await heard(plain, personId)
  expect(before.counts).toMatchObject({ note: 1, result: 1 })
  expect([after.counts.note, after.counts.diagnosis, after.counts.result, after.counts.medication]).toEqual([undefined, undefined, undefined, 1])
})
