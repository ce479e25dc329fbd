import { asc, eq, isNotNull } from 'drizzle-orm'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { ageAt } from '#domain/birthdays.ts'
import { DAY, localDateOf } from '#domain/time.ts'
import { seedPractice } from '#seed/main.ts'
import type { Reader, Store } from '#db/store.ts'
import { startServer, type Running } from '#server/main.ts'
import { freshAddress, freshStore } from '#test/support/database.ts'
import { eventually } from '#test/support/waiting.ts'

const at = Date.UTC(2026, 10, 24, 15, 42)

async function seed(store: Store): Promise<void> {
  await seedPractice({
    store, mode: 'demo', at, timeZone: 'America/New_York', newId: () => 'unused',
    hashPassword: async (password) => `hash of ${password}`, seal: (plain) => `sealed ${plain}`, mailKeyId: 'key',
  })
}

async function everything(read: Reader): Promise<string> {
  const { t } = read
  const tables = [t.practice, t.sites, t.staff, t.staffRoles, t.staffSites, t.portals, t.portalPolicies, t.patients,
    t.patientIdentifiers, t.patientContacts, t.householdLinks, t.portalAccounts, t.practitioners, t.twoPersonRequests, t.outboxMails, t.auditEvents,
    t.appointments, t.orders, t.careTeamMembers, t.covers, t.enrollmentDeclines,
    t.proxyPersons, t.proxyGrants, t.proxyGrantEvents, t.proxyDocuments, t.legalStatuses, t.minorConsents, t.accessBlocks, t.recordItems]
  const rows = await Promise.all(tables.map((table) => read.select().from(table)))
  return JSON.stringify(rows.map((each) => each.map((row) => JSON.stringify(row)).toSorted()))
}

async function openDemo(): Promise<Running> {
  const address = await freshAddress()
  return startServer({
    PRACTICE: 'demo', PORT: '0', DATA_DIR: address.dataDir, LOG_LEVEL: 'silent', ...(address.databaseUrl ? { DATABASE_URL: address.databaseUrl } : {}),
  }, { seedPractice })
}

let store: Store
let read: Reader
beforeAll(async () => {
  store = await freshStore()
  read = store.read
  await seed(store)
})
afterAll(() => store.close())

test('the demo practice has at least 840 patients, all of New York, New Jersey and California', async () => {
  const patients = await read.select().from(read.t.patients).innerJoin(read.t.sites, eq(read.t.sites.id, read.t.patients.siteId))
  expect(patients.length).toBeGreaterThanOrEqual(840)
  expect(new Set(patients.map((row) => row.sites.jurisdiction))).toEqual(new Set(['NY', 'NJ', 'CA']))
  expect(patients.every((row) => row.patients.state === row.sites.jurisdiction)).toBe(true)
})

test('no name shown in the demo practice has a digit', async () => {
  const patients = await read.select().from(read.t.patients)
  const links = await read.select().from(read.t.householdLinks)
  const practitioners = await read.select().from(read.t.practitioners)
  const names = [
    ...patients.flatMap((one) => [one.legalFamily, one.legalGiven, one.usedGiven ?? '', one.familyKey, one.givenKey]),
    ...links.map((one) => one.relatedName), ...practitioners.map((one) => one.name),
  ]
  expect(names.filter((name) => /\d/.test(name))).toEqual([])
  expect(links.map((one) => one.relatedName)).not.toContain('')
})

test('every patient says which fields the seed made up', async () => {
  const patients = await read.select().from(read.t.patients)
  expect(patients.every((one) => one.madeFields.split(',').includes('site'))).toBe(true)
  const withEmail = await read.selectDistinct({ id: read.t.patientContacts.patientId }).from(read.t.patientContacts).where(eq(read.t.patientContacts.kind, 'email'))
  const said = new Map(patients.map((one) => [one.id, one.madeFields.split(',')]))
  expect(withEmail.length).toBeGreaterThan(300)
  expect(withEmail.filter(({ id }) => !said.get(id)?.includes('e-mail'))).toEqual([])
})

