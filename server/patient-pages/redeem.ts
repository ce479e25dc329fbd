import { and, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { MOST_TRIES, typedCode } from '#domain/enrollment/codes.ts'
import { stateNow } from '#domain/enrollment/invitation-policy.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import { DAY } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { openIncident } from '#server/incidents/incidents.ts'
import { codeOf, type CodeRow, type Doing, type InvitationRow } from '#server/invitations/invitations.ts'
import { countTry, waitForTry } from '#server/patient-pages/tries.ts'
import { sameSecret } from '#server/secrets.ts'

/** What somebody gives to begin: a typed code, or the QR's own name for one; always with the birth date. */
export type Given = {
  by: { typed: string; invitationId: string | null } | { codeId: string }
  birthDate: string
  /** Hash of this browser's mark, and of the one it gets if it has none. */
  device: { known: string | null; fresh: string }
  isConsoleBrowser: boolean
  triesKey: string
}

/** Why not. To the reader all but `slowed` and `console-browser` are the same words: nothing tells a code or a person from none. */
export type Refused = 'no-such-code' | 'birth-date' | 'device' | 'ended' | 'spent' | 'console-browser' | 'slowed'
export type Redeemed = { invitation: InvitationRow; code: CodeRow } | { refused: Refused }

/** Codes that one device may have been tied to within a day before somebody looks: a parent with children is ordinary. */
const ORDINARY_ON_ONE_DEVICE = 2

/**
 * Ties a code to the first device that gives it with the right birth date, once, by a guarded update (ID-04, ID-05). The same
 * device may come back while the code lives. A wrong birth date counts against the code, the fifth kills it; every wrong try
 * counts against where it came from.
 */
export async function redeem(w: Writer, doing: Doing, given: Given): Promise<Redeemed> {
  if (await waitForTry(w, given.triesKey, doing.at) > 0) return { refused: 'slowed' }
  const { code, isWrong } = await codeFor(w, doing, given)
  const refused = code === null || isWrong ? 'no-such-code' : await against(w, doing, code, given)
  if (refused !== null) {
    await countTry(w, given.triesKey, doing.at)
    if (code !== null && (isWrong || refused === 'birth-date')) await countWrong(w, doing, code)
    await recordEvent(w, doing.scene, {
      event: 'invitation.code-refused', outcome: 'refused', patientId: code?.patientId ?? null, objectId: code?.invitationId ?? null, detail: { cause: refused },
    })
    return { refused }
  }
  if (code === null) return { refused: 'no-such-code' }
  return connect(w, doing, code, given)
}

async function connect(w: Writer, doing: Doing, code: CodeRow, given: Given): Promise<Redeemed> {
  const { activationCodes: c, portalInvitations: i } = w.t
  const { at } = doing
  const device = given.device.known ?? given.device.fresh
  const isBack = code.state === 'connected'
  if (!isBack) {
    const [tied] = await w.update(c).set({ state: 'connected', deviceHash: device, connectedAt: at }).where(and(eq(c.id, code.id), eq(c.state, 'live'))).returning({ id: c.id })
    if (!tied) return { refused: 'device' }
  }
  const [invitation] = await w.update(i).set({
    state: 'opened', stateAt: at, openedAt: sql`coalesce(${i.openedAt}, ${at})`, connectedAt: sql`coalesce(${i.connectedAt}, ${at})`,
  }).where(eq(i.id, code.invitationId)).returning()
  if (!invitation) return { refused: 'ended' }
  if (!isBack) {
    await recordEvent(w, doing.scene, {
      event: 'invitation.connected', patientId: code.patientId, objectId: invitation.id, detail: { invitationId: invitation.id, kind: code.kind === 'desk' ? 'desk' : 'mail' },
    })
    if (code.kind === 'desk') await alertOnMany(w, doing, code, device)
  }
  w.announce('invitations', invitation.id)
  if (invitation.draftId) w.announce('enrollments', invitation.draftId)
  return { invitation, code: { ...code, state: 'connected', deviceHash: device } }
}

/**
 * The code that was meant. A typed one is compared with every desk code that lives just now; on an invitation's own page
 * with the one that was mailed for it, and a wrong one counts against that (`isWrong`).
 */
async function codeFor(db: Reader, { app, at }: Doing, { by }: Given): Promise<{ code: CodeRow | null; isWrong: boolean }> {
  const { activationCodes: c } = db.t
  if ('codeId' in by) {
    const [row] = await db.select().from(c).where(eq(c.id, by.codeId))
    return { code: row ?? null, isWrong: false }
  }
  const typed = typedCode(by.typed)
  const fits = (row: CodeRow): boolean => typed !== null && sameSecret(codeOf(app, row), typed)
  const alive = inArray(c.state, ['live', 'connected'])
  if (by.invitationId !== null) {
    const [row] = await db.select().from(c).where(and(alive, eq(c.invitationId, by.invitationId)))
    return { code: row ?? null, isWrong: row !== undefined && !fits(row) }
  }
  const rows = await db.select().from(c).where(and(alive, eq(c.kind, 'desk'), gt(c.endsAt, at)))
  return { code: rows.find(fits) ?? null, isWrong: false }
}

async function against(db: Reader, { at }: Doing, code: CodeRow, given: Given): Promise<Refused | null> {
  if (code.kind === 'desk' && given.isConsoleBrowser) return 'console-browser'
  if (code.tries >= MOST_TRIES) return 'spent'
  if (code.state !== 'live' && code.state !== 'connected') return 'ended'
  if (at >= code.endsAt) return 'ended'
  if (code.state === 'connected' && code.deviceHash !== given.device.known) return 'device'
  const { patients: p, portalInvitations: i } = db.t
  const [about] = await db.select({ birthDate: p.birthDate, deceased: p.deceased, state: i.state, endsAt: i.endsAt }).from(i).innerJoin(p, eq(p.id, i.patientId))
    .where(eq(i.id, code.invitationId))
  if (!about || about.deceased) return 'ended'
  const state = stateNow({ state: about.state as InvitationState, endsAt: about.endsAt }, at)
  if (!['queued', 'handed', 'refused', 'bounced', 'opened'].includes(state)) return 'ended'
  return sameSecret(about.birthDate, given.birthDate) ? null : 'birth-date'
}

/** A wrong try at this code; with the fifth it is dead. */
async function countWrong(w: Writer, { at }: Doing, code: CodeRow): Promise<void> {
  const { activationCodes: c } = w.t
  const [after] = await w.update(c).set({ tries: sql`${c.tries} + 1` }).where(eq(c.id, code.id)).returning({ tries: c.tries })
  if (after && after.tries >= MOST_TRIES) await w.update(c).set({ state: 'dead', deadAt: at, deadCause: 'tries' }).where(and(eq(c.id, code.id), ne(c.state, 'used')))
  const [invitation] = await w.select({ draftId: w.t.portalInvitations.draftId }).from(w.t.portalInvitations).where(eq(w.t.portalInvitations.id, code.invitationId))
  w.announce('invitations', code.invitationId)
  if (invitation?.draftId) w.announce('enrollments', invitation.draftId)
}

/** Desk codes of several people on one device within a day: perhaps a tablet that is passed round, perhaps a clerk's own phone. */
async function alertOnMany(w: Writer, doing: Doing, code: CodeRow, device: string): Promise<void> {
  const { activationCodes: c } = w.t
  const rows = await w.selectDistinct({ patientId: c.patientId }).from(c)
    .where(and(eq(c.deviceHash, device), eq(c.kind, 'desk'), gt(c.connectedAt, doing.at - DAY)))
  if (rows.length <= ORDINARY_ON_ONE_DEVICE) return
  await openIncident(w, doing, {
    kind: 'desk-codes-on-one-device', patientId: code.patientId, objectId: code.id, reason: 'codes of several people were redeemed on one device',
    facts: { people: rows.length, withinHours: 24, codeMadeBy: code.madeBy },
  })
}
