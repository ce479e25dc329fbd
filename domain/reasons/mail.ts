import type { ReasonText } from '#domain/reasons/text.ts'

/** Who may be written to, and what happened to what was written. */
export const mailReasons = {
  CONTACT_STAFF_DISABLED: {
    rule: 'IN-11',
    en: { message: 'This staff member is disabled and gets no mail.', next: 'Enable the person first, with a second person.' },
    es: { message: 'Esta persona del personal está desactivada y no recibe correo.', next: 'Actívela primero, con una segunda persona.' },
  },
  CONTACT_PERSON_DECEASED: {
    rule: 'R13',
    en: { message: 'This person is recorded as deceased; no mail goes to them.', next: 'Speak with the personal representative, if there is one.' },
    es: { message: 'Esta persona consta como fallecida; no se le envía correo.', next: 'Hable con el representante personal, si lo hay.' },
  },
  CONTACT_OPTED_OUT: {
    rule: 'R71',
    en: {
      message: 'This person does not want this kind of mail.',
      next: 'Hand the code over at a desk, or tell them in person. If they want mail after all, take the wish back under Preferences.',
      say: 'You told us not to mail you about the portal. I can give you the code right here instead.',
    },
    es: {
      message: 'Esta persona no desea este tipo de correo.',
      next: 'Entregue el código en recepción o dígaselo en persona. Si ahora sí lo desea, retire lo anotado en Preferencias.',
      say: 'Nos pidió que no le escribiéramos sobre el portal. Puedo darle el código aquí mismo.',
    },
  },
  OPT_OUT_NOT_HERE: {
    rule: 'R71',
    en: { message: 'On this portal only the patient sets what it sends.', next: 'Show them where the portal keeps its own settings.' },
    es: { message: 'En este portal solo el paciente decide qué se le envía.', next: 'Muéstrele dónde tiene el portal sus propios ajustes.' },
  },
  OPT_OUT_NO_SUCH_WAY: {
    rule: 'R71',
    en: { message: 'This portal sends nothing that way, so there is nothing to stop.', next: 'Choose a way that the portal has.' },
    es: { message: 'Este portal no envía nada por esa vía; no hay nada que detener.', next: 'Elija una vía que el portal tenga.' },
  },
  OPT_OUT_STANDS: {
    rule: 'R71',
    en: { message: 'The same wish is on record already.', next: 'Nothing to do; it stands until somebody takes it back.' },
    es: { message: 'Ese mismo deseo ya está anotado.', next: 'No hay nada que hacer; vale hasta que alguien lo retire.' },
  },
  CONTACT_ADDRESS_MISSING: {
    rule: 'IN-11',
    en: { message: 'No e-mail address is on file.', next: 'Ask for one and record it.' },
    es: { message: 'No hay correo electrónico registrado.', next: 'Pida uno y regístrelo.' },
  },
  CONTACT_ADDRESS_UNUSABLE: {
    rule: 'IN-11',
    en: { message: 'The e-mail address on file is not one that mail can be sent to.', next: 'Read it back to the person and correct it.' },
    es: { message: 'No se puede enviar correo a la dirección registrada.', next: 'Léasela a la persona y corríjala.' },
  },
  CONTACT_ADDRESS_BOUNCED: {
    rule: 'DU-03',
    en: { message: 'Mail to this address came back for good.', next: 'Ask for another address; mail goes out again once it is changed.' },
    es: { message: 'El correo a esta dirección fue devuelto definitivamente.', next: 'Pida otra dirección; al cambiarla se vuelve a enviar.' },
  },
  MAIL_NOT_WAITING_FOR_HELP: {
    rule: 'DU-03',
    en: { message: 'Only a refused or parked mail can be sent again.', next: 'Look at its state; a queued mail goes out by itself.' },
    es: { message: 'Solo se reenvía un correo rechazado o apartado.', next: 'Mire su estado; uno en cola sale por sí solo.' },
  },
  CONNECTOR_TOKEN_REFUSED: {
    rule: 'AU-09',
    en: { message: 'The connector’s token is not one that this practice takes.', next: 'Sign a fresh one: ES256, our audience, five minutes at most, with a jti.' },
    es: { message: 'Esta práctica no acepta el token del conector.', next: 'Firme uno nuevo: ES256, nuestra audiencia, cinco minutos como máximo, con jti.' },
  },
  CONNECTOR_TOKEN_USED: {
    rule: 'AU-09',
    en: { message: 'This connector token was already used.', next: 'Sign a fresh one for each call.' },
    es: { message: 'Este token del conector ya se usó.', next: 'Firme uno nuevo para cada llamada.' },
  },
} as const satisfies Record<string, ReasonText>
