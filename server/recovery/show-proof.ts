import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { WayKind } from '#domain/recovery/words.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { Act } from '#server/http/act.ts'
import { maskedContact } from '#server/patients/patients.ts'
import { LINK_TRIES, proofStateAt, WORD_TRIES, wordsOf } from '#server/recovery/proof.ts'
import type { Scene } from '#server/recovery/scene.ts'

/**
 * The proof in hand. The number is shown only while it is to be dialled, the words only after its end was read back from
 * the phone, and both only to whoever works on the case.
 */
export function showProof(act: Act, { proof, contacts, row }: Scene): CallDesk['proof'] {
  if (!proof) return null
  const contact = contacts.find((one) => one.id === proof.contactId)
  const state = proofStateAt(proof, act.at)
  const isMine = row.claimedBy === act.actor.id
  return {
    id: proof.id, kind: proof.kind as WayKind, state, contactId: proof.contactId, masked: contact ? maskedContact(contact.kind, contact.value) : null,
    madeAt: isoOf(proof.madeAt), confirmedAt: isoOrNull(proof.confirmedAt), endsAt: isoOf(proof.endsAt),
    triesLeft: Math.max(0, (proof.kind === 'call-back' ? WORD_TRIES : LINK_TRIES) - proof.tries),
    dial: isMine && state === 'dialling' ? contact?.value ?? null : null,
    words: isMine && state === 'ringing' ? wordsOf(act.app, proof, row.language === 'es' ? 'es' : 'en') : null,
  }
}
