import { and, desc, eq } from 'drizzle-orm'
import { closedAfterAccount } from '#domain/enrollment/after-account.ts'
import type { ContactWay, DraftState, EvidenceKind, HandOver } from '#domain/enrollment/words.ts'
import { isEvidenceOld, type DraftFacts } from '#domain/enrollment/draft-policy.ts'
import type { Instant } from '#domain/time.ts'
import { wantsNoInvitation } from '#db/opt-outs.ts'
import type { Reader, Writer } from '#db/store.ts'
import { portalNow, type PortalNow } from '#server/contacts/contacts.ts'
import { refuse, type Act } from '#server/http/act.ts'
import { newestCode, type CodeRow, type Doing, type InvitationRow } from '#server/invitations/invitations.ts'
import { chartToActOn, openChart, type PatientRecord } from '#server/patients/patients.ts'

export type DraftRow = Reader['t']['enrollmentDrafts']['$inferSelect']
/** An enrollment with everything that its rules ask about. */
export type DraftScene = { draft: DraftRow; chart: PatientRecord; portal: PortalNow; invitation: InvitationRow | null; code: CodeRow | null; wantsNoMail: boolean; closed: readonly HandOver[]; at: Instant }
type Refusal = ReturnType<typeof refuse>

/** The enrollment as somebody may read it: a chart that they may not know of answers as one that is not there. */
export async function draftToRead(db: Reader, act: Act, id: string): Promise<DraftScene | Refusal> {
  const draft = await rowOf(db, id)
  if (!draft) return refuse('NOT_FOUND')
  const opened = await openChart(db, act, draft.patientId)
  return 'refused' in opened ? opened : sceneOf(db, act, draft, opened.chart)
}

/** The enrollment as somebody may work on it: held by nobody else, at the version that they saw. */
export async function draftToActOn(w: Writer, act: Act, id: string, held: 'mine' | 'anybody' = 'mine'): Promise<DraftScene | Refusal> {
  const draft = await rowOf(w, id)
  if (!draft) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, draft.patientId)
  if ('refused' in opened) return opened
  if (draft.state !== 'open') return refuse('ENROLLMENT_OVER')
  if (held === 'mine' && draft.heldBy !== null && draft.heldBy !== act.actor.id) return refuse('ENROLLMENT_ELSEWHERE')
  if (draft.version !== act.version) return refuse('VERSION_STALE', { current: { version: draft.version } })
  return sceneOf(w, act, draft, opened.chart)
}

/** Reads the scene of a draft that was found already. */
export async function sceneOf(db: Reader, act: Act, draft: DraftRow, chart: PatientRecord): Promise<DraftScene | Refusal> {
  const portal = await portalNow(db, draft.portalId, act.at)
  if (!portal) return refuse('NOT_FOUND')
  const invitation = await invitationOf(db, draft)
  const wantsNoMail = await wantsNoInvitation(db, chart.id, portal.id, act.at)
  const code = invitation ? await newestCode(db, invitation.id) : null
  return { draft, chart, portal, invitation, code, wantsNoMail, closed: await closedOf(db, act, draft), at: act.at }
}

/** What the rules ask of a draft. */
export function factsOf({ draft, wantsNoMail, closed, at }: DraftScene): DraftFacts {
  return {
    state: draft.state as DraftState, evidence: draft.evidenceKind as EvidenceKind | null, evidenceIsOld: isEvidenceOld(draft.evidenceSeenAt, at), contactWay: draft.contactWay as ContactWay | null,
    handOver: draft.handOver as HandOver | null, wantsNoMail, closed,
  }
}

/** What an account that was in use and ended lately closes, by its end and the age of the contacts. An invitation that ended tells the portal nothing. */
async function closedOf(db: Reader, { at }: Act, { patientId, portalId, contactId }: DraftRow): Promise<readonly HandOver[]> {
  const { portalAccounts: a, portalCommands: told, patientContacts: c } = db.t
  const [ended] = await db.select({ at: a.sinceAt }).from(a).innerJoin(told, and(eq(told.objectId, a.id), eq(told.kind, 'account.ended')))
    .where(and(eq(a.patientId, patientId), eq(a.portalId, portalId), eq(a.state, 'ended'))).limit(1)
  if (!ended) return []
  const contacts = await db.select({ id: c.id, kind: c.kind, sinceAt: c.sinceAt, retiredAt: c.retiredAt }).from(c).where(eq(c.patientId, patientId))
  const address = contacts.find((one) => one.id === contactId && one.kind === 'email' && one.retiredAt === null)
  return closedAfterAccount({ endedAt: ended.at, addressSinceAt: address?.sinceAt ?? null, youngestSinceAt: contacts.length === 0 ? null : Math.max(...contacts.map((one) => one.sinceAt)) }, at)
}

/** An act of staff in the form in which invitations are worked on. */
export function doingOf({ app, scene, at, actor }: Act): Doing {
  return { app, scene, at, by: actor.id }
}

async function rowOf(db: Reader, id: string): Promise<DraftRow | null> {
  const { enrollmentDrafts: d } = db.t
  const [row] = await db.select().from(d).where(eq(d.id, id))
  return row ?? null
}

async function invitationOf(db: Reader, { invitationId }: DraftRow): Promise<InvitationRow | null> {
  const { portalInvitations: i } = db.t
  if (invitationId === null) return null
  const [row] = await db.select().from(i).where(eq(i.id, invitationId)).orderBy(desc(i.createdAt)).limit(1)
  return row ?? null
}
