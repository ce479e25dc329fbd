import { eq } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'
import { portalNow, type PortalNow } from '#server/contacts/contacts.ts'
import { refuse, type Act } from '#server/http/act.ts'
import { explain, type InvitationFacts } from '#server/invitations/facts-of.ts'
import type { InvitationRow } from '#server/invitations/send-invitation.ts'
import { chartToActOn, openChart, type PatientRecord } from '#server/patients/patients.ts'

export type InvitationScene = { invitation: InvitationRow; chart: PatientRecord; portal: PortalNow; siteName: string; facts: InvitationFacts }

/** An invitation with everything that explains it, for reading or for acting. A chart that the person may not know of has none. */
export async function invitationScene(db: Reader, act: Act, id: string, purpose: 'read' | 'act'): Promise<InvitationScene | ReturnType<typeof refuse>> {
  const { portalInvitations: i, sites } = db.t
  const [invitation] = await db.select().from(i).where(eq(i.id, id))
  if (!invitation) return refuse('NOT_FOUND')
  const opened = purpose === 'read' ? await openChart(db, act, invitation.patientId) : await chartToActOn(db, act, invitation.patientId)
  if ('refused' in opened) return opened
  const portal = await portalNow(db, invitation.portalId, act.at)
  if (!portal) return refuse('NOT_FOUND')
  const [site] = await db.select({ name: sites.name }).from(sites).where(eq(sites.id, invitation.siteId))
  return { invitation, chart: opened.chart, portal, siteName: site?.name ?? '', facts: await explain(db, opened.chart, portal, invitation, act.at) }
}
