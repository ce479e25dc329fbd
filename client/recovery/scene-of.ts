import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { CallEnd, ProofMoment, ScriptScene } from '#domain/recovery/script-scene.ts'
import type { CaseState, ProofState, WayKind } from '#domain/recovery/words.ts'

const moments: Record<ProofState, ProofMoment> = {
  sent: 'sent', dialling: 'dialling', ringing: 'words', confirmed: 'none', 'waiting-approval': 'waiting', failed: 'failed', expired: 'failed', ended: 'none',
}
const ends: Record<CaseState, CallEnd | null> = { open: null, proven: null, done: 'done', stopped: 'stopped', refused: 'refused', expired: 'expired' }

/** Whether nobody knows an account of this person here. */
function hasNone({ account }: CallDesk): boolean {
  return account.state === 'none' || account.state === 'ended' || account.state === 'invited'
}

function provenOf(desk: CallDesk): ScriptScene['proven'] {
  if (desk.step !== 'act') return null
  if (desk.account.signIn === 'social') return { kind: 'social', provider: desk.account.provider ?? '' }
  return { kind: hasNone(desk) ? 'none' : 'password' }
}

/** Where the proof of the chosen way stands; of another way it says nothing. */
export function momentOf({ proof, approvals, step }: CallDesk, way: WayKind): ProofMoment {
  if ((way === 'second-person' || step === 'act') && approvals.some(({ state }) => state === 'open')) return 'waiting'
  return proof && proof.kind === way ? moments[proof.state] : 'none'
}

/** What the words of this moment depend on. Of the account nothing is taken over before the proof. */
export function sceneOf(desk: CallDesk, way: WayKind): ScriptScene {
  const { call, portal, person, step, acts } = desk
  return {
    step, way, proof: momentOf(desk, way), channel: call?.channel ?? 'call', relay: call?.relay ?? 'none',
    language: call?.language ?? (person.language?.toLowerCase().startsWith('es') ? 'es' : 'en'),
    portalName: portal.name, afterHours: portal.afterHours, isOpen: portal.openNow, socialProviders: portal.socialProviders,
    factsUsedUp: desk.factsRefusal !== null, limitReached: step === 'act' && acts.some((one) => one.kind === 'send-reset-link' && one.needsSecondPerson && one.doneAt === null),
    proven: provenOf(desk), end: ends[desk.state],
  }
}
