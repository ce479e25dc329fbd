import { and, asc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE } from '#domain/time.ts'
import { rolesOfPractitioners } from '#server/practitioners/list-practitioners.ts'
import { freshAddress } from '#test/support/database.ts'
import { countsOf, fhirPatient, fhirPatients, firstSite, importFiles, putFile, refusalsOf } from '#test/server/feeds/feed-files.ts'
import { quietPractice, type QuietPractice } from '#test/server/feeds/practice-without-server.ts'

let practice: QuietPractice
beforeAll(async () => { practice = await quietPractice(await freshAddress()) })
afterAll(() => practice.close())

const start = Date.UTC(2026, 10, 24, 15)
const practitioner = { resourceType: 'Practitioner', id: 'd1', identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '9999992198' }], name: [{ family: 'Bergstrom', given: ['Randy'] }] }
const role = {
  resourceType: 'PractitionerRole', practitioner: { reference: 'Practitioner/d1' }, location: [{ reference: 'Location/l1' }],
  specialty: [{ text: 'Family Medicine' }],
}
const related = { resourceType: 'RelatedPerson', id: 'r1', patient: { reference: 'Patient/p1' }, name: [{ family: 'Family1', given: ['Maria'] }], relationship: [{ coding: [{ code: 'MTH' }] }] }
const appointment = {
  resourceType: 'Appointment', id: 'a1', status: 'booked', start: new Date(start).toISOString(), minutesDuration: 20, serviceType: [{ text: 'Follow-up' }],
  participant: [{ actor: { reference: 'Patient/p1' } }, { actor: { reference: 'Practitioner/d1' } }, { actor: { reference: 'Location/l1' } }],
}

test('an export of all seven kinds comes in whole, whatever the order of its files, and changes nothing when it comes again', async () => {
  const { app } = practice
  const files = [
    putFile(app, 'a-appointments.ndjson', [appointment, { ...appointment, id: 'a2', participant: [{ actor: { reference: 'Patient/nobody' } }] }]),
    putFile(app, 'b-related.ndjson.gz', [related]),
    putFile(app, 'c-patients.ndjson.gz', fhirPatients(40)),
    putFile(app, 'd-roles.ndjson', [role]),
    putFile(app, 'e-practitioners.ndjson', [practitioner]),
    putFile(app, 'f-places.json', JSON.stringify({
      resourceType: 'Bundle', type: 'batch',
      entry: [
        { resource: { resourceType: 'Location', id: 'l1', name: 'North wing', managingOrganization: { reference: 'Organization/o1' } } },
        { resource: { resourceType: 'Organization', id: 'o1', name: 'Maple' } },
        { resource: { resourceType: 'Procedure', id: 'x' } }, { resource: { resourceType: 'Procedure', id: 'y' } },
      ],
    })),
  ]
  const tried = await importFiles(app, files, { dryRun: true })
  expect([tried.row?.state, countsOf(tried.row)]).toEqual(['done', [49, 45, 1, 0, 3]])
  expect(await app.store.read.$count(app.store.read.t.patients)).toBe(0)

  const first = await importFiles(app, files)
  expect([first.row?.state, countsOf(first.row)]).toEqual(['done', [49, 45, 1, 0, 3]])
  const refusals = await refusalsOf(app, first.id)
  expect(refusals).toEqual(await refusalsOf(app, tried.id))
  expect(refusals.map((one) => one.slice(1))).toEqual([[3, 'Procedure', 'FEED_TYPE_NOT_READ', 2], [2, 'Appointment', 'FEED_PATIENT_UNKNOWN', 1]])

  const again = await importFiles(app, files)
  expect([again.row?.state, countsOf(again.row)]).toEqual(['done', [49, 0, 0, 46, 3]])

  const { practitioners: p, patients, appointments } = app.store.read.t
  const booked = await app.store.read.select().from(appointments).where(eq(appointments.siteId, await firstSite(app)))
  const [doctor] = await app.store.read.select().from(p).where(eq(p.sourceId, 'd1'))
  const [patient] = await app.store.read.select().from(patients).where(eq(patients.sourceId, 'p1'))
  expect(doctor).toMatchObject({ npi: '9999992198', specialty: 'Family Medicine' })
  expect(booked).toMatchObject([{ startAt: start, endAt: start + 20 * MINUTE, visit: 'Follow-up', patientId: patient?.id, practitionerId: doctor?.id }])
})

