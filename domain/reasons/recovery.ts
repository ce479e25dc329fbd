import type { ReasonText } from '#domain/reasons/text.ts'

const desk = 'You can come to any desk with a photo ID, any day, without an appointment.'
const ventanilla = 'Puede venir a cualquier recepción con un documento con foto, cualquier día, sin cita.'

/** Why a way into an account is open, closed or has to wait. What is said aloud never tells whether there is an account (ID-07). */
export const recoveryReasons = {
  // Ways that count
  RECOVERY_EMAIL_COUNTS: {
    rule: 'ID-02',
    en: { message: 'This address has been on file for 30 days or longer.', next: 'Send the link; it proves who reads that mailbox.', say: 'If there is an account, a link goes to the e-mail that we already have. Can you read that mailbox now?' },
    es: { message: 'Esta dirección consta desde hace 30 días o más.', next: 'Envíe el enlace; prueba quién lee ese buzón.', say: 'Si hay una cuenta, un enlace va al correo que ya tenemos. ¿Puede leer ese buzón ahora?' },
  },
  RECOVERY_NUMBER_COUNTS: {
    rule: 'ID-02',
    en: { message: 'This number has been on file for 30 days or longer.', next: 'Hang up and dial it yourself; the console shows it then.', say: 'I will call you back on the number that we already have.' },
    es: { message: 'Este número consta desde hace 30 días o más.', next: 'Cuelgue y márquelo usted; la consola lo mostrará entonces.', say: 'Le llamo yo al número que ya tenemos.' },
  },
  RECOVERY_PHOTO_ID: {
    rule: 'ID-02',
    en: { message: 'A photo ID at any desk suffices.', next: 'Say where and until when; no appointment is needed.', say: desk },
    es: { message: 'Basta un documento con foto en cualquier recepción.', next: 'Diga dónde y hasta cuándo; no hace falta cita.', say: ventanilla },
  },
  RECOVERY_SECOND_PERSON: {
    rule: 'ID-02',
    en: { message: 'A manager or privacy officer may decide, within a day.', next: 'Only when nothing else is possible, and never on this call.', say: 'Somebody else has to look at this. It can take until tomorrow.' },
    es: { message: 'Una gerencia o responsable de privacidad puede decidir en un día.', next: 'Solo si nada más es posible, y nunca en esta llamada.', say: 'Otra persona tiene que verlo. Puede tardar hasta mañana.' },
  },
  // Ways that do not, or not yet
  RECOVERY_CONTACT_FRESH: {
    rule: 'ID-03',
    en: { message: 'A contact of this person was changed less than 72 hours ago.', next: 'Nothing goes to the changed one; all else takes a second person.', say: 'I can only use what has been on file for a while. ' + desk },
    es: { message: 'Un contacto de esta persona cambió hace menos de 72 horas.', next: 'Nada va al nuevo; lo demás pide otra persona.', say: 'Solo puedo usar lo que consta desde hace tiempo. ' + ventanilla },
  },
  RECOVERY_CONTACT_YOUNG: {
    rule: 'ID-03',
    en: { message: 'This contact has been on file for less than 30 days.', next: 'It proves nothing yet; use an older one, or a photo ID.', say: 'I can only use what has been on file for 30 days. ' + desk },
    es: { message: 'Este contacto consta desde hace menos de 30 días.', next: 'Aún no prueba nada; use uno anterior o un documento con foto.', say: 'Solo puedo usar lo que consta desde hace 30 días. ' + ventanilla },
  },
  RECOVERY_CONTACT_SHARED: {
    rule: 'R10',
    en: { message: 'Somebody else reads this contact too.', next: 'It proves nothing and nothing goes there; ask for a photo ID.', say: 'That one I cannot use. ' + desk },
    es: { message: 'Este contacto también lo lee otra persona.', next: 'No prueba nada y nada va allí; pida un documento con foto.', say: 'Ese no lo puedo usar. ' + ventanilla },
  },
  RECOVERY_CONTACT_BARRED: {
    rule: 'PX-03',
    en: { message: 'This contact must not be used.', next: 'Ask for a photo ID; the privacy officer knows why.', say: 'That one I cannot use. ' + desk },
    es: { message: 'Este contacto no se debe usar.', next: 'Pida un documento con foto; privacidad sabe el motivo.', say: 'Ese no lo puedo usar. ' + ventanilla },
  },
  RECOVERY_CONTACT_UNUSABLE: {
    rule: 'ID-02',
    en: { message: 'This contact cannot carry a proof.', next: 'Use another one, or a photo ID.' },
    es: { message: 'Este contacto no sirve de prueba.', next: 'Use otro o un documento con foto.' },
  },
  RECOVERY_NO_EMAIL: {
    rule: 'R41',
    en: { message: 'No e-mail address is on file.', next: 'Photo ID at a desk; an address can be noted there and counts later.', say: desk },
    es: { message: 'No consta ningún correo.', next: 'Documento con foto en recepción; allí se anota un correo, que contará después.', say: ventanilla },
  },
  RECOVERY_NO_NUMBER: {
    rule: 'ID-02',
    en: { message: 'No number is on file to call back.', next: 'Use the e-mail on file, or a photo ID.' },
    es: { message: 'No consta ningún número al que llamar.', next: 'Use el correo registrado o un documento con foto.' },
  },
  // What raises the step
  RECOVERY_WRONG_FACTS: {
    rule: 'R44',
    en: { message: 'Five answers did not fit.', next: 'Only a photo ID at a desk is left.', say: desk },
    es: { message: 'Cinco respuestas no coincidieron.', next: 'Solo queda un documento con foto en recepción.', say: ventanilla },
  },
  RECOVERY_PROOFS_FAILED: {
    rule: 'ID-02',
    en: { message: 'Two proofs failed within a day.', next: 'Only a photo ID at a desk is left.', say: desk },
    es: { message: 'Dos pruebas fallaron en un día.', next: 'Solo queda un documento con foto en recepción.', say: ventanilla },
  },
  RECOVERY_PROOF_FAILED: {
    rule: 'ID-02',
    en: { message: 'A proof failed within the last day.', next: 'With another proof a second person decides as well.', say: 'Somebody else has to look at this too. It can take until tomorrow.' },
    es: { message: 'Una prueba falló en el último día.', next: 'Con otra prueba decide además una segunda persona.', say: 'Otra persona también tiene que verlo. Puede tardar hasta mañana.' },
  },
  RECOVERY_MANY_AGENTS: {
    rule: 'ID-02',
    en: { message: 'Three or more of us were asked about this chart within 48 hours.', next: 'A second person decides.', say: 'Somebody else has to look at this too. It can take until tomorrow.' },
    es: { message: 'Preguntaron a tres o más de nosotros por este expediente en 48 horas.', next: 'Decide una segunda persona.', say: 'Otra persona también tiene que verlo. Puede tardar hasta mañana.' },
  },
  RECOVERY_FLAGGED: {
    rule: 'PX-03',
    en: { message: 'This record asks for a second person.', next: 'Ask for approval; say nothing of the reason.', say: 'Somebody else has to look at this too. It can take until tomorrow.' },
    es: { message: 'Este expediente pide una segunda persona.', next: 'Pida aprobación; no diga el motivo.', say: 'Otra persona también tiene que verlo. Puede tardar hasta mañana.' },
  },
  RECOVERY_STOPPED_BEFORE: {
    rule: 'T1',
    en: { message: 'A call about this account was stopped within a week.', next: 'Only a photo ID at a desk is left.', say: desk },
    es: { message: 'En la última semana se detuvo una llamada sobre esta cuenta.', next: 'Solo queda un documento con foto en recepción.', say: ventanilla },
  },
  RECOVERY_SUSPENDED: {
    rule: 'ID-07',
    en: { message: 'The account was closed after a warning.', next: 'A photo ID at a desk and a second person open it again.', say: desk },
    es: { message: 'La cuenta se cerró tras un aviso.', next: 'La reabren un documento con foto en recepción y otra persona.', say: ventanilla },
  },
  // The case
  RECOVERY_OVER: {
    rule: 'R40',
    en: { message: 'This case has ended.', next: 'Begin a new call; it is linked with this one.' },
    es: { message: 'Este caso terminó.', next: 'Empiece otra llamada; queda enlazada con esta.' },
  },
  RECOVERY_HELD: {
    rule: 'CC-02',
    en: { message: '{name} works on this case.', next: 'Take it over if you are to go on with it.' },
    es: { message: '{name} lleva este caso.', next: 'Tómelo si va a seguir con él.' },
  },
  RECOVERY_NOT_HELD: {
    rule: 'CC-02',
    en: { message: 'Nobody works on this case.', next: 'Take it first.' },
    es: { message: 'Nadie lleva este caso.', next: 'Tómelo primero.' },
  },
  RECOVERY_NOT_LOCATED: {
    rule: 'R44',
    en: { message: 'The facts do not locate one account yet.', next: 'Ask for birth date, name and one more.', say: 'Please tell me your name, your birth date, and the city you live in.' },
    es: { message: 'Los datos aún no ubican una cuenta.', next: 'Pregunte fecha de nacimiento, nombre y otro dato.', say: 'Dígame, por favor, su nombre, su fecha de nacimiento y la ciudad donde vive.' },
  },
  RECOVERY_NOT_THIS_WAY: {
    rule: 'ID-02',
    en: { message: 'This way is not open now.', next: 'Choose one that suffices.', say: desk },
    es: { message: 'Esta vía no está abierta ahora.', next: 'Elija una que baste.', say: ventanilla },
  },
  RECOVERY_NUMBER_DIFFERS: {
    rule: 'ID-02',
    en: { message: 'These are not the last digits of the number to dial.', next: 'Look at your phone’s display: dial the number shown here, no other.' },
    es: { message: 'No son las últimas cifras del número que hay que marcar.', next: 'Mire la pantalla de su teléfono: marque el número mostrado aquí y ningún otro.' },
  },
  RECOVERY_WORDS_DIFFER: {
    rule: 'ID-02',
    en: { message: 'That is not what was to be heard.', next: 'Say the two words once more, slowly.', say: 'I will say two words. Please repeat them to me.' },
    es: { message: 'No es lo que debía oírse.', next: 'Diga las dos palabras otra vez, despacio.', say: 'Le diré dos palabras. Repítamelas, por favor.' },
  },
  RECOVERY_NO_PROOF_UNDER_WAY: {
    rule: 'ID-02',
    en: { message: 'No such proof is under way.', next: 'Begin it again.' },
    es: { message: 'No hay una prueba así en curso.', next: 'Empiécela otra vez.' },
  },
  RECOVERY_DOCUMENT_OVER: {
    rule: 'ID-02',
    en: { message: 'The document is past its last day.', next: 'Ask for another with a photo.', say: 'This one has expired. Do you have another with your photo?' },
    es: { message: 'El documento está vencido.', next: 'Pida otro con foto.', say: 'Este está vencido. ¿Tiene otro con su foto?' },
  },
  // Acts
  RECOVERY_NOT_PROVEN: {
    rule: 'R44',
    en: { message: 'Nothing proves yet who it is.', next: 'Details find a person; they open nothing. Choose a way under 2.', say: 'Thank you. Details alone cannot open an account.' },
    es: { message: 'Nada prueba aún quién es.', next: 'Los datos ubican a una persona; no abren nada. Elija una vía en el paso 2.', say: 'Gracias. Los datos por sí solos no abren una cuenta.' },
  },
  RECOVERY_PROOF_OLD: {
    rule: 'ID-02',
    en: { message: 'The proof is older than an hour.', next: 'Prove again.' },
    es: { message: 'La prueba tiene más de una hora.', next: 'Pruebe otra vez.' },
  },
  RECOVERY_NEEDS_SECOND: {
    rule: 'ID-03',
    en: { message: 'This takes a second person.', next: 'Ask for approval; it may take a day.', say: 'Somebody else has to look at this too. It can take until tomorrow.' },
    es: { message: 'Esto pide una segunda persona.', next: 'Pida aprobación; puede tardar un día.', say: 'Otra persona también tiene que verlo. Puede tardar hasta mañana.' },
  },
  RECOVERY_NOTHING_DONE: {
    rule: 'R40',
    en: { message: 'Nothing was done on this case.', next: 'Choose what came of the call instead.' },
    es: { message: 'En este caso no se hizo nada.', next: 'Elija en cambio cómo acabó la llamada.' },
  },
  RECOVERY_NEEDS_NO_APPROVAL: {
    rule: 'AZ-06',
    en: { message: 'You can do this yourself.', next: 'Do it; nobody need be asked.' },
    es: { message: 'Esto lo puede hacer usted.', next: 'Hágalo; no hay que preguntar a nadie.' },
  },
  RECOVERY_NEEDS_PHOTO_ID: {
    rule: 'ID-02',
    en: { message: 'Here only a photo ID at a desk proves who it is.', next: 'Say where the desks are.', say: desk },
    es: { message: 'Aquí solo lo prueba un documento con foto en recepción.', next: 'Diga dónde están las recepciones.', say: ventanilla },
  },
  RECOVERY_FACTOR_NEEDS_MORE: {
    rule: 'AU-12',
    en: { message: 'A lost second factor takes a call-back or a photo ID.', next: 'A mailbox alone is not enough for it; call back or ask to the desk.', say: 'For this I call you back, or you come to a desk with a photo ID.' },
    es: { message: 'Un segundo factor perdido pide llamada de vuelta o documento con foto.', next: 'Un buzón no basta; llame de vuelta o pida que venga.', say: 'Para esto le llamo yo, o viene a recepción con un documento con foto.' },
  },
  RECOVERY_NO_DESTINATION: {
    rule: 'ID-03',
    en: { message: 'No address on file may carry this.', next: 'At a desk with a photo ID: note an address; 72 hours later a second person can decide, or enroll anew.', say: desk },
    es: { message: 'Ningún correo registrado sirve para esto.', next: 'En recepción con documento con foto: anote un correo; a las 72 horas puede decidir otra persona, o inscriba de nuevo.', say: ventanilla },
  },
  RECOVERY_SOCIAL: {
    rule: 'R42',
    en: { message: 'This account signs in with another company; no password is here.', next: 'Say so; there is nothing to reset.', say: 'There is no password here to reset. The company that you sign in with keeps it.' },
    es: { message: 'Esta cuenta entra con otra empresa; aquí no hay contraseña.', next: 'Dígalo; no hay nada que restablecer.', say: 'Aquí no hay contraseña que restablecer. La tiene la empresa con la que usted entra.' },
  },
  RECOVERY_NOT_SOCIAL: {
    rule: 'R42',
    en: { message: 'This account has a password of its own.', next: 'Send a reset link.' },
    es: { message: 'Esta cuenta tiene contraseña propia.', next: 'Envíe un enlace para restablecerla.' },
  },
  RECOVERY_NO_ACCOUNT: {
    rule: 'ID-07',
    en: { message: 'There is no account on this portal.', next: 'Say the same words as always; enrolling is offered at a desk, or restarted here.', say: 'If there is an account, you will have a mail. Otherwise any desk can enroll you, without an appointment.' },
    es: { message: 'No hay cuenta en este portal.', next: 'Diga las mismas palabras de siempre; la inscripción se ofrece en recepción o se reinicia aquí.', say: 'Si hay una cuenta, tendrá un correo. Si no, cualquier recepción le inscribe, sin cita.' },
  },
  RECOVERY_HAS_ACCOUNT: {
    rule: 'R1',
    en: { message: 'There is an account; enrollment cannot begin anew.', next: 'Reset or unlock it.' },
    es: { message: 'Ya hay cuenta; la inscripción no puede reiniciarse.', next: 'Restablézcala o desbloquéela.' },
  },
  RECOVERY_ACCOUNT_CLOSED: {
    rule: 'R13',
    en: { message: 'This account is closed for another reason.', next: 'See the record; a reset does not open it.', say: desk },
    es: { message: 'Esta cuenta está cerrada por otro motivo.', next: 'Vea el expediente; un restablecimiento no la abre.', say: ventanilla },
  },
  RECOVERY_NOT_LOCKED: {
    rule: 'R40',
    en: { message: 'The account is not locked.', next: 'Send the user name or a reset link.' },
    es: { message: 'La cuenta no está bloqueada.', next: 'Envíe el usuario o un enlace.' },
  },
  RECOVERY_UNLOCK_FIRST: {
    rule: 'ID-07',
    en: { message: 'The account is closed; it has to be opened first.', next: 'Ask for approval to unlock it.' },
    es: { message: 'La cuenta está cerrada; antes hay que abrirla.', next: 'Pida aprobación para desbloquearla.' },
  },
  RECOVERY_NO_SECOND_FACTOR: {
    rule: 'AU-12',
    en: { message: 'This account has no second factor.', next: 'Send a reset link.' },
    es: { message: 'Esta cuenta no tiene segundo factor.', next: 'Envíe un enlace para restablecer.' },
  },
  RECOVERY_RESTART_BY_HELPLINE: {
    rule: 'security.md §1',
    en: { message: 'The helpline restarts an enrollment.', next: 'At a desk start the enrollment itself.' },
    es: { message: 'La inscripción la reinicia la línea de ayuda.', next: 'En recepción empiece la inscripción misma.' },
  },
} as const satisfies Record<string, ReasonText>
