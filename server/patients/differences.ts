import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { AuditFact } from '#domain/audit-events.ts'
import type { DifferencesAnswer } from '#domain/contracts/desk-edits.ts'
import type { DeskField, FeedDifference } from '#domain/contracts/patients.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { maskedContact } from '#server/patients/mask.ts'
import { showRows } from '#server/patients/show-rows.ts'
import { mayKnowOf } from '#server/patients/visible.ts'

/** Rows of the worklist; the rest follow as these are settled. */
const MOST = 50

/** What a feed says otherwise of one patient, and nobody has settled. */
export async function differencesOf(db: Reader, patientId: string): Promise<FeedDifference[]> {
  const { deskEdits: t } = db.t
  const rows = await db.select().from(t).where(and(eq(t.patientId, patientId), isNotNull(t.differsSinceAt))).orderBy(asc(t.differsSinceAt), asc(t.field))
  return rows.map((row) => ({
    field: row.field as DeskField, feedValue: shownValue(row.field, row.feedValue), editedAt: isoOf(row.editedAt), sinceAt: isoOf(row.differsSinceAt ?? row.editedAt),
  }))
}

function shownValue(field: string, json: string | null): string | boolean | null {
  const value: unknown = json === null ? null : JSON.parse(json)
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => maskedContact(field, String(one))).join(', ')
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

/** Whose records differ from what a feed says, as far as the reader may know of them. */
export async function listDifferences(db: Reader, act: Act): Promise<Outcome<DifferencesAnswer>> {
  const { deskEdits: t, patients } = db.t
  const open = await db.select({ patientId: t.patientId, field: t.field, since: t.differsSinceAt }).from(t).innerJoin(patients, eq(patients.id, t.patientId))
    .where(and(isNotNull(t.differsSinceAt), mayKnowOf(db, act.actor, act.at))).orderBy(asc(t.differsSinceAt), asc(t.patientId), asc(t.field)).limit((MOST + 1) * 4)
  const byPatient = [...Map.groupBy(open, (one) => one.patientId)]
  const shown = byPatient.slice(0, MOST)
  const rows = await showRows(db, act, shown.map(([id]) => ({ patient: { id }, matched: [] })))
  return done({
    rows: rows.flatMap((patient) => {
      const own = open.filter((one) => one.patientId === patient.id)
      return own.length === 0 ? [] : [{ patient, fields: own.map((one) => one.field as DeskField), sinceAt: isoOf(own[0]?.since ?? act.at) }]
    }),
    more: byPatient.length > MOST,
  })
}

/** One list is one event with the patients whom it showed (AD-01). */
export function auditOfDifferences(answer: DifferencesAnswer): AuditFact {
  return {
    event: 'patient.searched',
    detail: { termsHash: '', terms: 0, hits: answer.rows.length, ids: answer.rows.map((row) => row.patient.id), kinds: 'feed-differences' },
  }
}

/** The difference of one field that waits, or null. */
export async function openDifference(db: Reader, patientId: string, field: string): Promise<Reader['t']['deskEdits']['$inferSelect'] | null> {
  const { deskEdits: t } = db.t
  const [row] = await db.select().from(t).where(and(eq(t.patientId, patientId), inArray(t.field, [field]), isNotNull(t.differsSinceAt)))
  return row ?? null
}
