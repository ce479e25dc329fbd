import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { ActKind, CallOutcome, FactKind } from '#domain/recovery/words.ts'

export type Way = CallDesk['ways'][number]
export type FactsTyped = Partial<Record<FactKind, string>>
export type PhotoId = { kind: string; issuer: string; expiresOn: string; faceMatches: boolean }

/** What is typed on the ladder and not yet sent. None of it outlives the screen. */
export type LadderState = { facts: FactsTyped; lastTwo: string; heard: string; photoId: PhotoId }
export const nothingTyped: LadderState = { facts: {}, lastTwo: '', heard: '', photoId: { kind: '', issuer: '', expiresOn: '', faceMatches: false } }

/** What the filled button does: a command at once, or a panel that asks for the rest first. */
export type Primary =
  | { does: 'command'; label: string; lacks: string | null; step: string; body: object }
  | { does: 'begin'; label: string }
  | { does: 'approval'; label: string }
  | { does: 'act'; label: string; act: ActKind }
  | { does: 'end'; label: string; outcome: CallOutcome | null }

/** Whether a way can be gone at all today. */
export function isOpenWay(way: Way): boolean {
  return way.standing === 'suffices' || way.standing === 'with-second-person'
}

/** A way by kind and contact: there may be two addresses on file. */
export function wayKey(way: Pick<Way, 'kind' | 'contactId'>): string {
  return `${way.kind} ${way.contactId ?? ''}`
}

/** A proof that is neither over nor failed. */
export function liveProof({ proof }: CallDesk): CallDesk['proof'] {
  return proof && ['sent', 'dialling', 'ringing', 'waiting-approval'].includes(proof.state) ? proof : null
}

/** The way to begin with: the one in hand; at a desk the document; else the strongest that is open. */
export function firstWay(desk: CallDesk): Way | null {
  const proof = liveProof(desk)
  const inHand = proof ? desk.ways.find((way) => way.kind === proof.kind && (way.contactId ?? '') === (proof.contactId ?? '')) : undefined
  const document = desk.call?.channel === 'desk' ? desk.ways.find((way) => way.kind === 'photo-id' && isOpenWay(way)) : undefined
  return inHand ?? document ?? desk.ways.find(isOpenWay) ?? null
}

/** Acts in the order in which a call needs them. */
const inOrder: readonly ActKind[] = ['send-reset-link', 'restart-enrollment', 'unlock', 'send-user-name', 'social-guidance', 'remove-second-factor', 'end-portal-sessions']
/** What only says that an act is not for this kind of account; such acts are left out. */
const notForThis = ['RECOVERY_NOT_SOCIAL', 'RECOVERY_NOT_LOCKED', 'RECOVERY_HAS_ACCOUNT', 'RECOVERY_RESTART_BY_HELPLINE']
const shownAlways: readonly ActKind[] = ['send-reset-link', 'send-user-name']

/** The acts that are shown: all that fit the account; before the proof the two that a call is mostly about, and what needs none. */
export function actsShown({ acts, step }: CallDesk): CallDesk['acts'] {
  const sorted = acts.toSorted((a, b) => inOrder.indexOf(a.kind) - inOrder.indexOf(b.kind))
  return sorted.filter((one) => (one.refusal === null && step !== 'find') || (step === 'act' ? !notForThis.includes(one.refusal?.code ?? '') : shownAlways.includes(one.kind)))
}

/** The filled button of the step in hand; null while the call waits for somebody else. */
export function primaryOf(desk: CallDesk, way: Way | null, state: LadderState): Primary | null {
  if (desk.step === 'over') return null
  if (!desk.isMine || desk.call === null || desk.call.endedAt !== null) return { does: 'begin', label: 'recovery.begin_call' }
  if (desk.step === 'find') return findPrimary(desk, state)
  if (desk.step === 'prove') return way ? provePrimary(desk, way, state) : { does: 'end', label: 'recovery.end_call', outcome: 'could-not-prove' }
  const next = actsShown(desk).find((one) => one.refusal === null && one.doneAt === null)
  if (!next || desk.acts.some(({ kind, doneAt }) => doneAt !== null && shownAlways.includes(kind))) return { does: 'end', label: 'recovery.end_call', outcome: 'done' }
  if (next.needsSecondPerson && desk.approvals.some(({ state: is }) => is === 'open')) return { does: 'end', label: 'recovery.end_call', outcome: 'waits-for-approval' }
  return { does: 'act', label: actLabel(next.kind, desk), act: next.kind }
}

function findPrimary(desk: CallDesk, { facts }: LadderState): Primary {
  if (desk.factsRefusal !== null) return { does: 'end', label: 'recovery.to_desk', outcome: 'comes-to-desk' }
  const said = Object.entries(facts).flatMap(([kind, text]) => (text.trim() === '' ? [] : [{ kind, text: text.trim() }]))
  return { does: 'command', label: 'recovery.compare', lacks: said.length === 0 ? 'recovery.lacks_facts' : null, step: 'facts', body: { said } }
}

function provePrimary(desk: CallDesk, way: Way, state: LadderState): Primary | null {
  const proof = liveProof(desk)
  const inHand = proof && proof.kind === way.kind && (proof.contactId ?? '') === (way.contactId ?? '') ? proof : null
  const command = (label: string, step: string, body: object, lacks: string | null = null): Primary => ({ does: 'command', label, lacks, step, body })
  switch (way.kind) {
    case 'email-link':
      return inHand ? { does: 'end', label: 'recovery.end_call', outcome: 'waits-for-mail' } : command('recovery.send_link', 'send-link', { contactId: way.contactId })
    case 'call-back':
      if (inHand?.state === 'ringing') return command('recovery.compare_words', 'repeat-words', { heard: state.heard.trim() }, state.heard.trim() === '' ? 'recovery.lacks_heard' : null)
      if (inHand?.state === 'dialling') return command('recovery.confirm_number', 'confirm-number', { lastTwo: state.lastTwo }, /^\d\d$/.test(state.lastTwo) ? null : 'recovery.lacks_two')
      return command('recovery.begin_call_back', 'call-back', { contactId: way.contactId })
    case 'photo-id':
      return desk.call?.channel === 'desk' ? command('recovery.record_id', 'photo-id', state.photoId, lacksPhotoId(state.photoId)) : { does: 'end', label: 'recovery.to_desk', outcome: 'comes-to-desk' }
    case 'second-person':
      return inHand || desk.approvals.some(({ state: is }) => is === 'open') ? { does: 'end', label: 'recovery.end_call', outcome: 'waits-for-approval' } : { does: 'approval', label: 'recovery.ask_approval' }
  }
}

function lacksPhotoId({ kind, issuer, expiresOn, faceMatches }: PhotoId): string | null {
  if (kind === '') return 'recovery.lacks_kind'
  if (issuer.trim().length < 2) return 'recovery.lacks_issuer'
  if (expiresOn === '') return 'recovery.lacks_expires'
  return faceMatches ? null : 'recovery.lacks_face'
}

/** What the button of an act says. */
export function actLabel(kind: ActKind, { account }: Pick<CallDesk, 'account'>): string {
  return kind === 'send-reset-link' && account.isLocked ? 'recovery.act.unlock-and-send-reset-link' : `recovery.act.${kind}`
}
