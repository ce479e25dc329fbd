import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { actsThatReset, actsThatSend } from '#domain/recovery/acts.ts'
import type { ActKind } from '#domain/recovery/words.ts'
import { DAY } from '#domain/time.ts'
import { queueAccountCommand } from '#db/account-commands.ts'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { sendInvitation, type Doing } from '#server/invitations/invitations.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import type { noticeKinds } from '#server/outbox/templates/recovery.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { ourLocks } from '#server/recovery/account.ts'
import type { Scene } from '#server/recovery/scene.ts'
import { tellPatient } from '#server/recovery/tell.ts'

/** ID-04: a mailed link lives for a day at most. */
const RESET_LIVES = DAY

/** What is to be done, for whom and on whose word; `approvedBy`: the second person. */
export type ToDo = { kind: ActKind; agentId: string; approvedBy: string | null; proofId: string | null; reason: string }
type Made = { actId: string } | { code: ReasonCode }

/**
 * Does it, in the transaction that decided it: what it changes here, what the portal is asked, the mail that carries it, the notices
 * that tell of it, the row that limits are counted by. Gives the code of what stood in the way of the mail; nothing is done then.
 */
export async function carryOutAct(w: Writer, doing: Doing, scene: Scene, todo: ToDo): Promise<Made> {
  const { at } = doing
  const { row, chart, portal } = scene
  const actId = doing.app.random.id()
  const code = await does[todo.kind](w, doing, scene, todo)
  if (code !== null) return { code }
  await w.insert(w.t.recoveryActs).values({
    id: actId, caseId: row.id, patientId: chart.id, portalId: portal.id, kind: todo.kind, proofId: todo.proofId, agentId: todo.agentId, approvedBy: todo.approvedBy, at,
    contactId: actsThatSend.includes(todo.kind) ? scene.destination?.contact.id ?? null : null, isReset: actsThatReset.includes(todo.kind), isSend: actsThatSend.includes(todo.kind),
  })
  const what = noticeOf[todo.kind]
  const told = what === null ? 0 : await tellPatient(w, doing, { patient: chart, portal, portalId: portal.id, caseId: row.id, actId, what, language: row.language === 'es' ? 'es' : 'en' })
  await recordEvent(w, doing.scene, {
    event: 'recovery.acted', patientId: chart.id, objectId: row.id,
    detail: { act: todo.kind, portalId: portal.id, proofId: todo.proofId, askedBy: todo.approvedBy === null ? null : todo.agentId, told, reason: todo.reason },
  })
  w.announce('patients', chart.id)
  w.announce('recovery', row.id)
  return { actId }
}

const noticeOf: Record<ActKind, (typeof noticeKinds)[number] | null> = {
  'send-user-name': 'user-name', unlock: 'unlocked', 'send-reset-link': 'reset', 'end-portal-sessions': 'sessions', 'restart-enrollment': 'enrollment', 'remove-second-factor': 'second-factor', 'social-guidance': null,
}

type Doer = (w: Writer, doing: Doing, scene: Scene, todo: ToDo) => Promise<ReasonCode | null>

