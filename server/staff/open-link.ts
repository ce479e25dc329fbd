import { eq } from 'drizzle-orm'
import { openLinkAnswer, openLinkBody } from '#domain/contracts/staff.ts'
import { isoOf, type Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type Door } from '#server/http/door.ts'
import { verifyToken } from '#server/outbox/derive.ts'
import { findPractice } from '#server/practice.ts'
import { isOpen, type InvitationRow, type LinkPurpose } from '#server/staff/invitation.ts'

type StaffTableRow = Reader['t']['staff']['$inferSelect']
export type OpenLink = { row: InvitationRow; person: StaffTableRow; purpose: LinkPurpose }

/** The open link that a token names, with its person; null when it is not ours, used, replaced, out of time, or closed by wrong tries. */
export async function findOpenLink(db: Reader, app: App, token: string, at: Instant): Promise<OpenLink | null> {
  const id = verifyToken(app.secrets, 'staff-invitation', token)
  return id ? findOpenLinkById(db, id, at) : null
}

export async function findOpenLinkById(db: Reader, id: string, at: Instant): Promise<OpenLink | null> {
  const { staffInvitations: t, staff } = db.t
  const [found] = await db.select({ row: t, person: staff }).from(t).innerJoin(staff, eq(staff.id, t.staffId)).where(eq(t.id, id))
  if (!found || !isOpen(found.row, at) || found.person.status === 'disabled') return null
  return { ...found, purpose: found.row.purpose as LinkPurpose }
}

/** What the page behind a mailed link shows. Looking uses nothing up: mail scanners look as well (ID-05). */
export const openLinkDoor: Door = openDoor({
  path: 'POST /api/staff-invitations/open', summary: 'What a mailed link is for; uses nothing up.', body: openLinkBody, answer: openLinkAnswer,
  run: async ({ app, at, body }) => {
    const db = app.store.read
    const link = await findOpenLink(db, app, body.token, at)
    if (!link) return refuse('LINK_CLOSED')
    const { person: { name, userName }, purpose, row } = link
    return done({ practiceName: (await findPractice(db))?.name ?? '', name, userName, purpose, endsAt: isoOf(row.endsAt) })
  },
})
