import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { effectLine } from '#domain/two-person-effects.ts'
import type { Writer } from '#db/store.ts'
import { endSessionsOf, retireRecoveryCodes } from '#server/auth/auth.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { sendLink } from '#server/staff/invitation.ts'
import { findStaff } from '#server/staff/staff-row.ts'
import { askSecondPerson, twoPersonAct } from '#server/two-person/two-person.ts'

const stored = z.object({ staffId: z.string(), email: z.string(), alsoSecondFactor: z.boolean() })

/**
 * A forgotten password: it stops working, sessions end, and the person is mailed a link where they choose a new one with
 * a code of their second factor; both lost, they set up both. Nobody else sees or sets either (AU-14).
 */
export const resetPasswordAct = twoPersonAct<z.infer<typeof stored>>({
  action: 'staff.reset-password',
  input: stored,
  subjectOf: ({ staffId }) => staffId,
  against: async (db, { staffId, email }) => {
    const person = await findStaff(db, staffId)
    if (person?.status !== 'active') return 'STAFF_NOT_ACTIVE'
    return person.email === email ? null : 'REQUEST_OVERTAKEN'
  },
  effectOf: async (db, { staffId, email, alsoSecondFactor }) => {
    const name = (await findStaff(db, staffId))?.name ?? ''
    const factor = alsoSecondFactor ? [effectLine('staff.factor.gone', { name })] : []
    return [
      effectLine('staff.password.gone', { name }), ...factor,
      effectLine('staff.sessions.end', { name }),
      effectLine('staff.password.mail', { name, email }),
    ]
  },
  carryOut: async (w, act, { staffId, alsoSecondFactor }) => {
    await w.update(w.t.staff).set({ passwordHash: null, ...(alsoSecondFactor ? { totpSealed: null } : {}) }).where(eq(w.t.staff.id, staffId))
    if (alsoSecondFactor) await retireRecoveryCodes(w, staffId, act.at)
    await endSessionsOf(w, act.scene, staffId, 'password-changed')
    const { invitationId } = await sendLink(w, act.app, act.scene, staffId, alsoSecondFactor ? 'join' : 'password')
    await record(w, act, { event: 'staff.password-reset', objectId: staffId, detail: { invitationId } })
    w.announce('staff', staffId)
  },
})

export async function resetPassword(
  w: Writer, act: Act, staffId: string, { reason, alsoSecondFactor }: { reason: string; alsoSecondFactor: boolean },
): Promise<Outcome<{ requestId: string; state: 'open'; endsAt: string }>> {
  const person = await findStaff(w, staffId)
  if (!person) return refuse('NOT_FOUND')
  if (!person.email) return refuse('CONTACT_ADDRESS_MISSING')
  return askSecondPerson(w, act, resetPasswordAct, { objectId: staffId, input: { staffId, email: person.email, alsoSecondFactor }, reason })
}
