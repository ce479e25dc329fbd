import { and, eq, isNull } from 'drizzle-orm'
import { basisRules, type Basis } from '#domain/access/bases.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { Instant } from '#domain/time.ts'
import type { GrantRow } from '#db/access-facts.ts'
import { portalRules } from '#db/portal-rules.ts'
import { knownPersons, type KnownPerson } from '#db/proxy-persons.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import { changeState } from '#server/proxy-access/change-state.ts'
import { fromTokenId, invitationOver } from '#server/proxy-access/invite-proxy.ts'
import { rulesAt } from '#server/proxy-access/moment.ts'
import { isBlockedFor } from '#server/proxy-access/weigh-grant.ts'

/** Wrong answers that deny it. */
export const WRONG_ANSWERS = 3

/** What a proxy's page is about while it is open. */
export type OpenInvitation = { grant: GrantRow; person: KnownPerson; policy: PortalPolicy; portalName: string; patientBirthDate: string; patientDead: boolean }

/**
 * The grant behind a link, if it is the newest link and still waits for this person; null for everything else: an older
 * link, one that is over, refused, held or blocked, one that nobody sent. They are all the same to whoever asks (PX-03).
 */
export async function openInvitation(db: Reader, tokenId: string, at: Instant): Promise<OpenInvitation | null> {
  const { grantId, invitedAt } = fromTokenId(tokenId)
  const { proxyGrants, patients } = db.t
  const [row] = await db.select({ grant: proxyGrants, birthDate: patients.birthDate, dead: patients.deceased }).from(proxyGrants)
    .innerJoin(patients, eq(patients.id, proxyGrants.patientId)).where(eq(proxyGrants.id, grantId))
  const rules = row ? rulesAt(await portalRules(db), row.grant.portalId, at) : null
  const person = row ? (await knownPersons(db, [row.grant.personId])).get(row.grant.personId) : undefined
  const isStopped = row && person ? await isBlockedFor(db, row.grant.patientId, person, { at }) : true
  if (!row || !rules || !person || isStopped) return null
  const isOpen = row.grant.state === 'pending' && row.grant.invitedAt === invitedAt && at < invitationOver(row.grant, rules.policy)
    && (!row.dead || basisRules[row.grant.basis as Basis].about === 'deceased')
  return isOpen ? { grant: row.grant, person, policy: rules.policy, portalName: rules.portal.name, patientBirthDate: row.birthDate, patientDead: row.dead } : null
}

/** Counts an answer that did not fit; the third denies the grant. Returns how many tries are left. */
export async function countWrongAnswer(w: Writer, app: App, scene: AuditScene, grant: GrantRow): Promise<number> {
  const wrongAnswers = grant.wrongAnswers + 1
  await recordEvent(w, scene, { event: 'proxy.answer-refused', patientId: grant.patientId, objectId: grant.id, outcome: 'refused', detail: { tries: wrongAnswers } })
  if (wrongAnswers >= WRONG_ANSWERS) await changeState(w, app, scene, grant, { state: 'denied', cause: 'wrong-answers', more: { wrongAnswers } })
  else await w.update(w.t.proxyGrants).set({ wrongAnswers }).where(eq(w.t.proxyGrants.id, grant.id))
  return WRONG_ANSWERS - wrongAnswers
}

/** The proxy has confirmed: access is open from this instant. */
export async function confirmGrant(w: Writer, app: App, scene: AuditScene, grant: GrantRow, account: 'own' | 'new' | 'portal'): Promise<void> {
  await changeState(w, app, scene, grant, { state: 'active', cause: 'confirmed' })
  await recordEvent(w, scene, { event: 'proxy.confirmed', patientId: grant.patientId, objectId: grant.id, detail: { account } })
}

/** The proxy does not want it. */
export async function declineGrant(w: Writer, app: App, scene: AuditScene, grant: GrantRow): Promise<void> {
  await changeState(w, app, scene, grant, { state: 'denied', cause: 'declined-by-proxy' })
}

/** The hash of the password of the person's own account under this user name; null: there is none. */
export async function passwordOf(db: Reader, person: KnownPerson, portalId: string, userNameKey: string): Promise<string | null> {
  const { proxyCredentials: p, patientCredentials: c } = db.t
  const [own] = await db.select({ hash: p.passwordHash }).from(p)
    .where(and(eq(p.personId, person.row.id), eq(p.portalId, portalId), eq(p.userNameKey, userNameKey), isNull(p.endedAt)))
  if (own) return own.hash
  const [asPatient] = person.patientId === null ? [] : await db.select({ hash: c.passwordHash }).from(c)
    .where(and(eq(c.patientId, person.patientId), eq(c.portalId, portalId), eq(c.userNameKey, userNameKey), isNull(c.endedAt)))
  return asPatient?.hash ?? null
}

/** Whether somebody has this user name on the portal. */
export async function isUserNameTaken(db: Reader, portalId: string, userNameKey: string): Promise<boolean> {
  const { proxyCredentials: p, patientCredentials: c } = db.t
  const [one] = await db.select({ id: p.id }).from(p).where(and(eq(p.portalId, portalId), eq(p.userNameKey, userNameKey), isNull(p.endedAt)))
  const [other] = await db.select({ id: c.id }).from(c).where(and(eq(c.portalId, portalId), eq(c.userNameKey, userNameKey), isNull(c.endedAt)))
  return one !== undefined || other !== undefined
}

/**
 * Makes the person's own account on the portal; an earlier one of theirs ends. Whoever reads a mailbox and knows one birth date can come
 * this far: the account opens what its link invited to, and what the person could open before waits for a review at a desk (R27).
 */
export async function makeAccount(w: Writer, app: App, scene: AuditScene, grant: GrantRow, own: { userName: string; userNameKey: string; passwordHash: string }): Promise<void> {
  const { proxyCredentials: p, proxyGrants: g } = w.t
  const { personId, portalId } = grant
  await w.update(p).set({ endedAt: scene.at }).where(and(eq(p.personId, personId), eq(p.portalId, portalId), isNull(p.endedAt)))
  await w.insert(p).values({ id: app.random.id(), personId, portalId, ...own, createdAt: scene.at })
  const before = await w.select().from(g).where(and(eq(g.personId, personId), eq(g.portalId, portalId), eq(g.state, 'active')))
  for (const one of before) await changeState(w, app, scene, one, { state: 'suspended', cause: 'new-account' })
}

/** Confirms or declines a grant as the portal reports it of the person's own account there. False: nothing waits. */
export async function settleFromPortal(w: Writer, app: App, scene: AuditScene, { grantId, portalId, outcome }: { grantId: string; portalId: string; outcome: 'confirmed' | 'declined' }): Promise<boolean> {
  const { proxyGrants } = w.t
  const [grant] = await w.select().from(proxyGrants).where(and(eq(proxyGrants.id, grantId), eq(proxyGrants.portalId, portalId)))
  const open = grant ? await openInvitation(w, `${grantId}-${(grant.invitedAt ?? 0).toString(36)}`, scene.at) : null
  if (!open) return false
  if (outcome === 'confirmed') await confirmGrant(w, app, scene, open.grant, 'portal')
  else await declineGrant(w, app, scene, open.grant)
  return true
}
