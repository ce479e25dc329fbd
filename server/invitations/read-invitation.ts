import { desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { ageAt } from '#domain/birthdays.ts'
import type { InvitationAnswer, patientInvitationsAnswer } from '#domain/contracts/invitations.ts'
import { displayName } from '#domain/names.ts'
import type { Reader } from '#db/store.ts'
import { portalNow } from '#server/contacts/contacts.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { explain } from '#server/invitations/facts-of.ts'
import { invitationScene } from '#server/invitations/scene-of.ts'
import { shownInvitation } from '#server/invitations/show-invitation.ts'
import { lookAlikesOf, mrnTailOf, openChart } from '#server/patients/patients.ts'

const MOST = 50

/** One invitation on one screen: history, why it did not arrive, the next safe action. */
export async function readInvitation(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<InvitationAnswer>> {
  const scene = await invitationScene(db, act, params.id, 'read')
  if ('refused' in scene) return scene
  const { chart, portal, invitation } = scene
  const alike = await lookAlikesOf(db, [chart.id], { actorId: act.actor.id, at: act.at })
  return done({
    ...await shownInvitation(db, act, { ...scene, deceased: chart.deceased }),
    patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate, age: ageAt(chart.birthDate, act.at, portal.policy.timeZone),
    mrnTail: await mrnTailOf(db, chart.id), lookAlike: alike.has(chart.id),
  }, invitation.version)
}

/** Every invitation that a patient ever had, newest first. */
export async function readPatientInvitations(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<z.infer<typeof patientInvitationsAnswer>>> {
  const opened = await openChart(db, act, params.id)
  if ('refused' in opened) return opened
  const { chart } = opened
  const { portalInvitations: i, sites } = db.t
  const found = await db.select({ invitation: i, siteName: sites.name }).from(i).leftJoin(sites, eq(sites.id, i.siteId))
    .where(eq(i.patientId, chart.id)).orderBy(desc(i.createdAt), desc(i.id)).limit(MOST)
  const rows = []
  for (const { invitation, siteName } of found) {
    const portal = await portalNow(db, invitation.portalId, act.at)
    if (!portal) continue
    const facts = await explain(db, chart, portal, invitation, act.at)
    rows.push(await shownInvitation(db, act, { invitation, portal, siteName: siteName ?? '', facts, deceased: chart.deceased }))
  }
  return done({ rows })
}