test('no social security, licence or passport number came along', async () => {
  const identifiers = await read.select().from(read.t.patientIdentifiers)
  expect(identifiers.filter((one) => /^999-|^S\d{8}$|^X\d+X$/.test(one.value))).toEqual([])
  const withMrn = new Set(identifiers.filter((one) => one.kind === 'mrn').map((one) => one.patientId))
  expect(withMrn.size).toBe(await read.$count(read.t.patients))
})

test('made-up e-mail addresses are at domains that nobody owns', async () => {
  const contacts = await read.select().from(read.t.patientContacts).where(eq(read.t.patientContacts.kind, 'email'))
  expect(contacts.filter((one) => !/^[a-z0-9.]+@example\.(com|org)$/.test(one.value))).toEqual([])
})

test('R9: no two adults of the demo practice share an e-mail address', async () => {
  const adults = (await read.select().from(read.t.patientContacts).innerJoin(read.t.patients, eq(read.t.patients.id, read.t.patientContacts.patientId)))
    .filter((row) => row.patient_contacts.kind === 'email' && ageAt(row.patients.birthDate, at, 'America/New_York') >= 18)
    .map((row) => row.patient_contacts.value)
  expect(new Set(adults).size).toBe(adults.length)
})

test('R10: most teens of a household share a number with a parent', async () => {
  const links = await read.select().from(read.t.householdLinks).where(isNotNull(read.t.householdLinks.relatedPatientId))
  const phones = new Map((await read.select().from(read.t.patientContacts).where(eq(read.t.patientContacts.kind, 'phone'))).map((one) => [one.patientId, one.searchKey]))
  const patients = new Map((await read.select().from(read.t.patients)).map((one) => [one.id, one]))
  const teens = [...Map.groupBy(links, (link) => link.patientId)].filter(([id]) => {
    const age = ageAt(patients.get(id)?.birthDate ?? '', at, 'America/New_York')
    return age >= 12 && age < 18
  })
  const sharing = teens.filter(([id, parents]) => parents.some((one) => phones.get(one.relatedPatientId ?? '') === phones.get(id)))
  expect(teens.length).toBeGreaterThan(20)
  expect(sharing.length / teens.length).toBeGreaterThan(0.85)
})

test('every standing in a portal occurs, and nobody under 13 has an account', async () => {
  const accounts = await read.select().from(read.t.portalAccounts).innerJoin(read.t.patients, eq(read.t.patients.id, read.t.portalAccounts.patientId))
  expect(new Set(accounts.map((row) => row.portal_accounts.state))).toEqual(new Set(['active', 'legacy-only', 'invited', 'suspended', 'ended']))
  expect(accounts.filter((row) => ageAt(row.patients.birthDate, at, 'America/New_York') < 13)).toEqual([])
  expect(accounts.filter((row) => row.patients.deceased && row.portal_accounts.state !== 'suspended')).toEqual([])
})

test('nothing made up lies in the future, and a few contacts are young', async () => {
  const contacts = await read.select().from(read.t.patientContacts).orderBy(asc(read.t.patientContacts.sinceAt))
  expect(contacts.filter((one) => one.sinceAt > at)).toEqual([])
  expect(contacts.filter((one) => one.sinceAt > at - 30 * DAY).length).toBeGreaterThan(5)
  expect(new Set(contacts.map((one) => one.sinceProof))).toEqual(new Set(['made', 'before-go-live']))
})

test('the six desks are staffed, a colleague is a patient here, a few charts are restricted', async () => {
  const staff = await read.select().from(read.t.staff)
  expect(staff.map((one) => one.userName)).toEqual(expect.arrayContaining([
    'rosa.delgado', 'tom.whitfield', 'carol.weimann', 'priya.nair', 'margaret.oyelaran', 'ken.ishii',
  ]))
  const carol = staff.find((one) => one.userName === 'carol.weimann')
  const [chart] = await read.select().from(read.t.patients).where(eq(read.t.patients.id, carol?.patientId ?? ''))
  expect(chart?.usedGiven).toBe('Carol')
  const restricted = await read.$count(read.t.patients, eq(read.t.patients.restricted, true))
  expect(restricted).toBeGreaterThan(0)
  expect(restricted).toBeLessThan(20)
})

