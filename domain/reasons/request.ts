import type { ReasonText } from '#domain/reasons/text.ts'

/** The shape and order of requests: versions, repeats, fields, limits, the server's own state. */
export const requestReasons = {
  NOT_FOUND: {
    rule: 'AZ-02',
    en: { message: 'Nothing is here under that number.', next: 'Look it up again.' },
    es: { message: 'No hay nada aquí con ese número.', next: 'Búsquelo de nuevo.' },
  },
  FIELDS_NOT_ACCEPTED: {
    rule: 'IN-01',
    en: { message: 'Some fields cannot be taken as they are.', next: 'Mend the marked fields; nothing else is lost.' },
    es: { message: 'Algunos campos no se pueden aceptar así.', next: 'Corrija los campos marcados; lo demás se conserva.' },
  },
  REQUEST_UNREADABLE: {
    rule: 'IN-01',
    en: { message: 'The request cannot be read.', next: 'Send JSON as the interface description says.' },
    es: { message: 'La solicitud no se puede leer.', next: 'Envíe JSON como indica la descripción de la interfaz.' },
  },
  REQUEST_TOO_LARGE: {
    rule: 'IN-03',
    en: { message: 'The request is larger than 100 kB.', next: 'Send less at once.' },
    es: { message: 'La solicitud pasa de 100 kB.', next: 'Envíe menos de una vez.' },
  },
  ORIGIN_NOT_OURS: {
    rule: 'IN-09',
    en: { message: 'The request does not come from this console.', next: 'Open the console itself and do it there.' },
    es: { message: 'La solicitud no viene de esta consola.', next: 'Abra la consola y hágalo allí.' },
  },
  IDEMPOTENCY_KEY_NEEDED: {
    rule: 'CC-04',
    en: { message: 'A command carries an Idempotency-Key.', next: 'Send a fresh random one with each act, the same with each retry.' },
    es: { message: 'Una orden lleva Idempotency-Key.', next: 'Envíe una nueva por acto y la misma al reintentar.' },
  },
  IDEMPOTENCY_KEY_REUSED: {
    rule: 'CC-04',
    en: { message: 'That Idempotency-Key belongs to another act.', next: 'Use a fresh key.' },
    es: { message: 'Esa Idempotency-Key pertenece a otro acto.', next: 'Use una clave nueva.' },
  },
  TWIN_RUNNING: {
    rule: 'CC-04',
    en: { message: 'The same act is still being carried out.', next: 'Ask again in a moment.' },
    es: { message: 'El mismo acto todavía se está realizando.', next: 'Pregunte otra vez en un momento.' },
  },
  VERSION_NEEDED: {
    rule: 'CC-01',
    en: { message: 'This act says which version it changes.', next: 'Load the record and send its version in If-Match.' },
    es: { message: 'Este acto indica qué versión cambia.', next: 'Cargue el registro y envíe su versión en If-Match.' },
  },
  VERSION_STALE: {
    rule: 'CC-01',
    en: { message: 'Somebody changed this since you opened it.', next: 'Compare; your text is safe.' },
    es: { message: 'Alguien lo cambió desde que usted lo abrió.', next: 'Compare; su texto está a salvo.' },
  },
  TOO_MANY_REQUESTS: {
    rule: 'AV-03',
    en: { message: 'Too many requests at once.', next: 'Try again in {seconds} seconds.' },
    es: { message: 'Demasiadas solicitudes a la vez.', next: 'Pruebe otra vez en {seconds} segundos.' },
  },
  STORAGE_BUSY: {
    rule: 'DU-06',
    en: { message: 'The practice’s storage cannot take this now. Nothing was changed.', next: 'Try again; your work is kept on the screen.' },
    es: { message: 'El almacenamiento no puede tomar esto ahora. Nada cambió.', next: 'Pruebe otra vez; su trabajo sigue en la pantalla.' },
  },
  SERVER_FAULT: {
    rule: 'IN-04',
    en: { message: 'That did not work, and nothing was changed.', next: 'Try again. If it stays, tell your administrator the number.' },
    es: { message: 'No funcionó y nada cambió.', next: 'Pruebe otra vez. Si sigue, dé el número a su administrador.' },
  },
  ALREADY_DONE: {
    rule: 'AZ-04',
    en: { message: 'This is already so.', next: 'Nothing more to do.' },
    es: { message: 'Ya está hecho.', next: 'No hay nada más que hacer.' },
  },
} as const satisfies Record<string, ReasonText>
