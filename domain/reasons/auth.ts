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
  OWN_OR_HOUSEHOLD_CHART: {
    rule: 'AZ-02',
    en: { message: 'This is your own chart or one of your household.', next: 'A colleague does this for you.' },
    es: { message: 'Es su propio expediente o el de su hogar.', next: 'Un colega lo hace por usted.' },
  },
} as const satisfies Record<string, ReasonText>
