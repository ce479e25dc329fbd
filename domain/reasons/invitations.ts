import type { ReasonText } from '#domain/reasons/text.ts'

/** Why an invitation, a case or a campaign is as it is. */
export const invitationReasons = {
  INVITATION_OUT: {
    rule: 'CC-05',
    en: { message: 'An invitation to this portal is out already.', next: 'See why it did not arrive, or send it again.' },
    es: { message: 'Ya hay una invitación a este portal.', next: 'Vea por qué no llegó o envíela otra vez.' },
  },
  INVITATION_ACCEPTED: {
    rule: 'R1',
    en: { message: 'This invitation was accepted; the account is there.', next: 'Help with signing in.', say: 'Your account is already set up. Shall we see whether you can sign in?' },
    es: { message: 'Esta invitación fue aceptada; la cuenta existe.', next: 'Ayude a entrar.', say: 'Su cuenta ya está lista. ¿Vemos si puede entrar?' },
  },
  INVITATION_EXPIRED: {
    rule: 'R3',
    en: { message: 'This invitation is past its last day.', next: 'Send it again; a new one runs from today.' },
    es: { message: 'Pasó el último día de esta invitación.', next: 'Envíela otra vez; la nueva corre desde hoy.' },
  },
  INVITATION_DECLINED: {
    rule: 'R1',
    en: { message: 'The patient said no to this invitation.', next: 'Ask again only if they bring it up.' },
    es: { message: 'El paciente no quiso esta invitación.', next: 'Vuelva a preguntar solo si lo menciona.' },
  },
  INVITATION_CANCELLED: {
    rule: 'R2',
    en: { message: 'This invitation was cancelled.', next: 'Start the enrollment anew if it is still wanted.' },
    es: { message: 'Esta invitación se canceló.', next: 'Empiece de nuevo la inscripción si aún se desea.' },
  },
  INVITATION_SENT_RECENTLY: {
    rule: 'R2',
    en: { message: 'It went out less than two minutes ago.', next: 'Wait until {at}, and look in the junk folder meanwhile.', say: 'It has just gone out. Please look once more, also in your junk folder.' },
    es: { message: 'Salió hace menos de dos minutos.', next: 'Espere hasta {at} y mire mientras en correo no deseado.', say: 'Acaba de salir. Mire otra vez, por favor, también en correo no deseado.' },
  },
  INVITATION_LIMIT: {
    rule: 'ID-08',
    en: { message: 'It was sent five times today.', next: 'Enroll at the desk, or try tomorrow.', say: 'Let us do it at the desk instead. You can come any day, without an appointment.' },
    es: { message: 'Hoy se envió cinco veces.', next: 'Inscriba en ventanilla o inténtelo mañana.', say: 'Hagámoslo mejor en ventanilla. Venga cualquier día, sin cita.' },
  },
  INVITATION_HAS_NO_MAIL: {
    rule: 'R1',
    en: { message: 'This was handed over at a desk; no mail went out.', next: 'Show a new code at the desk, or choose e-mail there.' },
    es: { message: 'Se entregó en ventanilla; no salió ningún correo.', next: 'Muestre un código nuevo en ventanilla o elija allí el correo.' },
  },
  INVITATION_NO_LAWFUL_ADDRESS: {
    rule: 'R10',
    en: { message: 'No address on file may be used for this.', next: 'Ask for an own address, or enroll at the desk.' },
    es: { message: 'Ninguna dirección registrada sirve para esto.', next: 'Pida una propia o inscriba en ventanilla.' },
  },
  PORTAL_TAKES_NO_ACCOUNTS: {
    rule: 'R85',
    en: { message: 'This portal takes no new accounts.', next: 'See Portals for what opens when.' },
    es: { message: 'Este portal no admite cuentas nuevas.', next: 'En Portales consta qué abre y cuándo.' },
  },
  PORTAL_NOT_HERE: {
    rule: 'R85',
    en: { message: 'This portal does not serve where this person is seen.', next: 'Choose the portal of their site.' },
    es: { message: 'Este portal no atiende donde se ve a esta persona.', next: 'Elija el portal de su sitio.' },
  },
  REGISTRATION_NOT_MATCHED: {
    rule: 'R6',
    en: { message: 'No record has been chosen for this registration.', next: 'Find the record first. Facts find a person; they prove nothing.' },
    es: { message: 'Aún no se eligió expediente para este registro.', next: 'Busque primero el expediente. Los datos ubican a la persona; no prueban nada.' },
  },
  REGISTRATION_NOT_VERIFIED: {
    rule: 'R6',
    en: { message: 'Without a recorded verification no invitation goes out.', next: 'Call the number on file, or ask for a photo ID at the desk.', say: 'I will call you back on the number that we have, or you come to any desk with a photo ID.' },
    es: { message: 'Sin verificación registrada no sale ninguna invitación.', next: 'Llame al número registrado o pida un documento con foto en ventanilla.', say: 'Le llamo al número que tenemos, o venga a cualquier ventanilla con un documento con foto.' },
  },
  REGISTRATION_NO_NUMBER: {
    rule: 'R44',
    en: { message: 'No number has been on file long enough to call back.', next: 'Ask for a photo ID at the desk.' },
    es: { message: 'Ningún número lleva registrado el tiempo suficiente para llamar.', next: 'Pida un documento con foto en ventanilla.' },
  },
  REGISTRATION_DONE: {
    rule: 'R6',
    en: { message: 'This case is finished.', next: 'Read how it ended.' },
    es: { message: 'Este caso está terminado.', next: 'Lea cómo terminó.' },
  },
  CAMPAIGN_OVER: {
    rule: 'R2',
    en: { message: 'This campaign has ended.', next: 'Start a new one.' },
    es: { message: 'Esta campaña terminó.', next: 'Empiece otra.' },
  },
  CAMPAIGN_RUNNING: {
    rule: 'R2',
    en: { message: 'A campaign for this portal is under way already.', next: 'Wait for its end, or cancel it.' },
    es: { message: 'Ya hay una campaña en curso para este portal.', next: 'Espere a que termine o cancélela.' },
  },
  CAMPAIGN_NOT_PAUSED: {
    rule: 'R2',
    en: { message: 'This campaign is not paused.', next: 'It goes on by itself.' },
    es: { message: 'Esta campaña no está en pausa.', next: 'Sigue por sí sola.' },
  },
  CAMPAIGN_NOBODY: {
    rule: 'R2',
    en: { message: 'Nobody is left to invite in this cohort.', next: 'See in the preview why, or choose another cohort.' },
    es: { message: 'No queda nadie a quien invitar en este grupo.', next: 'Vea el motivo en la vista previa o elija otro grupo.' },
  },
} as const satisfies Record<string, ReasonText>
