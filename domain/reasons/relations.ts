import type { ReasonText } from '#domain/reasons/text.ts'

/** Who a practitioner of a feed is here, and who stands in for whom. */
export const relationReasons = {
  PRACTITIONER_IS_ONESELF: {
    rule: 'AZ-07',
    en: { message: 'Nobody decides which practitioner they are themselves.', next: 'Another administrator does this.' },
    es: { message: 'Nadie decide qué profesional es uno mismo.', next: 'Lo hace otro administrador.' },
  },
  PRACTITIONER_NEEDS_CLINICIAN: {
    rule: 'AZ-05',
    en: { message: 'This colleague is no clinician, so no practitioner of a feed.', next: 'Choose a prescriber or clinical staff.' },
    es: { message: 'Este colega no es clínico y, por tanto, ningún profesional de un envío.', next: 'Elija a quien prescriba o a personal clínico.' },
  },
  NPI_DIFFERS: {
    rule: 'AZ-05',
    en: { message: 'The two NPIs differ, so these are two people.', next: 'Have the wrong number mended where it comes from; then they match by themselves.' },
    es: { message: 'Los dos NPI son distintos: son dos personas.', next: 'Haga corregir el número en su origen; entonces se vinculan solos.' },
  },
  COVER_OF_OTHERS: {
    rule: 'AZ-05',
    en: { message: 'You set and end cover for your own absence only.', next: 'The colleague does it, or a practice manager.' },
    es: { message: 'Usted fija y termina la suplencia solo de su propia ausencia.', next: 'Lo hace el colega, o quien dirige la consulta.' },
  },
  COVER_BY_ONESELF: {
    rule: 'AZ-07',
    en: { message: 'Nobody makes themselves the cover of a colleague.', next: 'The colleague who is away sets it, or another manager.' },
    es: { message: 'Nadie se nombra suplente de un colega.', next: 'Lo hace el colega que se ausenta, u otro responsable.' },
  },
  COVER_NEEDS_TWO: {
    rule: 'AZ-05',
    en: { message: 'Nobody covers themselves.', next: 'Choose a colleague.' },
    es: { message: 'Nadie se suple a sí mismo.', next: 'Elija a un colega.' },
  },
  COVER_NEEDS_CLINICIANS: {
    rule: 'AZ-05',
    en: { message: 'Cover is between clinicians.', next: 'Choose a clinician.' },
    es: { message: 'La suplencia es entre clínicos.', next: 'Elija a un clínico.' },
  },
  COVER_NEEDS_PRESCRIBER: {
    rule: 'AZ-05',
    en: { message: 'A prescriber is covered by a prescriber; nobody else releases results.', next: 'Choose a prescriber.' },
    es: { message: 'A quien prescribe lo suple quien prescribe; nadie más libera resultados.', next: 'Elija a quien prescriba.' },
  },
  COVER_ENDS_BEFORE: {
    rule: 'AZ-05',
    en: { message: 'The cover would end before it begins, or is over already.', next: 'Choose a last day that is still to come.' },
    es: { message: 'La suplencia terminaría antes de empezar, o ya pasó.', next: 'Elija un último día que esté por venir.' },
  },
  COVER_TOO_LONG: {
    rule: 'AZ-05',
    en: { message: 'A cover lasts {days} days at most.', next: 'Set an earlier end; it can be set again.' },
    es: { message: 'Una suplencia dura {days} días como mucho.', next: 'Fije un final anterior; puede fijarse de nuevo.' },
  },
} as const satisfies Record<string, ReasonText>
