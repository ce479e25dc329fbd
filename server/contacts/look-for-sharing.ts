import { aliasedTable, and, eq, gt, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { ageAt, birthdayStartsAt } from '#domain/birthdays.ts'
import { ADULT_FROM, checkContact } from '#domain/enrollment/contact-check.ts'
import { reachKey } from '#domain/reach.ts'
import { MINUTE, type Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { portalsNow, servesState, type PortalNow } from '#server/contacts/portal-now.ts'
import { readersOf } from '#server/contacts/readers.ts'
import { every, type Counts, type Job } from '#server/jobs/jobs.ts'

/** Mailboxes of one slice: the writer is busy for some milliseconds at most. */
const SLICE = 50
const FILL = 500
/** Mailboxes of one run; the next run goes on with the next, and begins anew after the last. */
const MOST_PER_RUN = 500
const cursors = new WeakMap<App, string>()
/** Mailbox keys begin after this sign; keys of phone numbers begin with one before it and are checked when they are used (R10). */
const FIRST_MAILBOX = ','

export type Sharing = { contactId: string; otherPatientId: string; relation: string; rule: 'R9' | 'R10'; arisesAt: Instant }

/**
 * Keeps the worklist of shared mailboxes (R9, R10): walks the index of mailboxes that more than one patient has, never the
 * patients. A child's is written down before it is against the rule, with the midnight of the birthday from which it is, so
 * that nobody has to run a job on that day. What feeds changed is found here; what a desk changes, at once.
 */
export const lookForSharingJob: Job = { name: 'look-for-shared-contacts', nextDueAt: every(5 * MINUTE), run: lookForSharing, audited: false }

async function lookForSharing(app: App, stop: AbortSignal): Promise<Counts> {
  const filled = await fillKeys(app, stop)
  await app.store.tx((w) => endGone(w, app.clock.now()))
  let [found, looked, after] = [0, 0, cursors.get(app) ?? FIRST_MAILBOX]
  const { patientContacts: c } = app.store.read.t
  while (!stop.aborted) {
    const keys = await app.store.read.select({ key: c.reachKey }).from(c).where(and(gt(c.reachKey, after), isNull(c.retiredAt)))
      .groupBy(c.reachKey).having(sql`count(distinct ${c.patientId}) > 1`).orderBy(c.reachKey).limit(SLICE)
    for (const { key } of keys) {
      const bearers = await app.store.read.selectDistinct({ id: c.patientId }).from(c).where(and(eq(c.reachKey, key), isNull(c.retiredAt))).limit(20)
      for (const { id } of bearers) found += await app.store.tx((w) => noteSharings(w, id, { at: app.clock.now(), newId: app.random.id }))
    }
    looked += keys.length
    after = keys.length < SLICE ? FIRST_MAILBOX : keys.at(-1)?.key ?? FIRST_MAILBOX
    if (keys.length < SLICE || looked >= MOST_PER_RUN) break
  }
  cursors.set(app, after)
  return { filled, found }
}

/** Works out the keys of contacts that were on file before there were any. */
async function fillKeys(app: App, stop: AbortSignal): Promise<number> {
  let filled = 0
  for (let more = true; more && !stop.aborted;) {
    const count = await app.store.tx(async (w) => {
      const { patientContacts: c } = w.t
      const rows = await w.select({ id: c.id, kind: c.kind, value: c.value }).from(c).where(eq(c.reachKey, '')).limit(FILL)
      for (const row of rows) await w.update(c).set({ reachKey: reachKey(row.kind === 'email' ? 'email' : 'phone', row.value) }).where(eq(c.id, row.id))
      return rows.length
    })
    filled += count
    more = count === FILL
  }
  return filled
}

/** A contact that was taken off, here or with the other one, is shared with nobody. */
async function endGone(w: Writer, at: Instant): Promise<void> {
  const { contactSharings: s, patientContacts: c } = w.t
  const gone = w.select({ id: c.id }).from(c).where(and(isNotNull(c.retiredAt), inArray(c.id, w.select({ id: s.contactId }).from(s).where(isNull(s.endedAt)))))
  await w.update(s).set({ endedAt: sql`(${w.select({ at: c.retiredAt }).from(c).where(eq(c.id, s.contactId))})` }).where(and(isNull(s.endedAt), inArray(s.contactId, gone)))
  const o = aliasedTable(c, 'o')
  const still = w.select({ one: sql`1` }).from(c).innerJoin(o, eq(o.reachKey, c.reachKey)).where(and(eq(c.id, s.contactId), eq(o.patientId, s.otherPatientId), isNull(o.retiredAt)))
  const over = await w.select({ id: s.id, patientId: s.patientId }).from(s).where(and(isNull(s.endedAt), notExists(still)))
  if (over.length > 0) await w.update(s).set({ endedAt: at }).where(inArray(s.id, over.map((row) => row.id)))
  for (const { patientId } of over) w.announce('shared-contacts', patientId)
}

/** Writes down what one patient shares against the rule now or from a birthday on, and ends what they no longer do. Gives how many are new. */
export async function noteSharings(w: Writer, patientId: string, { at, newId }: { at: Instant; newId: () => string }): Promise<number> {
  const { patients: p, contactSharings: s, sites } = w.t
  const [patient] = await w.select({ id: p.id, birthDate: p.birthDate, deceased: p.deceased, siteId: p.siteId, jurisdiction: sites.jurisdiction }).from(p)
    .leftJoin(sites, eq(sites.id, p.siteId)).where(eq(p.id, patientId))
  if (!patient) return 0
  const portal = (await portalsNow(w, at)).find((one) => one.takesAccounts && servesState(one, patient.jurisdiction))
  const now = !portal || patient.deceased ? [] : await sharingsOf(w, patient, portal, at)
  const known = await w.select().from(s).where(and(eq(s.patientId, patientId), isNull(s.endedAt)))
  const same = (a: { contactId: string; otherPatientId: string }, b: typeof a): boolean => a.contactId === b.contactId && a.otherPatientId === b.otherPatientId
  const over = known.filter((row) => !now.some((one) => same(one, row)))
  if (over.length > 0) await w.update(s).set({ endedAt: at }).where(inArray(s.id, over.map((row) => row.id)))
  const fresh = now.filter((one) => !known.some((row) => same(row, one)))
  if (fresh.length > 0) await w.insert(s).values(fresh.map((one) => ({ id: newId(), patientId, siteId: patient.siteId, ...one, foundAt: at })))
  if (over.length + fresh.length > 0) w.announce('shared-contacts', patientId)
  return fresh.length
}

type Whose = { id: string; birthDate: string }

async function sharingsOf(db: Reader, patient: Whose, portal: PortalNow, at: Instant): Promise<Sharing[]> {
  const { patientContacts: c } = db.t
  const contacts = await db.select().from(c).where(and(eq(c.patientId, patient.id), eq(c.kind, 'email'), isNull(c.retiredAt)))
  if (contacts.length === 0) return []
  const readers = await readersOf(db, { patientId: patient.id, portal, at }, contacts.map((one) => reachKey('email', one.value)))
  const { enrollment, timeZone } = portal.policy
  const age = ageAt(patient.birthDate, at, timeZone)
  // A child is asked the question of the birthday on which an own contact begins to matter.
  const asked = Math.max(age, enrollment.ownContactFromAge)
  return contacts.flatMap((contact) => readers.flatMap((reader): Sharing[] => {
    if (reader.patientId === null || !reader.contacts.some((one) => one.kind === 'email' && reachKey('email', one.value) === reachKey('email', contact.value))) return []
    const { decision } = checkContact({
      kind: 'email', value: contact.value, use: contact.use, onFileSinceAt: contact.sinceAt, hardBounced: false, isBarred: false, age: asked, policy: enrollment, others: [reader],
    }, at)
    if (decision.allowed) return []
    const isMinor = asked < ADULT_FROM
    return [{
      contactId: contact.id, otherPatientId: reader.patientId, relation: reader.relation, rule: isMinor ? 'R10' : 'R9',
      arisesAt: isMinor ? birthdayStartsAt(patient.birthDate, enrollment.ownContactFromAge, timeZone) : contact.sinceAt,
    }]
  }))
}
