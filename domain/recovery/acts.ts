import { allow, deny, type Decision } from '#domain/decision.ts'
import type { ActKind, SignInKind, WayKind } from '#domain/recovery/words.ts'
import type { Step } from '#domain/recovery/ladder.ts'
import type { Role } from '#domain/roles.ts'
import { HOUR, type Instant } from '#domain/time.ts'

/** Assumption: a proof holds for an hour of work; who needs longer proves again. */
export const PROOF_HOLDS_FOR = HOUR

/** The portal account as acts see it. `locked`: the portal or its questions closed it; `suspended` by us, after a warning. */
export type AccountFacts = {
  state: 'active' | 'legacy-only' | 'invited' | 'suspended' | 'ended' | 'none'
  isLocked: boolean
  /** Closed after "this was not me" or by an incident, and not by a death or for another reason. */
  isSuspendedByUs: boolean
  signIn: SignInKind
}

export type ActFacts = {
  account: AccountFacts
  caseIsOpen: boolean
  deceased: boolean
  step: Step
  needsSecond: boolean
  /** The confirmed proof in hand, and when it was confirmed. */
  proof: { kind: WayKind; confirmedAt: Instant } | null
  /** What the best own address asks for. */
  destination: 'free' | 'second-person' | 'none'
  roles: readonly Role[]
}

/** What an act asks for here and now; `second`: it goes through two persons. */
export type ActMay = { decision: Decision; second: boolean }

/** Acts that carry something to the patient's address. */
export const actsThatSend: readonly ActKind[] = ['send-user-name', 'send-reset-link', 'restart-enrollment']
/** Acts that count as a reset (ID-08): each opens a way in, or takes a bar away. */
export const actsThatReset: readonly ActKind[] = ['send-reset-link', 'unlock', 'restart-enrollment', 'remove-second-factor']
/** Acts that only close or tell; they need no proof. */
export const actsWithoutProof: readonly ActKind[] = ['end-portal-sessions', 'social-guidance']

/**
 * Whether an act may be carried out. What does not fit the account comes first, then the proof, then where it goes.
 * An act that needs two persons is allowed with `second`, and its own command then only files the request.
 */
export function mayAct(kind: ActKind, facts: ActFacts, now: Instant): ActMay {
  const fits = fitsAccount(kind, facts)
  if (!fits.allowed) return { decision: fits, second: false }
  if (actsWithoutProof.includes(kind)) return { decision: allow, second: false }
  if (facts.step === 'closed') return { decision: deny('PATIENT_DECEASED'), second: false }
  if (actsThatSend.includes(kind) && facts.destination === 'none') return { decision: deny('RECOVERY_NO_DESTINATION'), second: false }
  const second = kind === 'remove-second-factor' || facts.needsSecond || facts.account.isSuspendedByUs || (actsThatSend.includes(kind) && facts.destination === 'second-person')
  return { decision: proofFor(kind, facts, now), second }
}

function fitsAccount(kind: ActKind, { account, caseIsOpen, deceased, roles }: ActFacts): Decision {
  if (!caseIsOpen) return deny('RECOVERY_OVER')
  if (deceased) return deny('PATIENT_DECEASED')
  if (kind === 'social-guidance') return account.signIn === 'social' ? allow : deny('RECOVERY_NOT_SOCIAL')
  if (kind === 'restart-enrollment') {
    if (!roles.includes('helpline')) return deny('RECOVERY_RESTART_BY_HELPLINE')
    return ['ended', 'none', 'invited'].includes(account.state) ? allow : deny('RECOVERY_HAS_ACCOUNT')
  }
  if (account.state === 'suspended' && !account.isSuspendedByUs) return deny('RECOVERY_ACCOUNT_CLOSED')
  if (account.state !== 'active' && account.state !== 'suspended' && account.state !== 'legacy-only') return deny('RECOVERY_NO_ACCOUNT')
  if (kind === 'end-portal-sessions') return allow
  if (kind === 'unlock') return account.isLocked || account.isSuspendedByUs ? allow : deny('RECOVERY_NOT_LOCKED')
  if (account.isSuspendedByUs) return deny('RECOVERY_UNLOCK_FIRST')
  if (account.signIn === 'social') return deny('RECOVERY_SOCIAL')
  if (kind === 'remove-second-factor' && account.signIn === 'password') return deny('RECOVERY_NO_SECOND_FACTOR')
  return allow
}

function proofFor(kind: ActKind, { proof, step, account }: ActFacts, now: Instant): Decision {
  if (proof === null || proof.kind === 'second-person') return deny('RECOVERY_NOT_PROVEN')
  if (now - proof.confirmedAt >= PROOF_HOLDS_FOR) return deny('RECOVERY_PROOF_OLD')
  if ((step === 'desk' || account.isSuspendedByUs) && proof.kind !== 'photo-id') return deny('RECOVERY_NEEDS_PHOTO_ID')
  if (kind === 'remove-second-factor' && proof.kind === 'email-link') return deny('RECOVERY_FACTOR_NEEDS_MORE')
  return allow
}

/**
 * Whether two persons may be asked about an act. Beside a proof they decide what one person may not; without any they are the
 * proof themselves (ID-02), where nothing calls for a face at a desk.
 */
export function mayAskForApproval(kind: ActKind, facts: ActFacts, now: Instant): Decision {
  if (actsWithoutProof.includes(kind)) return deny('RECOVERY_NEEDS_NO_APPROVAL')
  const { decision } = mayAct(kind, facts, now)
  if (decision.allowed) return allow
  const proofIsAll = ['RECOVERY_NOT_PROVEN', 'RECOVERY_PROOF_OLD'].includes(decision.code)
  if (!proofIsAll || facts.step === 'desk' || facts.account.isSuspendedByUs || kind === 'remove-second-factor') return decision
  return allow
}
