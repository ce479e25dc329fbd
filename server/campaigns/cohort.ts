import { and, asc, eq, exists, gt, gte, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import { mayContact } from '#domain/contact-policy.ts'
import type { Cohort } from '#domain/contracts/campaigns.ts'
import { allow, type Decision } from '#domain/decision.ts'
import { mayBeInvited } from '#domain/enrollment/campaign-policy.ts'
import { statesOut } from '#domain/enrollment/words.ts'
import { addDays, localDateOf, type Instant } from '#domain/time.ts'
import { optOutsOf } from '#db/opt-outs.ts'
import { suppressedOf } from '#db/suppressed-channels.ts'
import type { Reader } from '#db/store.ts'
import { ownContacts, servesState, type OwnContact, type PortalNow } from '#server/contacts/contacts.ts'

export type CohortPatient = Reader['t']['patients']['$inferSelect']
/** One of a cohort, and whether the invitation goes out to them, and where. */
export type Weighed = { patient: CohortPatient; decision: Decision; contact: NonNullable<OwnContact['row']> | null }

/**
 * People of a cohort after a patient id, in the order of ids: those of the site with the standing that was asked for. Closed
 * charts are in no campaign: a count would tell of them (AZ-02).
 */
export function cohortAfter(db: Reader, cohort: Cohort, after: string | null, limit: number, at: Instant): Promise<CohortPatient[]> {
  const { patients: p } = db.t
  return db.select().from(p).where(and(...conditions(db, cohort, at), after === null ? undefined : gt(p.id, after))).orderBy(asc(p.id)).limit(limit)
}

/** How many people a cohort has. */
export async function countCohort(db: Reader, cohort: Cohort, at: Instant): Promise<number> {
  return db.$count(db.t.patients, and(...conditions(db, cohort, at)))
}

function conditions(db: Reader, { siteId, standing, ageFrom, ageTo }: Cohort, at: Instant): (SQL | undefined)[] {
  const { patients: p, portalAccounts: a } = db.t
  // Bounds of the birth date, a day wider than the age says: the age itself is weighed by the portal's own calendar.
  const today = localDateOf(at, 'UTC')
  const bornBy = (age: number): string => addDays(`${String(Number(today.slice(0, 4)) - age).padStart(4, '0')}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`, 1)
  return [
    eq(p.restricted, false), siteId === null ? undefined : eq(p.siteId, siteId),
    ageFrom === null ? undefined : lte(p.birthDate, bornBy(ageFrom)), ageTo === null ? undefined : gte(p.birthDate, addDays(bornBy(ageTo + 1), -2)),
    standing === null ? undefined : exists(db.select({ one: sql`1` }).from(a).where(and(eq(a.patientId, p.id), eq(a.portalId, standing.portalId), inArray(a.state, standing.states)))),
  ]
}

/** Weighs people of a cohort by the same rules that enrolling at a desk asks, and the one gate of mail. */
export async function weigh(db: Reader, portal: PortalNow, cohort: Cohort, patients: readonly CohortPatient[], at: Instant): Promise<Weighed[]> {
  const ids = patients.map((one) => one.id)
  if (ids.length === 0) return []
  const { portalAccounts: a, portalInvitations: i, enrollmentDrafts: d, enrollmentDeclines: n, sites } = db.t
  const accounts = await db.select({ patientId: a.patientId, state: a.state }).from(a).where(and(inArray(a.patientId, ids), eq(a.portalId, portal.id)))
  const out = await db.select({ patientId: i.patientId }).from(i).where(and(inArray(i.patientId, ids), eq(i.portalId, portal.id), inArray(i.state, [...statesOut]), gt(i.endsAt, at)))
  const open = await db.select({ patientId: d.patientId }).from(d).where(and(inArray(d.patientId, ids), eq(d.portalId, portal.id), eq(d.state, 'open')))
  const declined = await db.select({ patientId: n.patientId }).from(n).where(and(inArray(n.patientId, ids), isNull(n.endedAt)))
  const places = await db.select({ id: sites.id, jurisdiction: sites.jurisdiction }).from(sites)
  const stateOf = new Map(accounts.map((one) => [one.patientId, one.state]))
  const has = (rows: readonly { patientId: string }[]) => new Set(rows.map((row) => row.patientId))
  const [invited, drafts, saidNo] = [has(out), has(open), has(declined)]
  const jurisdictionOf = new Map(places.map((one) => [one.id, one.jurisdiction]))
  const weighed: Weighed[] = []
  for (const patient of patients) {
    const age = ageAt(patient.birthDate, at, portal.policy.timeZone)
    const isOutside = (cohort.ageFrom !== null && age < cohort.ageFrom) || (cohort.ageTo !== null && age > cohort.ageTo)
    if (isOutside) continue
    const facts = {
      deceased: patient.deceased, age, portalServes: servesState(portal, jurisdictionOf.get(patient.siteId) ?? null), portalTakesAccounts: portal.takesAccounts,
      ownAccountFromAge: portal.policy.enrollment.ownAccountFromAge, account: stateOf.get(patient.id) ?? null,
      invitationOut: invited.has(patient.id), enrollmentOpen: drafts.has(patient.id), declined: saidNo.has(patient.id),
    }
    // Contacts are read only of those whom nothing else leaves out.
    const before = mayBeInvited({ ...facts, address: { decision: allow, isYoung: false }, gate: allow })
    if (!before.allowed) {
      weighed.push({ patient, decision: before, contact: null })
      continue
    }
    weighed.push(await weighAddress(db, portal, patient, facts, at))
  }
  return weighed
}

type Facts = Omit<Parameters<typeof mayBeInvited>[0], 'address' | 'gate'>

async function weighAddress(db: Reader, portal: PortalNow, patient: CohortPatient, facts: Facts, at: Instant): Promise<Weighed> {
  const addresses = (await ownContacts(db, { patient, portal, at })).filter((one) => one.kind === 'email')
  const best = addresses.find((one) => one.checked.decision.allowed) ?? addresses[0] ?? null
  const gate = best === null ? allow : mayContact({
    kind: 'patient', deceased: patient.deceased, optOuts: await optOutsOf(db, patient.id), suppressed: await suppressedOf(db, patient.id), address: best.value, hardBouncedAt: null,
  }, 'email', 'campaign', at, portal.id)
  const decision = mayBeInvited({ ...facts, address: best === null ? null : { decision: best.checked.decision, isYoung: best.checked.youngSinceAt !== null }, gate })
  return { patient, decision, contact: decision.allowed ? best?.row ?? null : null }
}
