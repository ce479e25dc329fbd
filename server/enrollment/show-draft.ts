import { eq, inArray } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { MOST_TRIES } from '#domain/enrollment/codes.ts'
import { canHandOver } from '#domain/enrollment/draft-policy.ts'
import { stateNow } from '#domain/enrollment/invitation-policy.ts'
import { handOvers, withoutPhoto, type ContactWay, type DraftState, type HandOver, type InvitationState } from '#domain/enrollment/words.ts'
import { refusalOf } from '#domain/reasons.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { ownContacts, shownCheck, type OwnContact } from '#server/contacts/contacts.ts'
import { factsOf, type DraftScene } from '#server/enrollment/draft-scene.ts'
import { parentsSee } from '#server/enrollment/parents-see.ts'
import { personOf } from '#server/enrollment/person-short.ts'
import { preflightOf } from '#server/enrollment/preflight-of.ts'
import { progressOf, stuckIn } from '#server/enrollment/progress.ts'
import type { Act } from '#server/http/act.ts'
import type { CodeRow } from '#server/invitations/invitations.ts'
import { maskedContact } from '#server/patients/patients.ts'

/** The enrollment as the wizard shows it, in the reader's language. */
export async function shownDraft(db: Reader, act: Act, scene: DraftScene): Promise<EnrollmentAnswer> {
  const { draft, chart, portal, invitation, code } = scene
  const contacts = await ownContacts(db, { patient: chart, portal, at: act.at })
  const staff = await namesOf(db, [draft.startedBy, draft.heldBy, draft.evidenceSeenBy, draft.endedBy])
  const { live, done } = progressOf(scene)
  const facts = factsOf(scene)
  const evidence = facts.evidence
  return {
    id: draft.id, version: draft.version,
    patient: await personOf(db, act, chart, portal.policy.timeZone),
    portal: { id: portal.id, name: portal.name, timeZone: portal.policy.timeZone, languages: portal.policy.languages.interface },
    siteId: draft.siteId, state: draft.state as DraftState, step: stepOf(scene), language: draft.language === 'es' ? 'es' : 'en',
    startedAt: isoOf(draft.startedAt), startedBy: staff(draft.startedBy), heldBy: draft.heldBy === null ? null : staff(draft.heldBy),
    mine: draft.heldBy === act.actor.id,
    evidence: evidence === null || draft.evidenceSeenAt === null ? null : {
      kind: evidence, issuer: draft.evidenceIssuer, expiresOn: draft.evidenceExpiresOn, withPhoto: !withoutPhoto.includes(evidence),
      seenBy: staff(draft.evidenceSeenBy ?? ''), seenAt: isoOf(draft.evidenceSeenAt),
    },
    contact: draft.contactWay === null || draft.contactSettledAt === null ? null : {
      way: draft.contactWay as ContactWay, masked: maskOf(contacts, draft.contactId), settledAt: isoOf(draft.contactSettledAt),
    },
    onFile: contacts.flatMap((one) => (one.row ? [{
      contactId: one.row.id, kind: one.kind, use: one.row.use, masked: maskedContact(one.kind, one.value), check: masked(shownCheck(one, act.language), one),
    }] : [])),
    handOver: facts.handOver,
    handOverChoices: handOvers.map((handOver: HandOver) => {
      const decision = canHandOver(facts, handOver)
      return { handOver, refusal: decision.allowed ? null : refusalOf(decision.code, act.language, decision.facts) }
    }),
    code: code?.kind === 'desk' ? shownCodeState(code, act.at) : null,
    live: live.map((one) => ({ ...one, at: isoOrNull(one.at) })), done, stuck: stuckIn(scene, act.at, act.language),
    preflight: await preflightOf(db, act, { chart, portal, contacts, draft }),
    parentsSee: parentsSee(portal.policy, ageAt(chart.birthDate, act.at, portal.policy.timeZone)),
    invitation: invitation ? {
      id: invitation.id, state: stateNow({ state: invitation.state as InvitationState, endsAt: invitation.endsAt }, act.at),
      version: invitation.version, endsAt: isoOf(invitation.endsAt), mailStatus: await saidOf(db, invitation),
    } : null,
    ended: draft.endedAt === null ? null : { reason: draft.outcomeReason, note: draft.outcomeNote, at: isoOf(draft.endedAt), by: staff(draft.endedBy ?? '').name },
  }
}

function stepOf({ draft }: DraftScene): EnrollmentAnswer['step'] {
  if (draft.state !== 'open') return 'done'
  if (draft.evidenceSeenAt === null) return 'identity'
  return draft.contactSettledAt === null ? 'contact' : 'hand-over'
}

/** What is on file is shown masked; only what somebody types is shown whole. */
function masked(check: ReturnType<typeof shownCheck>, { kind, value }: OwnContact): ReturnType<typeof shownCheck> {
  const short = maskedContact(kind, value)
  return { ...check, typed: { segments: [{ text: short, counts: true }], readAs: short }, with: check.with ? { ...check.with, address: null } : null }
}

function maskOf(contacts: readonly OwnContact[], contactId: string | null): string | null {
  const found = contacts.find((one) => one.row?.id === contactId)
  return found ? maskedContact(found.kind, found.value) : null
}

function shownCodeState(code: CodeRow, now: number): EnrollmentAnswer['code'] {
  const isOver = now >= code.endsAt
  const state = code.state === 'used' ? 'used' : code.tries >= MOST_TRIES ? 'spent' : code.state === 'connected' ? 'connected' : code.state === 'dead' || isOver ? 'ended' : 'live'
  return { id: code.id, state, madeAt: isoOf(code.madeAt), endsAt: isoOf(code.endsAt), triesLeft: Math.max(0, MOST_TRIES - code.tries) }
}

/** Names of staff by id; somebody unknown has none. */
async function namesOf(db: Reader, ids: readonly (string | null)[]): Promise<(id: string) => { id: string; name: string }> {
  const { staff } = db.t
  const wanted = ids.filter((id) => id !== null)
  const rows = wanted.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, wanted))
  return (id) => ({ id: id === '' ? 'system' : id, name: rows.find((row) => row.id === id)?.name ?? '' })
}

/** What the mail server said of a mail that it refused or that came back; null: nothing of the kind. */
async function saidOf(db: Reader, { state, lastMailId }: { state: string; lastMailId: string | null }): Promise<string | null> {
  if ((state !== 'bounced' && state !== 'refused') || lastMailId === null) return null
  const { outboxMails: m } = db.t
  const [mail] = await db.select({ status: m.lastStatus }).from(m).where(eq(m.id, lastMailId))
  return mail?.status ?? null
}