test('practitioners have a site, and the practice’s own prescribers are matched with their desks', async () => {
  const practitioners = await read.select().from(read.t.practitioners)
  expect(practitioners.length).toBeGreaterThanOrEqual(349)
  expect(practitioners.filter((one) => one.siteId === null)).toEqual([])
  expect(practitioners.filter((one) => one.staffId !== null).map((one) => one.name).toSorted()).toEqual(['Dr. Carol Weimann', 'Dr. Samuel Fay'])
})

test('four requests wait for a second person, and one mail or more is in every state', async () => {
  const requests = await read.select().from(read.t.twoPersonRequests)
  expect(requests.filter((one) => one.state === 'open' && one.endsAt > at).length).toBe(4)
  expect(requests.filter((one) => one.decidedBy === one.requestedBy)).toEqual([])
  const mails = await read.select().from(read.t.outboxMails)
  expect(new Set(mails.map((one) => one.state))).toEqual(new Set(['queued', 'handed', 'refused', 'parked', 'bounced']))
  expect(mails.filter((one) => one.address === '' || one.queuedAt > at)).toEqual([])
})

test('the record tells of the last days in order, and of no restricted chart', async () => {
  const events = await read.select().from(read.t.auditEvents).orderBy(asc(read.t.auditEvents.seq))
  expect(events.length).toBeGreaterThan(300)
  expect(events.map((one) => one.at)).toEqual(events.map((one) => one.at).toSorted((a, b) => a - b))
  expect(events.at(-1)?.at).toBeLessThanOrEqual(at)
  const restricted = await read.select({ id: read.t.patients.id }).from(read.t.patients).where(eq(read.t.patients.restricted, true))
  const ids = new Set(restricted.map((one) => one.id))
  expect(events.filter((one) => ids.has(one.patientId ?? ''))).toEqual([])
})

test('AD-05: what the seed tells is sealed like any other event', async () => {
  const practice = await openDemo()
  const { read: db } = practice.app.store
  await eventually('every event is sealed', async () => await db.$count(db.t.auditSeals) === await db.$count(db.t.auditEvents))
  await practice.stop()
})

test('seeding twice, or starting over, gives the very same rows', async () => {
  const before = await everything(read)
  await seed(store)
  expect(await everything(read)).toBe(before)
  const other = await freshStore()
  await seed(other)
  expect(await everything(other.read)).toBe(before)
  await other.close()
})

test('people come to every site today, by its own clock: some were seen, some are here, some are still to come', async () => {
  const rows = await read.select().from(read.t.appointments).innerJoin(read.t.sites, eq(read.t.sites.id, read.t.appointments.siteId))
  for (const [name, all] of Map.groupBy(rows, (row) => row.sites.name)) {
    const today = all.filter((row) => localDateOf(row.appointments.startAt, row.sites.timeZone) === localDateOf(at, row.sites.timeZone))
    expect([name, today.length >= 20]).toEqual([name, true])
    expect(new Set(today.map((row) => row.appointments.patientId)).size).toBe(today.length)
    expect([...new Set(today.map((row) => row.appointments.status))]).toEqual(expect.arrayContaining(['fulfilled', 'booked']))
  }
})

test('two people of an earlier system share an NPI, and neither is matched; Dr. Weimann stands in for Dr. Fay', async () => {
  const doubtful = await read.select().from(read.t.practitioners).where(eq(read.t.practitioners.source, 'former-system'))
  expect(doubtful.map((one) => one.staffId)).toEqual([null, null])
  const [cover] = await read.select().from(read.t.covers).orderBy(asc(read.t.covers.fromAt)).limit(1)
  expect(cover?.fromAt).toBeLessThan(at)
  expect(cover?.untilAt).toBeGreaterThan(at)
})
