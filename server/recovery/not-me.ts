import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import type { Doing } from '#server/invitations/invitations.ts'
import { openIncident } from '#server/incidents/incidents.ts'
import { changeCase, type CaseRow } from '#server/recovery/case.ts'
import { endAll } from '#server/recovery/end-call.ts'
import type { OpenProof } from '#server/recovery/links.ts'
import { suspendSignIn } from '#server/recovery/suspend.ts'
import { alertPrivacy } from '#server/recovery/tell.ts'

type NoticeRow = Reader['t']['recoveryNotices']['$inferSelect']

/** The notice behind a "this was not me" link, for 30 days, whether or not it has been used. */
export async function openNotice(db: Reader, id: string, at: Instant): Promise<NoticeRow | null> {
  const { recoveryNotices: n } = db.t
  const [notice] = await db.select().from(n).where(eq(n.id, id))
  return notice && at < notice.endsAt ? notice : null
}

/** "This was not me": closes the sign-in at once and opens an incident. A second press, or another mail's link, changes nothing more. */
export async function sayNotMe(w: Writer, doing: Doing, notice: Pick<NoticeRow, 'id' | 'patientId' | 'portalId' | 'caseId'>): Promise<void> {
  const { recoveryNotices: n } = w.t
  const [first] = await w.update(n).set({ usedAt: doing.at }).where(and(eq(n.id, notice.id), isNull(n.usedAt))).returning({ id: n.id })
  if (first) await closeAfterWarning(w, doing, notice)
}

/** The same from the page that a proof's link opens: whoever reads the mailbox is not calling. */
export async function denyProof(w: Writer, doing: Doing, { proof, scene }: OpenProof): Promise<void> {
  const { recoveryProofs: p } = w.t
  const [ended] = await w.update(p).set({ state: 'failed', endedAt: doing.at, endCause: 'not-me' }).where(and(eq(p.id, proof.id), eq(p.state, 'sent'))).returning({ id: p.id })
  if (!ended) return
  await recordEvent(w, doing.scene, { event: 'recovery.proof-failed', outcome: 'refused', patientId: proof.patientId, objectId: proof.caseId, detail: { proofId: proof.id, kind: 'email-link', cause: 'not-me' } })
  await stopByPatient(w, doing, scene.row)
}

async function stopByPatient(w: Writer, doing: Doing, row: CaseRow): Promise<void> {
  await endAll(w, doing.scene, row, 'not-me')
  const incidentId = await openIncident(w, doing, { kind: 'not-me', patientId: row.patientId, objectId: row.id, reason: 'the patient is not the caller', facts: { portalId: row.portalId, calls: row.calls } })
  await alertPrivacy(w, doing, { incidentId, kind: 'not-me', except: null })
  await changeCase(w, doing, row, { state: 'stopped', endedAt: doing.at, endedBy: 'patient', callEndedAt: row.callEndedAt ?? doing.at })
}

async function closeAfterWarning(w: Writer, doing: Doing, { id, patientId, portalId, caseId }: Pick<NoticeRow, 'id' | 'patientId' | 'portalId' | 'caseId'>): Promise<void> {
  const closed = await suspendSignIn(w, doing, { patientId, kind: 'not-me', ...(portalId === null ? {} : { portalId }) })
  const incidentId = await openIncident(w, doing, {
    kind: 'not-me', patientId, objectId: caseId ?? id, reason: 'the patient said: this was not me', facts: { ...(portalId === null ? {} : { portalId }), accounts: closed.accounts, links: closed.links, sessions: closed.sessions },
  })
  await w.update(w.t.recoveryNotices).set({ incidentId }).where(eq(w.t.recoveryNotices.id, id))
  await alertPrivacy(w, doing, { incidentId, kind: 'not-me', except: null })
  await recordEvent(w, doing.scene, { event: 'recovery.not-me', patientId, objectId: incidentId, detail: { portals: closed.accounts, links: closed.links, sessions: closed.sessions, incidentId } })
}
