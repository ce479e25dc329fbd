import type { ReasonText } from '#domain/reasons/text.ts'

/** Rows of feeds and new patients that are not taken as they are, and look-ups that find nobody. */
export const patientReasons = {
  FEED_ROW_UNREADABLE: {
    rule: 'IN-01',
    en: { message: 'This row is not in the form that is read: see {field}.', next: 'Mend it where it comes from and send it again.' },
    es: { message: 'Esta fila no tiene la forma que se lee: vea {field}.', next: 'Corríjala en su origen y envíela otra vez.' },
  },
  NAME_MISSING: {
    rule: 'IN-05',
    en: { message: 'There is no name here.', next: 'Give a family name, a given name, or both.' },
    es: { message: 'Aquí no hay ningún nombre.', next: 'Dé un apellido, un nombre o ambos.' },
  },
  NAME_HAS_CONTROL_CHARACTERS: {
    rule: 'IN-05',
    en: { message: 'The name holds characters that are no letters and cannot be seen.', next: 'Type it again by hand.' },
    es: { message: 'El nombre tiene caracteres que no son letras y no se ven.', next: 'Escríbalo de nuevo a mano.' },
  },
  NAME_TOO_LONG: {
    rule: 'IN-05',
    en: { message: 'A part of the name is longer than 200 characters.', next: 'Check whether something else stands in its place.' },
    es: { message: 'Una parte del nombre pasa de 200 caracteres.', next: 'Compruebe si hay otra cosa en su lugar.' },
  },
  BIRTH_DATE_MISSING: {
    rule: 'IN-06',
    en: { message: 'There is no birth date here.', next: 'Ask for it; without it no age rule can be kept.' },
    es: { message: 'Aquí no hay fecha de nacimiento.', next: 'Pídala; sin ella no se cumple ninguna regla de edad.' },
  },
  BIRTH_DATE_NOT_A_DAY: {
    rule: 'IN-06',
    en: { message: 'The birth date is not a day of the calendar.', next: 'Give year, month and day.' },
    es: { message: 'La fecha de nacimiento no es un día del calendario.', next: 'Dé año, mes y día.' },
  },
  BIRTH_DATE_IN_FUTURE: {
    rule: 'IN-06',
    en: { message: 'The birth date has not come yet.', next: 'Check the year.' },
    es: { message: 'La fecha de nacimiento aún no ha llegado.', next: 'Revise el año.' },
  },
  BIRTH_DATE_TOO_LONG_AGO: {
    rule: 'IN-06',
    en: { message: 'The birth date is more than 130 years ago.', next: 'Check the year.' },
    es: { message: 'La fecha de nacimiento es de hace más de 130 años.', next: 'Revise el año.' },
  },
  IDENTIFIER_TAKEN: {
    rule: 'CC-05',
    en: { message: 'Another patient already has this number.', next: 'Look that number up; these may be one person.' },
    es: { message: 'Otro paciente ya tiene este número.', next: 'Busque ese número; quizá sean la misma persona.' },
  },
} as const satisfies Record<string, ReasonText>
