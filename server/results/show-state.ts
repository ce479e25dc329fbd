import type { ReleaseState } from '#domain/contracts/results.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { ReleaseAnswer } from '#domain/release/answer.ts'
import { releaseSentence } from '#domain/release/sentences.ts'
import { isoOrNull } from '#domain/time.ts'

/** An answer of the engine as screens show it. Null: the portal had no rules then. */
export function showState(answer: ReleaseAnswer | null, portal: { name: string }, language: Language): ReleaseState {
  const why = answer?.why
  return {
    state: answer?.state ?? 'blocked', for: answer?.state === 'waits' ? [...answer.for] : [], code: why?.code ?? 'PORTAL_CLOSED',
    sentence: releaseSentence(why?.code ?? 'PORTAL_CLOSED', language, { portal: portal.name, until: isoOrNull(why?.until ?? null) }),
    rule: why?.rule ?? 'R85', sources: [...(why?.sources ?? [])], citedLaw: why?.citedLaw ?? null, stricterThanCitedLaw: why?.stricterThanCitedLaw ?? false,
    findings: [...(why?.findings ?? [])], mode: why?.mode ?? null, policyVersion: why?.policyVersion ?? null, until: isoOrNull(why?.until ?? null),
  }
}
