import type { Language } from '#domain/reasons/text.ts'
import type { FindingKind } from '#domain/release/findings.ts'

const sentences: Record<FindingKind, Record<Language, string>> = {
  'policy-stricter-than-law': { en: 'The portal’s rule is stricter than the law it cites; {count} results are blocked by it now.', es: 'La regla del portal es más estricta que la ley que cita; ahora bloquea {count} resultados.' },
  'law-changed-since': { en: 'The law that the rule cites has changed since. Have it read again.', es: 'La ley que cita la regla ha cambiado. Conviene releerla.' },
  'blanket-delay': { en: 'Half or more of one kind of result are held by one person ({count} in 90 days): a hold is individual.', es: 'Una persona retiene la mitad o más de una clase de resultado ({count} en 90 días): una retención es individual.' },
  'holds-per-clinician': { en: 'One person holds more than twice as often as everybody ({count} in 90 days).', es: 'Una persona retiene más del doble que el conjunto ({count} en 90 días).' },
  'hold-without-contact': { en: '{count} results have been held for more than three days and nobody has called.', es: '{count} resultados llevan más de tres días retenidos sin que nadie llame.' },
  'waits-long': { en: '{count} results have waited for a clinician for more than two weeks.', es: '{count} resultados esperan a un clínico desde hace más de dos semanas.' },
}

/** A finding in one sentence. */
export function findingSentence(kind: FindingKind, language: Language, count: number): string {
  return sentences[kind][language].replace('{count}', String(count))
}
