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
  CHART_NOT_CLOSED: {
    rule: 'AZ-08',
    en: { message: 'That chart is not closed to you.', next: 'Find it in the lookup and open it there.' },
    es: { message: 'Ese expediente no está cerrado para usted.', next: 'Búsquelo y ábralo allí.' },
  },
  LOOKS_LIKE_SOMEBODY: {
    rule: 'CC-05',
    en: {
      message: 'Somebody here looks like this person.', next: 'Compare. If it is another person, create the record with a reason.',
      say: 'May I check one more thing? Have you been here before, perhaps under another name?',
    },
    es: {
      message: 'Aquí hay alguien que se parece a esta persona.', next: 'Compare. Si es otra persona, cree el expediente con un motivo.',
      say: '¿Puedo comprobar algo más? ¿Ha estado aquí antes, quizá con otro nombre?',
    },
  },
  PATIENT_DECEASED: {
    rule: 'R13',
    en: { message: 'This person is recorded as deceased.', next: 'If that is a mistake, ask for it to be undone; a second person decides.' },
    es: { message: 'Esta persona consta como fallecida.', next: 'Si es un error, pida deshacerlo; decide una segunda persona.' },
  },
  PATIENT_NOT_DECEASED: {
    rule: 'R13',
    en: { message: 'This person is not recorded as deceased.', next: 'There is nothing to undo.' },
    es: { message: 'Esta persona no consta como fallecida.', next: 'No hay nada que deshacer.' },
  },
  DEATH_IN_FUTURE: {
    rule: 'R13',
    en: { message: 'That day has not come yet.', next: 'Check the date, or leave it out.' },
    es: { message: 'Ese día aún no ha llegado.', next: 'Revise la fecha o déjela en blanco.' },
  },
  DEATH_BEFORE_BIRTH: {
    rule: 'R13',
    en: { message: 'That day is before the birth date.', next: 'Check the date, or leave it out.' },
    es: { message: 'Ese día es anterior al nacimiento.', next: 'Revise la fecha o déjela en blanco.' },
  },
  PATIENT_NOT_PRESENT: {
    rule: 'ID-03',
    en: {
      message: 'A contact is changed only while the patient is here.', next: 'Ask the patient to come to any desk with a photo ID.',
      say: 'I can change that when you are here with a photo ID. Any desk, any day, no appointment.',
    },
    es: {
      message: 'Un contacto se cambia solo con el paciente presente.', next: 'Pida al paciente que venga a cualquier ventanilla con identificación con foto.',
      say: 'Puedo cambiarlo cuando usted esté aquí con una identificación con foto. En cualquier ventanilla, cualquier día, sin cita.',
    },
  },
  CONTACT_ON_FILE: {
    rule: 'ID-02',
    en: { message: 'That is on file already.', next: 'Nothing has to be changed.' },
    es: { message: 'Eso ya está registrado.', next: 'No hay que cambiar nada.' },
  },
  CONTACT_GONE: {
    rule: 'ID-02',
    en: { message: 'The contact that you are changing is not on file any more.', next: 'Open the record again and see what is on file now.' },
    es: { message: 'El contacto que cambia ya no está registrado.', next: 'Abra de nuevo el expediente y vea qué consta ahora.' },
  },
  CONTACT_TAKEN_BY_CHANGE: {
    rule: 'ID-03',
    en: { message: 'A contact is not taken over from a feed with one press.', next: 'Ask the patient, then change the contact: old and new address are told.' },
    es: { message: 'Un contacto no se toma de un envío con un solo toque.', next: 'Pregunte al paciente y cambie el contacto: se avisa a la dirección anterior y a la nueva.' },
  },
  CONTACT_NOT_USABLE: {
    rule: 'IN-01',
    en: { message: 'This cannot be a phone number or an e-mail address.', next: 'Check it with the patient, sign by sign.' },
    es: { message: 'Esto no puede ser un teléfono ni un correo.', next: 'Compruébelo con el paciente, signo por signo.' },
  },
  ACCOUNT_TOO_YOUNG: {
    rule: 'R10',
    en: {
      message: 'An own account begins at {age} here.', next: 'A parent or guardian can have proxy access.',
      say: 'From {age} on there can be an own account. Until then a parent or guardian can look after it.',
    },
    es: {
      message: 'Aquí una cuenta propia empieza a los {age} años.', next: 'Un padre, madre o tutor puede tener acceso delegado.',
      say: 'Desde los {age} años puede haber una cuenta propia. Hasta entonces puede encargarse un padre, madre o tutor.',
    },
  },
  NO_PORTAL_TAKES_ACCOUNTS: {
    rule: 'R85',
    en: { message: 'No portal takes new accounts where this person is seen.', next: 'See Portals for what opens when.' },
    es: { message: 'Ningún portal admite cuentas nuevas donde se atiende a esta persona.', next: 'En Portales consta qué abre y cuándo.' },
  },
} as const satisfies Record<string, ReasonText>
