import type { ContactCheckAnswer } from '#domain/contracts/enrollment.ts'
import { asRead } from '#domain/enrollment/as-read.ts'
import { refusalOf } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import { isoOrNull } from '#domain/time.ts'
import { reachKey } from '#domain/reach.ts'
import type { OwnContact } from '#server/contacts/own-contacts.ts'

/**
 * A checked contact as a desk sees it. The other reader's address is shown only where it reaches the very mailbox that was
 * typed, so that the difference can be explained; of a closed chart, or a barred contact, nothing is said at all.
 */
export function shownCheck({ kind, value, checked }: OwnContact, language: Language): ContactCheckAnswer {
  const { decision } = checked
  const other = checked.with
  const isBarred = !decision.allowed && decision.code === 'ENROLL_NEEDS_PRIVACY_OFFICER'
  const mayTell = other !== null && !other.isRestricted
  const theirs = other?.contacts.find((one) => one.kind === kind && reachKey(one.kind, one.value) === reachKey(kind, value))
  return {
    kind, usable: decision.allowed, refusal: decision.allowed ? null : refusalOf(decision.code, language, decision.facts),
    youngSinceAt: isoOrNull(checked.youngSinceAt), sharedByRule: checked.sharedByRule, typed: asRead(kind, value),
    with: other === null || isBarred ? null : {
      relation: other.relation, relationship: mayTell ? other.relationship : null, name: mayTell ? other.name : null,
      address: mayTell && theirs ? asRead(kind, theirs.value) : null,
    },
    ways: checked.ways,
  }
}
