import type { ReasonFacts } from '#domain/decision.ts'
import type { Language, ReasonText } from '#domain/reasons/text.ts'
import { authReasons } from '#domain/reasons/auth.ts'
import { enrollmentReasons } from '#domain/reasons/enrollment.ts'
import { feedReasons } from '#domain/reasons/feeds.ts'
import { proxyReasons } from '#domain/reasons/proxy-access.ts'
import { hl7Reasons } from '#domain/reasons/hl7.ts'
import { invitationReasons } from '#domain/reasons/invitations.ts'
import { messageReasons } from '#domain/reasons/messages.ts'
import { recoveryReasons } from '#domain/reasons/recovery.ts'
import { recoveryLimitReasons } from '#domain/reasons/recovery-limits.ts'
import { relationReasons } from '#domain/reasons/relations.ts'
import { requestReasons } from '#domain/reasons/request.ts'
import { resultReasons } from '#domain/reasons/results.ts'
import { staffReasons } from '#domain/reasons/staff.ts'
import { mailReasons } from '#domain/reasons/mail.ts'
import { operationsReasons } from '#domain/reasons/operations.ts'
import { patientReasons } from '#domain/reasons/patients.ts'
import { todayReasons } from '#domain/reasons/today.ts'
import { rosterReasons } from '#domain/reasons/rosters.ts'

/** Every reason a policy may give, by code: one sentence each, in each language, with rule and next step. */
export const reasons = {
  ...authReasons,
  ...requestReasons,
  ...staffReasons,
  ...mailReasons,
  ...patientReasons,
  ...feedReasons,
  ...rosterReasons,
  ...operationsReasons,
  ...relationReasons,
  ...todayReasons,
  ...proxyReasons,
  ...enrollmentReasons,
  ...invitationReasons,
  ...messageReasons,
  ...hl7Reasons,
  ...resultReasons,
  ...recoveryReasons,
  ...recoveryLimitReasons,
}

export type ReasonCode = keyof typeof reasons

/** A reason as a screen or an answer shows it. */
export type Refusal = { code: ReasonCode; message: string; next: string; rule: string; say: string | null }

/** The sentences of a reason in a language, with `{name}` places filled from the facts. */
export function refusalOf(code: ReasonCode, language: Language, facts: ReasonFacts = {}): Refusal {
  const reason: ReasonText = reasons[code]
  const text = reason[language]
  return {
    code,
    message: fill(text.message, facts),
    next: fill(text.next, facts),
    rule: reason.rule,
    say: text.say ? fill(text.say, facts) : null,
  }
}

function fill(text: string, facts: ReasonFacts): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place))
}
