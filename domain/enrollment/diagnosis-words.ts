import type { DiagnosisCause, SafeAction } from '#domain/enrollment/diagnosis.ts'
import type { Language } from '#domain/reasons/text.ts'

type Words = { rule: string } & Record<Language, { message: string; say: string }>

/** What is so, and a sentence to say aloud. `{subject}`, `{sender}` and `{date}` are that portal's own. */
export const diagnosisWords: Record<DiagnosisCause, Words> = {
  DECEASED: {
    rule: 'R13',
    en: { message: 'The patient is recorded as deceased; nothing is sent.', say: 'I can’t send that. The office will call you about it.' },
    es: { message: 'El paciente consta como fallecido; no se envía nada.', say: 'No puedo enviarlo. La oficina le llamará por ello.' },
  },
  BLOCKED: {
    rule: 'PX-03',
    en: { message: 'This path is closed. The privacy officer knows why.', say: 'I can’t set that up today. The privacy office answers requests like this in writing.' },
    es: { message: 'Este camino está cerrado. La persona responsable de privacidad sabe el motivo.', say: 'Hoy no puedo dejarlo listo. La oficina de privacidad responde por escrito.' },
  },
  ACCEPTED: {
    rule: 'R1',
    en: { message: 'It arrived and was used: the account is active.', say: 'Your account is already set up. You can sign in with the user name that you chose.' },
    es: { message: 'Llegó y se usó: la cuenta está activa.', say: 'Su cuenta ya está lista. Puede entrar con el usuario que eligió.' },
  },
  DECLINED: {
    rule: 'R1',
    en: { message: 'The patient said no to it.', say: 'We noted that you did not want it. If you changed your mind, any desk can set it up.' },
    es: { message: 'El paciente no la quiso.', say: 'Anotamos que no la quería. Si cambió de idea, se hace en cualquier ventanilla.' },
  },
  CANCELLED: {
    rule: 'R2',
    en: { message: 'It was cancelled here.', say: 'That invitation was withdrawn. We can set it up anew at any desk.' },
    es: { message: 'Se canceló aquí.', say: 'Esa invitación se retiró. Podemos hacerlo de nuevo en cualquier ventanilla.' },
  },
  EXPIRED: {
    rule: 'R3',
    en: { message: 'It is past its last day.', say: 'It has run out. I am sending you a new one now.' },
    es: { message: 'Pasó su último día.', say: 'Caducó. Le envío una nueva ahora.' },
  },
  AT_THE_DESK: {
    rule: 'R1',
    en: { message: 'It was handed over at a desk. No mail went out.', say: 'You got a code at the desk, which works for ten minutes. Any desk can make a new one.' },
    es: { message: 'Se entregó en ventanilla. No salió ningún correo.', say: 'Recibió un código en ventanilla, que vale diez minutos. En cualquier ventanilla hacen otro.' },
  },
  OPTED_OUT: {
    rule: 'R71',
    en: { message: 'The patient does not want mails like this one.', say: 'You asked us not to write about this. We can set it up at any desk.' },
    es: { message: 'El paciente no quiere correos como este.', say: 'Nos pidió no escribirle sobre esto. Podemos hacerlo en cualquier ventanilla.' },
  },
  ADDRESS_GONE: {
    rule: 'R2',
    en: { message: 'The address that it went to is not on file any more, and there is no other.', say: 'We have no e-mail for you. Any desk can add one, with a photo ID.' },
    es: { message: 'La dirección usada ya no consta y no hay otra.', say: 'No tenemos su correo. En cualquier ventanilla lo añaden, con un documento con foto.' },
  },
  ADDRESS_CHANGED: {
    rule: 'R2',
    en: { message: 'It went to an address that has been changed since.', say: 'It went to your former address. I am sending it to the one that we have now.' },
    es: { message: 'Fue a una dirección que cambió después.', say: 'Fue a su dirección anterior. La envío a la que tenemos ahora.' },
  },
  ADDRESS_SHARED: {
    rule: 'R10',
    en: { message: 'Somebody else reads that address, which is against the rule now.', say: 'We need an address only you read. Any desk can change it, with a photo ID.' },
    es: { message: 'Otra persona lee esa dirección y ahora va contra la regla.', say: 'Necesitamos una dirección que solo usted lea. La cambian en cualquier ventanilla, con un documento con foto.' },
  },
  LINK_DEAD: {
    rule: 'OP-02',
    en: { message: 'Its link ended when our records were restored from a backup.', say: 'That link does not work any more. I am sending you a new one now.' },
    es: { message: 'Su enlace terminó al restaurarse nuestros datos de una copia.', say: 'Ese enlace ya no sirve. Le envío uno nuevo ahora.' },
  },
  BOUNCED: {
    rule: 'DU-03',
    en: { message: 'The mail came back: nobody reads that address.', say: 'The mail came back to us. Let us check the address, sign by sign, at the desk.' },
    es: { message: 'El correo fue devuelto: nadie lee esa dirección.', say: 'El correo nos fue devuelto. Revisemos la dirección, signo por signo, en ventanilla.' },
  },
  REFUSED: {
    rule: 'DU-03',
    en: { message: 'The mail server at the other end did not take it.', say: 'Your mail provider turned it away. Do you have another address? Any desk can change it.' },
    es: { message: 'El servidor de correo del otro lado no lo aceptó.', say: 'Su proveedor de correo lo rechazó. ¿Tiene otra dirección? La cambian en cualquier ventanilla.' },
  },
  GIVEN_UP: {
    rule: 'DU-03',
    en: { message: 'It could not be handed over for hours, and was put aside.', say: 'It did not get through. I am sending it again now.' },
    es: { message: 'No se pudo entregar durante horas y se apartó.', say: 'No llegó a salir. La envío de nuevo ahora.' },
  },
  NOT_SENT_YET: {
    rule: 'DU-03',
    en: { message: 'It is still waiting here to go out.', say: 'It is on our side and goes out by itself. Please look again in an hour.' },
    es: { message: 'Aún espera aquí para salir.', say: 'Está de nuestro lado y sale sola. Mire otra vez dentro de una hora.' },
  },
  OPENED: {
    rule: 'R5',
    en: { message: 'Its page was opened, but not finished.', say: 'You opened it already. Open the newest mail again and ask there for a code.' },
    es: { message: 'Su página se abrió, pero no se terminó.', say: 'Ya la abrió. Abra otra vez el correo más nuevo y pida allí un código.' },
  },
  ON_ITS_WAY: {
    rule: 'R4',
    en: { message: 'It was handed over and may still be on its way, until {date}.', say: 'It can take until {date}. Look for "{subject}".' },
    es: { message: 'Se entregó y puede estar en camino, hasta el {date}.', say: 'Puede tardar hasta el {date}. Busque «{subject}».' },
  },
  PERHAPS_JUNK: {
    rule: 'R2',
    en: { message: 'It was handed over and did not come back. It may lie in the junk folder.', say: 'Please look in your junk folder for "{subject}", from {sender}.' },
    es: { message: 'Se entregó y no fue devuelta. Quizá esté en correo no deseado.', say: 'Mire en correo no deseado: «{subject}», de {sender}.' },
  },
}

/** The next safe step, as a button says it. */
export const actionWords: Record<SafeAction, Record<Language, string>> = {
  nothing: { en: 'Nothing to send', es: 'No hay que enviar nada' },
  wait: { en: 'Wait, then look again', es: 'Esperar y mirar otra vez' },
  'look-in-junk': { en: 'Look in junk, then resend', es: 'Mirar en no deseado y reenviar' },
  resend: { en: 'Resend', es: 'Reenviar' },
  'fix-address': { en: 'Fix the address', es: 'Corregir la dirección' },
  'enroll-at-desk': { en: 'Enroll at the desk', es: 'Inscribir en ventanilla' },
  'help-finish': { en: 'Help to finish', es: 'Ayudar a terminar' },
  'ask-privacy-officer': { en: 'Pass to the privacy officer', es: 'Pasar a privacidad' },
}
