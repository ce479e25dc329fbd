import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { changeRolesBody } from '#domain/contracts/staff.ts'
import { clinicianKinds, roles, type Role } from '#domain/roles.ts'
import { canSpare, clinicianKindFits, sameRoles } from '#domain/staff.ts'
import { effectLine } from '#domain/two-person-effects.ts'
import type { Writer } from '#db/store.ts'
import { endSessionsOf } from '#server/auth/auth.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { findStaff, otherHolders } from '#server/staff/staff-row.ts'
import { askSecondPerson, endRequestsOf, twoPersonAct } from '#server/two-person/two-person.ts'

const roleList = z.array(z.enum(roles))
const stored = z.object({
  staffId: z.string(), from: roleList, to: roleList, fromKind: z.enum(clinicianKinds).nullable(), toKind: z.enum(clinicianKinds).nullable(),
})

/** Other roles for a person: asked by one, approved by another, never by the person; their sessions end (AU-11, AZ-07). */
export const changeRolesAct = twoPersonAct<z.infer<typeof stored>>({
  action: 'staff.change-roles',
  input: stored,
  subjectOf: ({ staffId }) => staffId,
  against: async (db, { staffId, from, to, fromKind }) => {
    const person = await findStaff(db, staffId)
    if (!person || person.status === 'disabled') return 'STAFF_NOT_ACTIVE'
    if (!sameRoles(person.roles, from) || person.clinicianKind !== fromKind) return 'REQUEST_OVERTAKEN'
    const spare = canSpare(person, to, await otherHolders(db, staffId))
    return spare.allowed ? null : spare.code
  },
  effectOf: async (db, { staffId, from, to, toKind }) => {
    const name = (await findStaff(db, staffId))?.name ?? ''
    const lines = [
      effectLine('staff.roles.from', { name, roles: from.join(',') }),
      effectLine('staff.roles.to', { name, roles: to.join(',') }),
    ]
    if (toKind) lines.push(effectLine('staff.kind', { kind: toKind }))
    return [...lines, effectLine('staff.sessions.end', { name })]
  },
  carryOut: async (w, act, { staffId, from, to, toKind }) => {
    const { staff, staffRoles } = w.t
    const person = await findStaff(w, staffId)
    await w.delete(staffRoles).where(eq(staffRoles.staffId, staffId))
    await w.insert(staffRoles).values(to.map((role) => ({ staffId, role })))
    await w.update(staff).set({ clinicianKind: toKind, version: (person?.version ?? 0) + 1 }).where(eq(staff.id, staffId))
    const sessionsEnded = await endSessionsOf(w, act.scene, staffId, 'roles-changed')
    await endRequestsOf(w, act.scene, staffId)
    await record(w, act, { event: 'staff.roles-changed', objectId: staffId, detail: { from: from.join(','), to: to.join(','), sessionsEnded } })
    await queueMail(w, act.app, {
      template: 'staff-account-changed', refs: { change: 'roles' }, person: { kind: 'staff', id: staffId }, purpose: 'security-notice', scene: act.scene,
    })
    w.announce('staff', staffId)
  },
})

/** Asks for other roles. The version says which roles the asker has seen. */
export async function changeRoles(
  w: Writer, act: Act, staffId: string, { roles: wanted, clinicianKind, reason }: z.infer<typeof changeRolesBody>,
): Promise<Outcome<{ requestId: string; state: 'open'; endsAt: string }>> {
  const person = await findStaff(w, staffId)
  if (!person) return refuse('NOT_FOUND')
  if (staffId === act.actor.id) return refuse('OWN_RIGHTS')
  if (person.version !== act.version) return refuse('VERSION_STALE', { current: { roles: person.roles, version: person.version } })
  const to: Role[] = roles.filter((role) => wanted.includes(role))
  const toKind = clinicianKind ?? null
  if (!clinicianKindFits(to, toKind)) return refuse('CLINICIAN_KIND_NEEDED')
  if (sameRoles(person.roles, to) && person.clinicianKind === toKind) return refuse('ALREADY_DONE')
  return askSecondPerson(w, act, changeRolesAct, {
    objectId: staffId, input: { staffId, from: person.roles, to, fromKind: person.clinicianKind, toKind }, reason,
  })
}
