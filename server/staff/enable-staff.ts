import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '#domain/roles.ts'
import { sameRoles } from '#domain/staff.ts'
import { effectLine } from '#domain/two-person-effects.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { sendLink } from '#server/staff/invitation.ts'
import { findStaff, othersAtAddress } from '#server/staff/staff-row.ts'
import { askSecondPerson, twoPersonAct } from '#server/two-person/two-person.ts'

const stored = z.object({ staffId: z.string(), roles: z.array(z.enum(roles)) })

/** Gives a disabled person their access back, with the roles that the approver was shown. */
export const enableStaffAct = twoPersonAct<z.infer<typeof stored>>({
  action: 'staff.enable',
  input: stored,
  subjectOf: ({ staffId }) => staffId,
  against: async (db, input) => {
    const person = await findStaff(db, input.staffId)
    if (person?.status !== 'disabled') return 'ALREADY_DONE'
    if (!sameRoles(person.roles, input.roles)) return 'REQUEST_OVERTAKEN'
    return person.email && await othersAtAddress(db, person.email, [person.id]) > 0 ? 'EMAIL_TAKEN' : null
  },
  effectOf: async (db, input) => {
    const name = (await findStaff(db, input.staffId))?.name ?? ''
    return [effectLine('staff.enable', { name }), effectLine('staff.enable.roles', { roles: input.roles.join(',') })]
  },
  carryOut: async (w, act, { staffId }) => {
    const person = await findStaff(w, staffId)
    const joined = person?.hasPassword === true
    await w.update(w.t.staff).set({ status: joined ? 'active' : 'invited', version: (person?.version ?? 0) + 1 }).where(eq(w.t.staff.id, staffId))
    await record(w, act, { event: 'staff.enabled', objectId: staffId, detail: {} })
    if (!joined) await sendLink(w, act.app, act.scene, staffId, 'join')
    else {
      await queueMail(w, act.app, {
        template: 'staff-account-changed', refs: { change: 'enabled' }, person: { kind: 'staff', id: staffId }, purpose: 'security-notice', scene: act.scene,
      })
    }
    w.announce('staff', staffId)
  },
})

export async function enableStaff(w: Writer, act: Act, staffId: string, reason: string): Promise<Outcome<{ requestId: string; state: 'open'; endsAt: string }>> {
  const person = await findStaff(w, staffId)
  if (!person) return refuse('NOT_FOUND')
  return askSecondPerson(w, act, enableStaffAct, { objectId: staffId, input: { staffId, roles: person.roles }, reason })
}