const does: Record<ActKind, Doer> = {
  'send-user-name': async (w, doing, scene) => {
    const { account, destination } = scene
    if (!destination) return 'RECOVERY_NO_DESTINATION'
    if (account.userName === null) return askPortal(w, doing, scene, 'account.send-user-name')
    return mail(w, doing, scene, { template: 'recovery-user-name', refs: { contactId: destination.contact.id, userName: account.userName, portalName: scene.portal.name } })
  },
  unlock: async (w, doing, scene) => {
    await endLocks(w, doing, scene)
    return askPortal(w, doing, scene, scene.account.isSuspendedByUs ? 'account.reinstated' : 'account.unlock')
  },
  'send-reset-link': async (w, doing, scene, todo) => {
    const { account, destination } = scene
    if (!destination || account.id === null) return 'RECOVERY_NO_DESTINATION'
    if (account.signIn !== 'password') {
      await endLocks(w, doing, scene)
      return askPortal(w, doing, scene, 'account.send-reset-link')
    }
    const resetId = doing.app.random.id()
    const code = await mail(w, doing, scene, { template: 'recovery-reset', refs: { resetId, contactId: destination.contact.id, portalName: scene.portal.name } })
    if (code !== null) return code
    await endLocks(w, doing, scene)
    const { passwordResets: r } = w.t
    await w.update(r).set({ state: 'dead', deadAt: doing.at, deadCause: 'newer' }).where(and(eq(r.accountId, account.id), eq(r.state, 'live')))
    await w.insert(r).values({
      id: resetId, caseId: scene.row.id, patientId: scene.chart.id, portalId: scene.portal.id, accountId: account.id, contactId: destination.contact.id, byTwo: todo.approvedBy !== null,
      madeBy: todo.agentId, madeAt: doing.at, endsAt: doing.at + RESET_LIVES, state: 'live',
    })
    return null
  },
  'end-portal-sessions': async (w, doing, scene) => {
    await endPortalSessions(w, doing, scene.chart.id, scene.portal.id)
    return askPortal(w, doing, scene, 'account.end-sessions')
  },
  'restart-enrollment': async (w, doing, { chart, portal, destination, row }, todo) => {
    if (!destination) return 'RECOVERY_NO_DESTINATION'
    if (!portal.takesAccounts) return 'PORTAL_TAKES_NO_ACCOUNTS'
    const sent = await sendInvitation(w, doing, { patient: chart, portal, channel: 'email', contact: destination.contact, language: row.language === 'es' ? 'es' : 'en', reason: todo.reason })
    return 'allowed' in sent ? sent.code : null
  },
  'remove-second-factor': (w, doing, scene) => askPortal(w, doing, scene, 'account.remove-second-factor'),
  'social-guidance': async () => null,
}

type Use = { template: 'recovery-user-name'; refs: { contactId: string; userName: string; portalName: string } } | { template: 'recovery-reset'; refs: { resetId: string; contactId: string; portalName: string } }

async function mail(w: Writer, { app, scene: audit }: Doing, { chart, destination, row }: Scene, use: Use): Promise<ReasonCode | null> {
  const sent = await queueMail(w, app, {
    scene: audit, person: { kind: 'patient', id: chart.id }, address: destination?.contact.value ?? '', purpose: 'security-notice', language: row.language === 'es' ? 'es' : 'en', ...use,
  })
  return sent.queued ? null : sent.code
}

/** The portal keeps the credentials: it is asked, and may send only to the address that counts here. */
async function askPortal(w: Writer, { app, at }: Doing, { account, portal, destination }: Scene, kind: Parameters<typeof queueAccountCommand>[1]['kind']): Promise<null> {
  if (account.id !== null) await queueAccountCommand(w, { id: app.random.id(), kind, accountId: account.id, portalId: portal.id, at, contactId: kind.startsWith('account.send') ? destination?.contact.id ?? null : null })
  return null
}

/** The locks of an account end; one that we closed ourselves is in use again, by two persons' word. */
async function endLocks(w: Writer, { at, by }: Doing, { account, chart, portal }: Scene): Promise<void> {
  const { accountLocks: l, portalAccounts: a } = w.t
  const own = account.isSuspendedByUs ? undefined : notInArray(l.kind, ourLocks)
  const ended = await w.update(l).set({ endedAt: at, endedBy: by }).where(and(eq(l.patientId, chart.id), eq(l.portalId, portal.id), isNull(l.endedAt), own)).returning({ formerState: l.formerState })
  const former = ended.find((one) => one.formerState !== null)?.formerState ?? 'active'
  if (account.isSuspendedByUs && account.id !== null) await w.update(a).set({ state: former, sinceAt: at, version: account.version + 1 }).where(and(eq(a.id, account.id), eq(a.state, 'suspended')))
}

/** Every session that the portal reported is over for us. Gives how many. */
export async function endPortalSessions(w: Writer, { at }: Pick<Doing, 'at'>, patientId: string, portalId: string): Promise<number> {
  const { portalUses: u } = w.t
  const ended = await w.update(u).set({ endedAt: at }).where(and(eq(u.patientId, patientId), eq(u.portalId, portalId), eq(u.kind, 'sign-in'), isNull(u.endedAt))).returning({ id: u.id })
  return ended.length
}
