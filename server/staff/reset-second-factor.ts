import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { effectLine } from '#domain/two-person-effects.ts'
import type { Writer } from '#db/store.ts'
import { endSessionsOf, retireRecoveryCodes } from '#server/auth/auth.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { sendLink } from '#server/staff/invitation.ts'
import { findStaff } from '#server/staff/staff-row.ts'
import { askSecondPerson, twoPersonAct } from '#server/two-person/two-person.ts'

const stored = z.object({ staffId: z.string(), email: z.string() })

/**
 * A lost second factor: the old one and its recovery codes stop working, sessions end, and the person is mailed a link
 * where they set up a new one with their password. Whoever asks or approves sees and sets nothing (AU-14).
 */
export const resetSecondFactorAct = twoPersonAct<z.infer<typeof stored>>({
  action: 'staff.reset-second-factor',
  input: stored,
  subjectOf: ({ staffId }) => staffId,
  against: async (db, { staffId, email }) => {
    const person = await findStaff(db, staffId)
    if (person?.status !== 'active') return 'STAFF_NOT_ACTIVE'
    return person.email === email ? null : 'REQUEST_OVERTAKEN'
  },
  effectOf: async (db, { staffId, email }) => {
    const name = (await findStaff(db, staffId))?.name ?? ''
    return [
      effectLine('staff.factor.gone', { name }),
      effectLine('staff.sessions.end', { name }),
      effectLine('staff.factor.mail', { name, email }),
    ]
  },
  carryOut: async (w, act, { staffId }) => {
    await w.update(w.t.staff).set({ totpSealed: null }).where(eq(w.t.staff.id, staffId))
    await retireRecoveryCodes(w, staffId, act.at)
    await endSessionsOf(w, act.scene, staffId, 'factor-changed')
    const { invitationId } = await sendLink(w, act.app, act.scene, staffId, 'second-factor')
    await record(w, act, { event: 'staff.second-factor-reset', objectId: staffId, detail: { invitationId } })
    w.announce('staff', staffId)
  },
})

export async function resetSecondFactor(w: Writer, act: Act, staffId: string, reason: string): Promise<Outcome<{ requestId: string; state: 'open'; endsAt: string }>> {
  const person = await findStaff(w, staffId)
  if (!person) return refuse('NOT_FOUND')
  if (!person.email) return refuse('CONTACT_ADDRESS_MISSING')
  return askSecondPerson(w, act, resetSecondFactorAct, { objectId: staffId, input: { staffId, email: person.email }, reason })
}