test('every row says which file and line it came from, and the audit says how many came', async () => {
  const { app } = practice
  const { id } = await importFiles(app, [putFile(app, 'traced.ndjson', [fhirPatient(500), fhirPatient(501)])])
  const { rowOrigins: o, patients: p, importFiles: f, auditEvents: e } = app.store.read.t
  const rows = await app.store.read.select({ sourceId: p.sourceId, line: o.line, outcome: o.outcome, name: f.name, sha256: f.sha256 }).from(o)
    .innerJoin(p, eq(p.id, o.rowId)).innerJoin(f, and(eq(f.importId, o.importId), eq(f.place, o.filePlace))).where(eq(o.importId, id)).orderBy(asc(o.line))
  expect(rows).toMatchObject([
    { sourceId: 'p500', line: 1, outcome: 'created', name: 'traced.ndjson' }, { sourceId: 'p501', line: 2, outcome: 'created' },
  ])
  expect(rows[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  const events = await app.store.read.select({ event: e.event, detail: e.detail }).from(e).where(eq(e.objectId, id)).orderBy(asc(e.seq))
  expect(events.map(({ event }) => event)).toEqual(['import.begun', 'patient.imported', 'import.ended'])
  expect(JSON.parse(events[1]?.detail ?? '')).toEqual({ source: 'test-feed', created: 2, changed: 0, unchanged: 0, refused: 0 })
})

test('ID-02: who is missing from a file stays; a contact that a feed changes is young, and that it changed is a fact of its own', async () => {
  const { app } = practice
  const since = { telecom: [{ system: 'email', value: 'old@example.org', period: { start: '2020-01-01' } }] }
  await importFiles(app, [putFile(app, 'before.ndjson', [fhirPatient(600, since), fhirPatient(601)])])
  const began = app.clock.now()
  const claims = { telecom: [{ system: 'email', value: 'new@example.org', period: { start: '2020-01-01' } }] }
  const { row } = await importFiles(app, [putFile(app, 'after.ndjson', [fhirPatient(600, claims)])])
  expect(countsOf(row)).toEqual([1, 0, 1, 0, 0])
  const { patients: p, patientContacts: c, contactChanges: h } = app.store.read.t
  const here = await app.store.read.select().from(p).where(eq(p.source, 'test-feed'))
  expect(here.some((one) => one.sourceId === 'p601')).toBe(true)
  const changed = here.find((one) => one.sourceId === 'p600')
  const [now] = await app.store.read.select().from(c).where(and(eq(c.patientId, changed?.id ?? ''), isNull(c.retiredAt)))
  expect(now).toMatchObject({ value: 'new@example.org', sinceProof: 'first-seen' })
  expect(now?.sinceAt).toBeGreaterThanOrEqual(began)
  const [fact] = await app.store.read.select().from(h).where(eq(h.patientId, changed?.id ?? ''))
  expect(fact).toMatchObject({ addedIds: now?.id, toldAt: null, importId: row?.id })
  expect(fact?.retiredIds).not.toBe('')
})

test('of a hundred rows three are bad: the others come in, and each of the three is named with its line', async () => {
  const { app } = practice
  const rows: (Record<string, unknown> | string)[] = fhirPatients(100, 700)
  rows[9] = '{"resourceType":"Patient", cut off'
  rows[19] = fhirPatient(719, { birthDate: '2014-02-30' })
  rows[29] = fhirPatient(729, { identifier: fhirPatient(700).identifier })
  const { id, row } = await importFiles(app, [putFile(app, 'some-bad.ndjson', rows)])
  expect(countsOf(row)).toEqual([100, 97, 0, 0, 3])
  expect(await refusalsOf(app, id)).toEqual([
    [1, 10, '', 'FEED_ROW_NOT_JSON', 1], [1, 20, 'Patient', 'BIRTH_DATE_NOT_A_DAY', 1], [1, 30, 'Patient', 'IDENTIFIER_TAKEN', 1],
  ])
})

test('a file that is cut off gives what it held, and says so', async () => {
  const { app } = practice
  const whole = putFile(app, 'whole.ndjson.gz', fhirPatients(3_000, 2_000))
  const { readFileSync } = await import('node:fs')
  const bytes = readFileSync(whole)
  const { row } = await importFiles(app, [putFile(app, 'cut.ndjson', bytes.subarray(0, bytes.length - 2_000))])
  expect(row?.state).toBe('failed')
  expect(JSON.parse(row?.failure ?? '{}')).toEqual({ code: 'IMPORT_UNREADABLE', facts: {} })
  expect(row?.created).toBeGreaterThan(1_000)
})

test('a practitioner with several roles at several places keeps every one of them, once, however often they come', async () => {
  const { app } = practice
  const at = (location: string[], specialty: string[]) => ({
    resourceType: 'PractitionerRole', practitioner: { reference: 'Practitioner/d7' }, location: location.map((id) => ({ reference: `Location/${id}` })), specialty: specialty.map((text) => ({ text })),
  })
  const files = [
    putFile(app, 'd7.ndjson', [{ ...practitioner, id: 'd7', identifier: [], name: [{ family: 'Several', given: ['Sam'] }] }]),
    putFile(app, 'd7-places.ndjson', [{ resourceType: 'Location', id: 'north', name: 'North House' }, { resourceType: 'Location', id: 'south', name: 'South House' }]),
    putFile(app, 'd7-roles.ndjson', [at(['north', 'south'], ['Pediatrics']), at(['south'], ['Family Medicine', 'Sports Medicine']), at([], ['Teaching'])]),
  ]
  expect(countsOf((await importFiles(app, files)).row)).toEqual([6, 3, 3, 0, 0])
  expect(countsOf((await importFiles(app, files)).row)).toEqual([6, 0, 0, 6, 0])
  const { practitioners: p } = app.store.read.t
  const [doctor] = await app.store.read.select().from(p).where(eq(p.sourceId, 'd7'))
  const roles = (await rolesOfPractitioners(app.store.read, [doctor?.id ?? ''])).get(doctor?.id ?? '')
  expect(doctor?.specialty).toBe('Pediatrics')
  expect(roles?.map((one) => `${one.specialty} at ${one.place}`).toSorted()).toEqual([
    'Family Medicine at South House', 'Pediatrics at North House', 'Pediatrics at South House', 'Sports Medicine at South House', 'Teaching at null',
  ])
})
