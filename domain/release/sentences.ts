import type { Language } from '#domain/reasons/text.ts'
import type { ReleaseCode } from '#domain/release/answer.ts'

/** One sentence for each answer about a result, for staff. `{portal}` and `{until}` are filled in. */
const sentences: Record<ReleaseCode, Record<Language, string>> = {
  SHOWN_AT_ONCE: { en: '{portal} shows a final result at once.', es: '{portal} muestra al momento un resultado definitivo.' },
  SHOWN_AFTER_REVIEW: { en: 'The doctor has seen it, so {portal} shows it.', es: 'El médico lo ha visto y {portal} lo muestra.' },
  SHOWN_AFTER_VERIFICATION: { en: 'The ordering provider has verified it, so {portal} shows it.', es: 'Quien lo solicitó lo verificó y {portal} lo muestra.' },
  SHOWN_BY_ORDER: { en: 'A clinician ordered its release.', es: 'Un clínico ordenó liberarlo.' },
  NOT_FINAL: { en: 'The laboratory has not called it final.', es: 'El laboratorio no lo da aún por definitivo.' },
  VALUES_TO_COME: { en: 'The report names values that have not come.', es: 'El informe nombra valores que aún no llegan.' },
  CATEGORY_UNSURE: { en: 'Its code does not tell what kind of result it is; a clinician looks first.', es: 'Su código no dice qué clase de resultado es; primero lo mira un clínico.' },
  WAITS_FOR_REVIEW: { en: '{portal} shows a result after the doctor has seen it.', es: '{portal} muestra un resultado cuando el médico lo ha visto.' },
  WAITS_FOR_VERIFICATION: { en: '{portal} shows a result after the ordering provider has verified it.', es: '{portal} muestra un resultado cuando quien lo solicitó lo verifica.' },
  WAITS_FOR_ORDER: { en: '{portal} shows this kind of result only on the doctor’s order.', es: '{portal} muestra esta clase de resultado solo por orden del médico.' },
  RECALLED: { en: 'It was recalled; a clinician orders its release anew.', es: 'Se retiró; un clínico ordena de nuevo su liberación.' },
  HELD: { en: 'It is held until {until}.', es: 'Está retenido hasta {until}.' },
  STATE_CLOCK: { en: 'A state law keeps it back until {until}.', es: 'Una ley estatal lo retiene hasta {until}.' },
  NEVER_ON_PORTAL: { en: '{portal} never shows this kind of result.', es: '{portal} nunca muestra esta clase de resultado.' },
  ORDERED_ELSEWHERE: { en: '{portal} never shows what was ordered outside the practice.', es: '{portal} nunca muestra lo solicitado fuera de la consulta.' },
  ACQUIRED_IN_YOUTH: { en: '{portal} shows to nobody what was collected from age 12 to 17.', es: '{portal} no muestra a nadie lo obtenido entre los 12 y los 17 años.' },
  ACQUISITION_UNKNOWN: { en: 'Nobody knows when it was collected, and {portal} hides some ages.', es: 'No se sabe cuándo se obtuvo, y {portal} oculta algunas edades.' },
  PORTAL_CLOSED: { en: '{portal} is not open.', es: '{portal} no está abierto.' },
  WITHDRAWN: { en: 'The laboratory took it back.', es: 'El laboratorio lo anuló.' },
}

/** The sentence of an answer, with the portal's name and, where there is one, the end as the reader's clock shows it. */
export function releaseSentence(code: ReleaseCode, language: Language, facts: { portal: string; until: string | null }): string {
  return sentences[code][language].replace('{portal}', facts.portal).replace('{until}', facts.until ?? '…')
}
