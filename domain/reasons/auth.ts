import type { ReasonText } from '#domain/reasons/text.ts'

/** Sign-in, session, second factor, step-up. */
export const authReasons = {
  NOT_SIGNED_IN: {
    rule: 'AU-08',
    en: { message: 'Nobody is signed in here.', next: 'Sign in and try again.' },
    es: { message: 'Nadie ha iniciado sesión aquí.', next: 'Inicie sesión y vuelva a intentarlo.' },
  },
  SESSION_ENDED: {
    rule: 'AU-10',
    en: { message: 'This session has ended.', next: 'Sign in again. What you had begun is kept for you.' },
    es: { message: 'Esta sesión terminó.', next: 'Inicie sesión de nuevo. Lo que había empezado se conserva para usted.' },
  },
  SIGN_IN_REFUSED: {
    rule: 'AU-06',
    en: { message: 'That name, password or code does not open this console.', next: 'Check them and try again, or ask your administrator.' },
    es: { message: 'Ese nombre, contraseña o código no abre esta consola.', next: 'Revíselos e inténtelo otra vez, o pregunte a su administrador.' },
  },
  SIGN_IN_SLOWED: {
    rule: 'AU-05',
    en: { message: 'Too many tries. The next one counts in {seconds} seconds.', next: 'Wait, then try once more.' },
    es: { message: 'Demasiados intentos. El próximo cuenta en {seconds} segundos.', next: 'Espere y pruebe una vez más.' },
  },
  ROLE_MAY_NOT: {
    rule: 'AZ-01',
    en: { message: 'Your role does not include this.', next: 'Ask: {who}.' },
    es: { message: 'Su función no incluye esto.', next: 'Pregunte a: {who}.' },
  },
  STEP_UP_NEEDED: {
    rule: 'AU-12',
    en: { message: 'This act needs your second factor now.', next: 'Enter a fresh 6-digit code; it counts for this one act.' },
    es: { message: 'Este acto necesita ahora su segundo factor.', next: 'Escriba un código nuevo de 6 cifras; vale solo para este acto.' },
  },
  REASON_NEEDED: {
    rule: 'AZ-01',
    en: { message: 'This act is recorded with a reason, and none was given.', next: 'Say in a few words why.' },
    es: { message: 'Este acto se registra con un motivo y falta el motivo.', next: 'Diga el porqué en pocas palabras.' },
  },
  SECOND_STEP_ENDED: {
    rule: 'AU-02',
    en: { message: 'This sign-in has waited too long for its second step.', next: 'Begin again with name and password.' },
    es: { message: 'Este inicio de sesión esperó demasiado su segundo paso.', next: 'Empiece de nuevo con nombre y contraseña.' },
  },
  CODE_NOT_ACCEPTED: {
    rule: 'AU-02',
    en: { message: 'That code does not fit now, or was used already.', next: 'Wait for the next code of your app and enter that.' },
    es: { message: 'Ese código no vale ahora o ya se usó.', next: 'Espere el próximo código de su aplicación y escríbalo.' },
  },
  CURRENT_PASSWORD_DIFFERS: {
    rule: 'AU-03',
    en: { message: 'That is not your present password.', next: 'Type the password with which you signed in.' },
    es: { message: 'Esa no es su contraseña actual.', next: 'Escriba la contraseña con la que inició sesión.' },
  },
  PASSWORD_TOO_SHORT: {
    rule: 'AU-03',
    en: { message: 'A password has at least 8 characters.', next: 'Add words; spaces count.' },
    es: { message: 'Una contraseña tiene al menos 8 caracteres.', next: 'Agregue palabras; los espacios cuentan.' },
  },
  PASSWORD_TOO_LONG: {
    rule: 'AU-03',
    en: { message: 'A password has at most 256 characters.', next: 'Take a shorter one.' },
    es: { message: 'Una contraseña tiene como máximo 256 caracteres.', next: 'Elija una más corta.' },
  },
  PASSWORD_COMMON: {
    rule: 'AU-03',
    en: { message: 'Many people use this password, so it is guessed first.', next: 'Take a few words that do not belong together.' },
    es: { message: 'Mucha gente usa esta contraseña, por eso es la primera que se prueba.', next: 'Elija varias palabras sin relación entre sí.' },
  },
  PASSWORD_NAMES_YOU: {
    rule: 'AU-03',
    en: { message: 'This password is a name that everybody here knows.', next: 'Take words that are not your name, mail or practice.' },
    es: { message: 'Esta contraseña es un nombre que aquí todos conocen.', next: 'Elija palabras que no sean su nombre, correo o práctica.' },
  },
  NEEDS_SET_UP: {
    rule: 'AU-01',
    en: { message: 'This practice has no administrator yet.', next: 'Open the console and set it up with the secret that the server printed.' },
    es: { message: 'Esta práctica aún no tiene administrador.', next: 'Abra la consola y configúrela con el secreto que imprimió el servidor.' },
  },
  SET_UP_SECRET_DIFFERS: {
    rule: 'AU-01',
    en: { message: 'That is not the set-up secret of this practice.', next: 'Copy it from the server’s console or from the file set-up-secret.' },
    es: { message: 'Ese no es el secreto de configuración de esta práctica.', next: 'Cópielo de la consola del servidor o del archivo set-up-secret.' },
  },
  ALREADY_SET_UP: {
    rule: 'AU-01',
    en: { message: 'This practice is set up already.', next: 'Sign in, or ask its administrator for an invitation.' },
    es: { message: 'Esta práctica ya está configurada.', next: 'Inicie sesión o pida una invitación al administrador.' },
  },
  LINK_CLOSED: {
    rule: 'ID-05',
    en: { message: 'This link is no longer open: it was used, replaced, or its time is over.', next: 'Ask your administrator to send a new one.' },
    es: { message: 'Este enlace ya no está abierto: se usó, se reemplazó o venció.', next: 'Pida a su administrador que envíe otro.' },
  },
  OWN_OR_HOUSEHOLD_CHART: {
    rule: 'AZ-02',
    en: { message: 'This is your own chart or one of your household.', next: 'A colleague does this for you.' },
    es: { message: 'Es su propio expediente o el de su hogar.', next: 'Un colega lo hace por usted.' },
  },
} as const satisfies Record<string, ReasonText>
