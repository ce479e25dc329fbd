import { desc, eq } from 'drizzle-orm'
import { HOUR, MINUTE } from '#domain/time.ts'
import { killCodes } from '#db/enrollment-ends.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { PortalNow } from '#server/contacts/contacts.ts'
import type { Doing } from '#server/invitations/doing.ts'
import type { InvitationRow } from '#server/invitations/send-invitation.ts'
import { deriveCode } from '#server/outbox/derive.ts'

export type CodeRow = Reader['t']['activationCodes']['$inferSelect']

/** What codes are derived for: a code of one purpose is none of another (ID-05). */
const PURPOSE = 'activation-code'

/** The eight characters that a code's row stands for. Computed where they are shown, mailed or compared; kept nowhere (ID-04). */
export function codeOf(app: App, code: { id: string; keyId: string }): string {
  return deriveCode(app.secrets, PURPOSE, code.id, code.keyId)
}

/** A new code for an invitation; the one before is dead from this moment. It never outlives its invitation (R3). */
export async function makeCode(
  w: Writer, { app, at, by }: Doing, invitation: InvitationRow, kind: 'desk' | 'mail', { policy }: PortalNow,
): Promise<{ code: CodeRow; endedCodes: number }> {
  const endedCodes = await killCodes(w, invitation.id, at, 'new-code')
  const { deskCodeMinutes, emailCodeHours } = policy.invitations
  const life = kind === 'desk' ? deskCodeMinutes * MINUTE : emailCodeHours * HOUR
  const [code] = await w.insert(w.t.activationCodes).values({
    id: app.random.id(), invitationId: invitation.id, patientId: invitation.patientId, kind, keyId: app.secrets.current('derive').id,
    madeBy: by, madeAt: at, endsAt: Math.min(at + life, invitation.endsAt), state: 'live',
  }).returning()
  if (!code) throw new Error('the code was just written')
  return { code, endedCodes }
}

/** The code made last for an invitation; null: none yet. */
export async function newestCode(db: Reader, invitationId: string): Promise<CodeRow | null> {
  const { activationCodes: c } = db.t
  const [row] = await db.select().from(c).where(eq(c.invitationId, invitationId)).orderBy(desc(c.madeAt), desc(c.id)).limit(1)
  return row ?? null
}
