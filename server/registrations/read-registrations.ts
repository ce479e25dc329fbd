import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { RegistrationAnswer, RegistrationRow, registrationSearchBody } from '#domain/contracts/invitations.ts'
import { canInviteRegistration } from '#domain/enrollment/registration-policy.ts'
import type { registrationStates } from '#domain/enrollment/words.ts'
import { refusalOf } from '#domain/reasons.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { knownAmong, maskedContact } from '#server/patients/patients.ts'
import { candidatesOf, registrationOf, type RegistrationRecord } from '#server/registrations/registration-scene.ts'

type State = (typeof registrationStates)[number]
const UNFINISHED: readonly State[] = ['open', 'matched', 'verified']

/** Cases of self-registration, the newest first; the unfinished ones unless a state is asked for. */
export async function searchRegistrations(
  db: Reader, act: Act, { body }: { body: z.infer<typeof registrationSearchBody> },
): Promise<Outcome<{ rows: RegistrationRow[]; more: boolean }>> {
  const { selfRegistrations: r, portals: o } = db.t
  const last = body.after === undefined ? null : await registrationOf(db, body.after)
  const found = await db.select({ row: r, portalName: o.name }).from(r).innerJoin(o, eq(o.id, r.portalId)).where(and(
    inArray(r.state, body.state === undefined ? [...UNFINISHED] : [body.state]),
    last ? or(lt(r.receivedAt, last.receivedAt), and(eq(r.receivedAt, last.receivedAt), lt(r.id, last.id))) : undefined,
  )).orderBy(desc(r.receivedAt), desc(r.id)).limit(body.limit + 1)
  const page = found.slice(0, body.limit)
  const known = await knownAmong(db, act.actor, act.at, page.flatMap(({ row }) => row.patientId ?? []))
  return done({ rows: page.map(({ row, portalName }) => rowOf(row, portalName, known)), more: found.length > body.limit })
}

/** One case with who it may be, which facts agree and differ, and whether an invitation may go out. */
export async function readRegistration(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<RegistrationAnswer>> {
  const row = await registrationOf(db, params.id)
  if (!row) return refuse('NOT_FOUND')
  const { portals, staff } = db.t
  const [portal] = await db.select({ name: portals.name }).from(portals).where(eq(portals.id, row.portalId))
  const ids = [row.matchedBy, row.verifiedBy, row.closedBy].filter((one) => one !== null)
  const names = ids.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
  const nameOf = (id: string | null): string => names.find((one) => one.id === id)?.name ?? ''
  const may = canInviteRegistration({ state: row.state as State, patientId: row.patientId, verification: row.verification })
  return done({
    ...rowOf(row, portal?.name ?? '', await knownAmong(db, act.actor, act.at, row.patientId === null ? [] : [row.patientId])), candidates: await candidatesOf(db, act, row),
    matched: row.matchedAt === null ? null : { by: nameOf(row.matchedBy), at: isoOf(row.matchedAt) },
    verified: row.verifiedAt === null ? null : { how: row.verification as 'photo-id-at-desk', by: nameOf(row.verifiedBy), at: isoOf(row.verifiedAt) },
    invitationId: row.invitationId,
    closed: row.closedAt === null ? null : { reason: row.closeReason as 'duplicate', by: nameOf(row.closedBy), at: isoOf(row.closedAt) },
    mayInvite: may.allowed ? null : refusalOf(may.code, act.language, may.facts),
  }, row.version)
}

/** A case as it is listed. Which closed chart it was matched with is told to nobody who may not know of it (AZ-02). */
function rowOf(row: RegistrationRecord, portalName: string, known: ReadonlySet<string>): RegistrationRow {
  return {
    id: row.id, version: row.version, portalId: row.portalId, portalName, givenName: row.givenName, familyName: row.familyName, birthDate: row.birthDate,
    emailMasked: row.email === null ? null : maskedContact('email', row.email), phoneTail: row.phone === null ? null : row.phone.replace(/\D/g, '').slice(-2),
    receivedAt: isoOf(row.receivedAt), state: row.state as State, patientId: row.patientId !== null && known.has(row.patientId) ? row.patientId : null,
  }
}
