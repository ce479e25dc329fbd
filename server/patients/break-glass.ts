import { and, eq, inArray, ne } from 'drizzle-orm'
import type { BreakGlassAnswer, BreakGlassBody } from '#domain/contracts/patient-acts.ts'
import { BREAK_GLASS_MINUTES, bearsName, breakGlassEndsAt } from '#domain/patient-acts.ts'
import type { Role } from '#domain/roles.ts'
import { tailKey } from '#domain/search-keys.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { namesOf } from '#server/patients/names-of.ts'
import { isNearTo, type PatientRecord } from '#server/patients/patients.ts'
import { mayKnowOf } from '#server/patients/visible.ts'

/** Charts of one number, or one birth date, that are looked at. */
const MOST = 50

/**
 * Opens one closed chart to one person for an hour: a restricted one, asked for by two identifiers or its number, or
 * the person's own or one of their household, which nobody reads otherwise. Whoever asks for nobody gets the very
 * answer that a wrong guess gets. The privacy officer is told at once (AZ-08).
 */
export async function breakGlass(w: Writer, act: Act, { body }: { body: BreakGlassBody }): Promise<Outcome<BreakGlassAnswer>> {
  const asked = await askedFor(w, act, body)
  if ('refused' in asked) return asked
  const { chart } = asked
  const id = act.app.random.id()
  const endsAt = breakGlassEndsAt(act.at)
  await w.insert(w.t.breakGlass).values({ id, staffId: act.actor.id, patientId: chart.id, kind: body.kind, openedAt: act.at, endsAt })
  await record(w, act, {
    event: 'chart.break-glass', patientId: chart.id, objectId: id, evidence: body.kind, purpose: 'BTG',
    detail: { kind: body.kind, reason: body.reason ?? '', minutes: BREAK_GLASS_MINUTES, cause: chart.restricted ? 'restricted' : 'own-or-household' },
  })
  for (const staffId of await whoOversees(w, act.actor.id)) {
    await queueMail(w, act.app, {
      scene: act.scene, person: { kind: 'staff', id: staffId }, purpose: 'oversight-notice',
      template: 'break-glass-opened', refs: { breakGlassId: id, openedAt: isoOf(act.at) },
    })
    w.announce('break-glass', staffId)
  }
  return done({ patientId: chart.id, endsAt: isoOf(endsAt) })
}

type Found = { chart: PatientRecord } | ReturnType<typeof refuse>

/** The one closed chart that fits everything that was given. An ordinary chart needs no breaking. */
async function askedFor(w: Writer, act: Act, body: BreakGlassBody): Promise<Found> {
  const candidates = await candidatesOf(w, act, body)
  const closed: PatientRecord[] = []
  for (const chart of candidates) if (chart.restricted || await isNearTo(w, act.actor, chart.id)) closed.push(chart)
  const [one, another] = closed
  if (one && !another) return { chart: one }
  return refuse(candidates.length > 0 && closed.length === 0 ? 'CHART_NOT_CLOSED' : 'NOT_FOUND')
}

async function candidatesOf(w: Writer, act: Act, body: BreakGlassBody): Promise<PatientRecord[]> {
  const { patients } = w.t
  const ids = body.mrn === undefined ? null : await withNumber(w, body.mrn)
  const asked = ids !== null
    ? inArray(patients.id, ids)
    : body.patientId === undefined ? eq(patients.birthDate, body.birthDate ?? '') : and(eq(patients.id, body.patientId), mayKnowOf(w, act.actor, act.at))
  const rows = ids?.length === 0 ? [] : await w.select().from(patients).where(asked).limit(MOST * MOST)
  const fits: PatientRecord[] = []
  for (const chart of rows) {
    if (body.birthDate !== undefined && chart.birthDate !== body.birthDate) continue
    if (body.name === undefined || bearsName(body.name, await namesOf(w, chart))) fits.push(chart)
  }
  return fits
}

async function withNumber(w: Writer, mrn: string): Promise<string[]> {
  const { patientIdentifiers: table } = w.t
  const rows = await w.selectDistinct({ id: table.patientId }).from(table).where(and(eq(table.kind, 'mrn'), eq(table.searchKey, tailKey(mrn)))).limit(MOST)
  return rows.map((row) => row.id)
}

/** Privacy officers other than the person; where there is none, the managers. */
async function whoOversees(db: Reader, staffId: string): Promise<string[]> {
  const officers = await holdersOf(db, 'privacy-officer', staffId)
  return officers.length > 0 ? officers : holdersOf(db, 'manager', staffId)
}

async function holdersOf(db: Reader, role: Role, except: string): Promise<string[]> {
  const { staff, staffRoles } = db.t
  const rows = await db.select({ id: staff.id }).from(staffRoles).innerJoin(staff, eq(staff.id, staffRoles.staffId))
    .where(and(eq(staffRoles.role, role), eq(staff.status, 'active'), ne(staff.id, except)))
  return rows.map((row) => row.id)
}
