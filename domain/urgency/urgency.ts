import { clausesOf, type Clause } from '#domain/urgency/clauses.ts'
import { setAsideBecause, type SetAside } from '#domain/urgency/context.ts'
import { wordings, type UrgentSign } from '#domain/urgency/signs.ts'
import { mended } from '#domain/urgency/spelling.ts'

/** A sign, and the patient's own words that say it. */
export type UrgencyReason = { sign: UrgentSign; quote: string }
/** What was seen and does not count, with the cause: shown, so that nobody has to believe the machine. */
export type UrgencySetAside = UrgencyReason & { because: SetAside }
export type Urgency = { flagged: boolean; reasons: UrgencyReason[]; setAside: UrgencySetAside[] }

/** Longest quote that is shown, in characters. */
const QUOTE_LENGTH = 160

/**
 * R52: whether a message speaks of something that cannot wait, English and Spanish, the whole text read. Missing no emergency
 * comes before flagging too many; what is denied, long past or only asked about in general is set aside and says so.
 */
export function urgencyOf(text: string): Urgency {
  const clauses = clausesOf(text).map((clause) => ({ ...clause, words: mended(clause.words) }))
  const whole = clauses.map(({ words }) => words).join(' , ')
  const reasons = new Map<UrgentSign, UrgencyReason>()
  const setAside = new Map<UrgentSign, UrgencySetAside>()
  for (const { sign, says, along } of wordings) {
    if (along && !along.test(whole)) continue
    for (const clause of clauses) {
      for (const hit of clause.words.matchAll(says)) {
        const because = setAsideBecause(clause.words, hit.index, hit[0])
        const reason = { sign, quote: quoteOf(clause) }
        if (because) setAside.set(sign, { ...reason, because })
        else if (!reasons.has(sign)) reasons.set(sign, reason)
      }
    }
  }
  return {
    flagged: reasons.size > 0, reasons: [...reasons.values()],
    setAside: [...setAside.values()].filter(({ sign }) => !reasons.has(sign)),
  }
}

function quoteOf({ written }: Clause): string {
  return written.length <= QUOTE_LENGTH ? written : `${written.slice(0, QUOTE_LENGTH - 1).trimEnd()}…`
}
