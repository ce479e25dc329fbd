import { and, asc, eq, isNull } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { AuditFact, PurposeOfUse } from '#domain/audit-events.ts'
import type { ContactProof, PatientOverview } from '#domain/contracts/patients.ts'
import { displayName } from '#domain/names.ts'
import { isSynthetic } from '#domain/patients/synthetic-sources.ts'
import type { Role } from '#domain/roles.ts'
import { DAY, isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { householdOf } from '#server/patients/household.ts'
import { maskedContact, mrnTail } from '#server/patients/mask.ts'
import { openChart, type PatientRecord } from '#server/patients/patients.ts'
import { portalsOf } from '#server/patients/portals-of.ts'

/** The overview of one record: identity, masked contacts, portals, household, where the facts come from. */
export async function readPatient(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<PatientOverview>> {
  const opened = await openChart(db, act, params.id)
  if ('refused' in opened) return opened
  const { chart, heldUntil } = opened
  const { sites } = db.t
  const [site] = await db.select().from(sites).where(eq(sites.id, chart.siteId))
  const age = ageAt(chart.birthDate, act.at, site?.timeZone ?? act.app.config.practiceTimeZone)
  const { legalGiven, legalFamily, usedGiven, birthDate, sexAtBirth, gender, language, deceased, deceasedOn, city, state } = chart
  return done({
    id: chart.id, version: chart.version, restricted: chart.restricted, heldUntil: isoOrNull(heldUntil), name: displayName(chart), legalGiven, legalFamily, usedGiven,
    birthDate, age, sexAtBirth, gender, language, deceased, deceasedOn, city, state,
    mrnTail: await mrnTailOf(db, chart.id),
    site: site ? { id: site.id, name: site.name, timeZone: site.timeZone, jurisdiction: site.jurisdiction, phone: site.phone } : null,
    contacts: await contactsOf(db, act, chart.id),
    portals: await portalsOf(db, act, chart, { age, jurisdiction: site?.jurisdiction ?? null }),
    household: await householdOf(db, act, chart.id),
    provenance: {
      source: chart.source, synthetic: isSynthetic(chart.source), madeFields: chart.madeFields.split(',').filter((field) => field !== ''),
      createdAt: isoOf(chart.createdAt), updatedAt: isoOf(chart.updatedAt),
    },
  }, chart.version)
}

/** One opened part of a record is one event (AD-01). */
export function auditOfRead(part: 'overview' | 'access-log', patientId: string, reason: string | undefined, act: Act, isHeldOpen = false): AuditFact {
  return { event: 'patient.read', patientId, detail: { part, ...(reason === undefined ? {} : { reason }) }, purpose: isHeldOpen ? 'BTG' : purposeOf(act.actor.roles) }
}

function purposeOf(roles: readonly Role[]): PurposeOfUse {
  if (roles.includes('clinician')) return 'TREAT'
  return roles.every((role) => role === 'privacy-officer') ? 'HCOMPL' : 'PATADMIN'
}

async function contactsOf(db: Reader, act: Act, patientId: PatientRecord['id']): Promise<PatientOverview['contacts']> {
  const { patientContacts: table } = db.t
  const rows = await db.select().from(table).where(and(eq(table.patientId, patientId), isNull(table.retiredAt))).orderBy(asc(table.kind), asc(table.sinceAt))
  return rows.map((row) => ({
    id: row.id, kind: row.kind === 'email' ? 'email' : 'phone', use: row.use, masked: maskedContact(row.kind, row.value),
    sinceAt: isoOf(row.sinceAt), sinceProof: row.sinceProof as ContactProof, ageDays: Math.max(0, Math.floor((act.at - row.sinceAt) / DAY)),
  }))
}

async function mrnTailOf(db: Reader, patientId: string): Promise<string> {
  const { patientIdentifiers: table } = db.t
  const [row] = await db.select({ value: table.value }).from(table).where(and(eq(table.patientId, patientId), eq(table.kind, 'mrn'))).limit(1)
  return mrnTail(row?.value)
}
