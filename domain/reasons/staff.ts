import type { ReasonText } from '#domain/reasons/text.ts'

/** Staff members, their rights, sites, and acts that take two persons. */
export const staffReasons = {
  OWN_RIGHTS: {
    rule: 'AZ-07',
    en: { message: 'Nobody changes their own rights, or approves a change to them.', next: 'Another administrator or privacy officer does this.' },
    es: { message: 'Nadie cambia sus propios derechos ni aprueba un cambio en ellos.', next: 'Lo hace otro administrador u otro responsable de privacidad.' },
  },
  LAST_ADMINISTRATOR: {
    rule: 'AZ-07',
    en: { message: 'This is the last active administrator.', next: 'Make somebody else administrator first.' },
    es: { message: 'Es el último administrador activo.', next: 'Nombre antes a otro administrador.' },
  },
  LAST_PRIVACY_OFFICER: {
    rule: 'AZ-06',
    en: { message: 'This is the last active privacy officer; without one nothing could be approved.', next: 'Make somebody else privacy officer first.' },
    es: { message: 'Es el último responsable de privacidad activo; sin uno nada podría aprobarse.', next: 'Nombre antes a otro responsable de privacidad.' },
  },
  USER_NAME_TAKEN: {
    rule: 'AU-01',
    en: { message: 'Somebody has that user name, or had it.', next: 'Choose another one; names are never given twice.' },
    es: { message: 'Alguien tiene o tuvo ese nombre de usuario.', next: 'Elija otro; los nombres no se repiten.' },
  },
  EMAIL_TAKEN: {
    rule: 'AU-01',
    en: { message: 'Another member of staff is written to at that address.', next: 'Use an address that only this person reads.' },
    es: { message: 'A esa dirección se escribe a otro miembro del personal.', next: 'Use una dirección que solo lea esta persona.' },
  },
  NPI_TAKEN: {
    rule: 'AZ-05',
    en: { message: 'Another member of staff has that NPI.', next: 'Check the number.' },
    es: { message: 'Otro miembro del personal tiene ese NPI.', next: 'Revise el número.' },
  },
  CLINICIAN_KIND_NEEDED: {
    rule: 'AZ-05',
    en: { message: 'A clinician is a prescriber or clinical staff; others are neither.', next: 'Choose one for a clinician, none for others.' },
    es: { message: 'Un clínico prescribe o es personal clínico; los demás, ninguno.', next: 'Elija uno para un clínico y ninguno para los demás.' },
  },
  SITE_UNKNOWN: {
    rule: 'IN-01',
    en: { message: 'One of these sites does not exist or is retired.', next: 'Choose from the list of sites.' },
    es: { message: 'Uno de estos sitios no existe o está retirado.', next: 'Elija de la lista de sitios.' },
  },
  SITE_NAME_TAKEN: {
    rule: 'CC-05',
    en: { message: 'Another site has that name.', next: 'Give this one a name of its own.' },
    es: { message: 'Otro sitio tiene ese nombre.', next: 'Dé a este un nombre propio.' },
  },
  STAFF_NOT_ACTIVE: {
    rule: 'AZ-04',
    en: { message: 'This member of staff is not active.', next: 'Enable them first, with a second person, or send the invitation again.' },
    es: { message: 'Este miembro del personal no está activo.', next: 'Actívelo antes con una segunda persona, o reenvíe la invitación.' },
  },
  STAFF_NOT_INVITED: {
    rule: 'AZ-04',
    en: { message: 'There is no open invitation to send again.', next: 'Look at the record: the person has joined or is disabled.' },
    es: { message: 'No hay invitación abierta que reenviar.', next: 'Mire el registro: la persona ya entró o está desactivada.' },
  },
  TWO_PERSON_OPEN: {
    rule: 'AZ-06',
    en: { message: 'The same is asked for already and waits for a second person.', next: 'Have it approved, or withdraw it, before you ask again.' },
    es: { message: 'Ya se pidió lo mismo y espera a una segunda persona.', next: 'Haga que se apruebe, o retírelo, antes de pedirlo otra vez.' },
  },
  OWN_REQUEST: {
    rule: 'AZ-06',
    en: { message: 'You asked for this; a second person decides.', next: 'Ask a colleague who may approve it.' },
    es: { message: 'Usted lo pidió; decide una segunda persona.', next: 'Pídaselo a un colega que pueda aprobarlo.' },
  },
  REQUEST_DECIDED: {
    rule: 'AZ-06',
    en: { message: 'This request is decided already.', next: 'Nothing more to do; the list shows who decided.' },
    es: { message: 'Esta solicitud ya está decidida.', next: 'No hay nada más que hacer; la lista muestra quién decidió.' },
  },
  REQUEST_EXPIRED: {
    rule: 'AZ-06',
    en: { message: 'This request was open for 24 hours and has ended.', next: 'Whoever needs it asks again.' },
    es: { message: 'Esta solicitud estuvo abierta 24 horas y terminó.', next: 'Quien la necesite la pide de nuevo.' },
  },
  REQUESTER_LOST_RIGHT: {
    rule: 'AZ-06',
    en: { message: 'Whoever asked may no longer ask for this, so the request has ended.', next: 'Somebody who may asks again.' },
    es: { message: 'Quien lo pidió ya no puede pedirlo; la solicitud terminó.', next: 'La pide de nuevo alguien que pueda.' },
  },
  REQUEST_OVERTAKEN: {
    rule: 'AZ-06',
    en: { message: 'What the request describes is no longer so, and it has ended.', next: 'Look at the record; ask again if it is still needed.' },
    es: { message: 'Lo que describe la solicitud ya no es así; terminó.', next: 'Mire el registro; pídalo de nuevo si aún hace falta.' },
  },
} as const satisfies Record<string, ReasonText>
