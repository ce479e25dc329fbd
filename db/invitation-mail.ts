import { and, eq, inArray } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'

/** States that a report on the mail may still change: once the page was opened, it was there. */
const CHANGED_BY: Record<'handed' | 'refused' | 'parked' | 'bounced', readonly string[]> = {
  handed: ['queued'], refused: ['queued', 'handed'], parked: ['queued', 'handed'], bounced: ['queued', 'handed', 'refused'],
}

/** Keeps an invitation's state to what became of its newest mail, in the transaction that noted it. Other mails are nobody's invitation. */
export async function noteInvitationMail(w: Writer, mailId: string, state: 'handed' | 'refused' | 'parked' | 'bounced', at: Instant): Promise<void> {
  const { portalInvitations: i, enrollmentDrafts: d } = w.t
  const [changed] = await w.update(i).set({ state: state === 'parked' ? 'refused' : state, stateAt: at })
    .where(and(eq(i.lastMailId, mailId), inArray(i.state, [...CHANGED_BY[state]]))).returning({ id: i.id, draftId: i.draftId })
  if (!changed) return
  w.announce('invitations', changed.id)
  if (changed.draftId) {
    const [draft] = await w.select({ id: d.id }).from(d).where(and(eq(d.id, changed.draftId), eq(d.state, 'open')))
    if (draft) w.announce('enrollments', draft.id)
  }
}
