import { and, eq, inArray, isNull } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { AuditFact, PurposeOfUse } from '#domain/audit-events.ts'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { displayName } from '#domain/names.ts'
import type { DeathProof } from '#domain/patient-acts.ts'
import { EVERY_PORTAL } from '#domain/preferences.ts'
import { recordAlerts } from '#domain/patients/record-alerts.ts'
import { isSynthetic } from '#domain/patients/synthetic-sources.ts'
import type { Role } from '#domain/roles.ts'
import { isoOf, isoOrNull, localDateOf } from '#domain/time.ts'
import { optOutsOf } from '#db/opt-outs.ts'
import { findPortals } from '#db/portals.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { contactsOf } from '#server/patients/contacts-of.ts'
import { differencesOf } from '#server/patients/differences.ts'
import { lookAlikesOf } from '#server/patients/find-look-alikes.ts'
import { householdOf } from '#server/patients/household.ts'
import { accessAlerts } from '#server/patients/access-alerts.ts'
import { mrnTailOf } from '#server/patients/mrn-tail.ts'
import { formerNamesOf } from '#server/patients/names-of.ts'
import { openChart, type OpenedChart } from '#server/patients/patients.ts'
import { portalsOf } from '#server/patients/portals-of.ts'

/** Look-alikes that a record names. */
const MOST_LOOK_ALIKES = 5

/** The overview of one record: identity, masked contacts, portals, household, where the facts come from. */
export async function readPatient(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<PatientOverview>> {
  const opened = await openChart(db, act, params.id)
  return 'refused' in opened ? opened : done(await overviewOf(db, act, opened), opened.chart.version)
}

/** The refusal of an act on a version that is not the newest, with the record as it is now (CC-01). */
export async function staleRecord(db: Reader, act: Act, id: string): Promise<ReturnType<typeof refuse>> {
  const opened = await openChart(db, act, id)
  return 'refused' in opened ? opened : refuse('VERSION_STALE', { current: await overviewOf(db, act, opened) })
}

async function overviewOf(db: Reader, act: Act, { chart, heldUntil }: OpenedChart): Promise<PatientOverview> {
  const { sites } = db.t
  const [site] = await db.select().from(sites).where(eq(sites.id, chart.siteId))
  const zone = site?.timeZone ?? act.app.config.practiceTimeZone
  const age = ageAt(chart.birthDate, act.at, zone)
  const contacts = await contactsOf(db, act, chart.id, age)
  const { id, version, restricted, legalGiven, legalFamily, usedGiven, usedFamily, birthDate, sexAtBirth, gender, pronouns, language, interpreterNeeded } = chart
  const { deceased, deceasedOn, city, state } = chart
  return {
    id, version, restricted, heldUntil: isoOrNull(heldUntil), name: displayName(chart), legalGiven, legalFamily, usedGiven, usedFamily,
    formerNames: (await formerNamesOf(db, id)).map((name) => `${name.given} ${name.family}`.trim()),
    birthDate, age, sexAtBirth, gender, pronouns, language, interpreterNeeded, deceased, deceasedOn, city, state,
    lookAlikes: await takenFor(db, act, id),
    death: deceased ? await deathOf(db, id) : null,
    alerts: recordAlerts({ restricted, deceased, birthDate, today: localDateOf(act.at, zone), contacts, ...await accessAlerts(db, id, act.at, zone) }),
    mrnTail: await mrnTailOf(db, id),
    site: site ? { id: site.id, name: site.name, timeZone: site.timeZone, jurisdiction: site.jurisdiction, phone: site.phone } : null,
    contacts,
    doesNotWant: await unwantedBy(db, id),
    portals: await portalsOf(db, act, chart, { age, jurisdiction: site?.jurisdiction ?? null }),
    household: await householdOf(db, act, id),
    differences: await differencesOf(db, id),
    provenance: {
      source: chart.source, synthetic: isSynthetic(chart.source), madeFields: chart.madeFields.split(',').filter((field) => field !== ''),
      createdAt: isoOf(chart.createdAt), updatedAt: isoOf(chart.updatedAt),
    },
  }
}

/** What the person does not want to get. */
async function unwantedBy(db: Reader, id: string): Promise<PatientOverview['doesNotWant']> {
  const wishes = await optOutsOf(db, id)
  const portals = wishes.length === 0 ? [] : await findPortals(db)
  return wishes.map(({ portalId, channel, kind }) => ({
    portalName: portalId === EVERY_PORTAL ? null : portals.find((portal) => portal.id === portalId)?.name ?? portalId, channel, kind,
  }))
}

/** Who may be taken for the person, as far as the reader may know of them. */
async function takenFor(db: Reader, act: Act, id: string): Promise<PatientOverview['lookAlikes']> {
  const alike = ((await lookAlikesOf(db, [id], { actorId: act.actor.id, at: act.at })).get(id) ?? []).slice(0, MOST_LOOK_ALIKES)
  if (alike.length === 0) return []
  const { patients } = db.t
  const rows = await db.select().from(patients).where(inArray(patients.id, alike.map((one) => one.id)))
  return alike.flatMap((one) => {
    const row = rows.find((each) => each.id === one.id)
    return row ? [{ id: one.id, name: displayName(row), birthDate: row.birthDate, how: one.how }] : []
  })
}

/** Who recorded the death here and on what evidence; null: it came with a feed. */
async function deathOf(db: Reader, patientId: string): Promise<PatientOverview['death']> {
  const { deathRecords: t, staff } = db.t
  const [row] = await db.select({ evidence: t.evidence, recordedAt: t.recordedAt, by: staff.name }).from(t).leftJoin(staff, eq(staff.id, t.recordedBy))
    .where(and(eq(t.patientId, patientId), isNull(t.undoneAt)))
  return row ? { evidence: row.evidence as DeathProof, recordedAt: isoOf(row.recordedAt), recordedBy: row.by ?? '' } : null
}

/** One opened part of a record is one event (AD-01). Where the chart is open by break-glass alone, the recorder says so. */
export function auditOfRead(part: 'overview' | 'access-log', patientId: string, reason: string | undefined, act: Act): AuditFact {
  return { event: 'patient.read', patientId, detail: { part, ...(reason === undefined ? {} : { reason }) }, purpose: purposeOf(act.actor.roles) }
}

function purposeOf(roles: readonly Role[]): PurposeOfUse {
  if (roles.includes('clinician')) return 'TREAT'
  return roles.every((role) => role === 'privacy-officer') ? 'HCOMPL' : 'PATADMIN'
}
