import type { ReasonText } from '#domain/reasons/text.ts'

/** Why an enrollment at a desk does not go on as it is, and what does. */
export const enrollmentReasons = {
  ENROLLMENT_OPEN: {
    rule: 'CC-05',
    en: { message: 'Somebody is enrolling this person already.', next: 'Open that enrollment and take it up, or leave it to them.' },
    es: { message: 'Alguien ya está inscribiendo a esta persona.', next: 'Abra esa inscripción y continúela, o déjela a quien la lleva.' },
  },
  ENROLLMENT_OVER: {
    rule: 'R1',
    en: { message: 'This enrollment has ended.', next: 'Start a new one from the record.' },
    es: { message: 'Esta inscripción terminó.', next: 'Empiece otra desde el expediente.' },
  },
  ENROLLMENT_ELSEWHERE: {
    rule: 'CC-02',
    en: { message: 'Another desk has taken this enrollment up.', next: 'Ask them, or take it up here.' },
    es: { message: 'Otra ventanilla lleva ahora esta inscripción.', next: 'Pregúnteles o continúela aquí.' },
  },
  IDENTITY_NOT_RECORDED: {
    rule: 'ID-02',
    en: { message: 'Nobody has looked at a document of this person today.', next: 'Look at a document and note its kind.', say: 'May I see something with your photo, please? I only note what kind it is.' },
    es: { message: 'Hoy nadie ha mirado un documento de esta persona.', next: 'Mire un documento y anote de qué clase es.', say: '¿Me enseña algo con su foto, por favor? Solo anoto de qué clase es.' },
  },
  CONTACT_NOT_SETTLED: {
    rule: 'R10',
    en: { message: 'Where codes and notices go is not settled yet.', next: 'Choose an own contact, or note that there is none.' },
    es: { message: 'Aún no está claro adónde van códigos y avisos.', next: 'Elija un contacto propio o anote que no hay.' },
  },
  HAND_OVER_NOT_CHOSEN: {
    rule: 'R1',
    en: { message: 'How it is handed over is not chosen yet.', next: 'Choose a code at the desk or an e-mail.' },
    es: { message: 'Aún no se eligió cómo se entrega.', next: 'Elija un código en ventanilla o un correo.' },
  },
  EVIDENCE_EXPIRED: {
    rule: 'ID-02',
    en: { message: 'That document is past its date.', next: 'Ask for another one, or for two documents without a photo.', say: 'This one has expired. Do you have anything else with your photo?' },
    es: { message: 'Ese documento está vencido.', next: 'Pida otro, o dos documentos sin foto.', say: 'Este está vencido. ¿Tiene otra cosa con su foto?' },
  },
  EVIDENCE_HOLDS_A_NUMBER: {
    rule: 'security.md §1',
    en: { message: 'That looks like a document number. Numbers are not kept.', next: 'Note who issued it, in words: "New York", "Passport office".' },
    es: { message: 'Eso parece un número de documento. No se guardan números.', next: 'Anote quién lo expidió, en palabras.' },
  },
  EVIDENCE_WITHOUT_PHOTO: {
    rule: 'ID-04',
    en: { message: 'A code is shown at a desk only after a photo document was seen.', next: 'Send the invitation by e-mail, or look at a photo document.', say: 'I can send it to your e-mail. With a photo ID I could also do it right here.' },
    es: { message: 'Un código solo se muestra en ventanilla tras ver un documento con foto.', next: 'Envíe la invitación por correo o mire un documento con foto.', say: 'Puedo enviársela por correo. Con un documento con foto podría hacerlo aquí mismo.' },
  },
  ENROLL_ENDED_LATELY: {
    rule: 'ID-03, ID-04',
    en: { message: 'An account of this patient ended here within 30 days. Enrolling anew would be a reset under another name.', next: 'Send it to an address that has been on file for 30 days, with no contact changed within 72 hours. Or have two persons restart it in account recovery.', say: 'I can send it to an e-mail that we have had for a month. Otherwise a colleague looks at it with me.' },
    es: { message: 'Una cuenta de este paciente terminó aquí hace menos de 30 días. Inscribirlo de nuevo sería un restablecimiento con otro nombre.', next: 'Envíela a una dirección registrada desde hace 30 días, sin contactos cambiados en 72 horas. O que dos personas la reinicien en la recuperación de cuentas.', say: 'Puedo enviarla a un correo que tengamos desde hace un mes. Si no, un colega lo revisa conmigo.' },
  },
  HAND_OVER_NEEDS_EMAIL: {
    rule: 'R3',
    en: { message: 'There is no own e-mail to send it to.', next: 'Show a code at the desk.' },
    es: { message: 'No hay un correo propio adonde enviarla.', next: 'Muestre un código en ventanilla.' },
  },
  ACCOUNT_ACTIVE: {
    rule: 'R1',
    en: { message: 'There is an active account on this portal already.', next: 'Help with signing in; a forgotten password goes to the helpline.', say: 'You already have it. Shall we see whether you can sign in?' },
    es: { message: 'Ya hay una cuenta activa en este portal.', next: 'Ayude a entrar; una contraseña olvidada va a la línea de ayuda.', say: 'Usted ya lo tiene. ¿Vemos si puede entrar?' },
  },
  CONTACT_IS_A_PROXYS: {
    rule: 'R10',
    en: { message: 'This contact belongs to somebody who has access to the record, so it cannot be used.', next: 'Ask for one that only the patient reads.', say: 'We need an address only you read. Do you have your own e-mail, or a mobile number?' },
    es: { message: 'Este contacto es de alguien con acceso al expediente y no se puede usar.', next: 'Pida uno que lea solo el paciente.', say: 'Necesitamos una dirección que solo usted lea. ¿Tiene su propio correo o un móvil?' },
  },
  CONTACT_IS_A_GUARANTORS: {
    rule: 'R10',
    en: { message: 'This is the contact of who pays the bills, so it cannot be used.', next: 'Ask for one that only the patient reads.', say: 'We need an address only you read. Do you have your own e-mail, or a mobile number?' },
    es: { message: 'Es el contacto de quien paga las facturas y no se puede usar.', next: 'Pida uno que lea solo el paciente.', say: 'Necesitamos una dirección que solo usted lea. ¿Tiene su propio correo o un móvil?' },
  },
  CONTACT_IS_A_HOUSEHOLD_ADULTS: {
    rule: 'R10',
    en: { message: 'An adult of the household reads this contact, so it cannot be used.', next: 'Ask for one that only the patient reads.', say: 'We need an address only you read. Do you have your own e-mail, or a mobile number?' },
    es: { message: 'Un adulto del hogar lee este contacto y no se puede usar.', next: 'Pida uno que lea solo el paciente.', say: 'Necesitamos una dirección que solo usted lea. ¿Tiene su propio correo o un móvil?' },
  },
  CONTACT_IS_ANOTHER_ADULTS: {
    rule: 'R9',
    en: { message: 'Another account of this portal uses this address. No two adults share one.', next: 'Ask for another address.', say: 'That address is taken on this portal. Do you have another one?' },
    es: { message: 'Otra cuenta de este portal usa esta dirección. Dos adultos no comparten una.', next: 'Pida otra dirección.', say: 'Esa dirección ya se usa en este portal. ¿Tiene otra?' },
  },
  CONTACT_NOT_ENROLLED_ADULTS: {
    rule: 'R9',
    en: { message: 'A child may share this address only once the adult whose it is has an account.', next: 'Enroll the adult first.', say: 'Let us set up your own account first; then your child can share your address.' },
    es: { message: 'Un menor comparte esta dirección solo cuando el adulto ya tiene cuenta.', next: 'Inscriba primero al adulto.', say: 'Hagamos primero su cuenta; después su hijo puede compartir su dirección.' },
  },
  CONTACT_YOUNG: {
    rule: 'ID-02',
    en: { message: 'This contact came on file less than 30 days ago.', next: 'Do it at the desk, with the patient there.', say: 'For your safety I can do this at any desk, with a photo ID. No appointment needed.' },
    es: { message: 'Este contacto se registró hace menos de 30 días.', next: 'Hágalo en ventanilla, con el paciente presente.', say: 'Por su seguridad puedo hacerlo en cualquier ventanilla, con un documento con foto. Sin cita.' },
  },
  CONTACT_NOT_A_MOBILE: {
    rule: 'R10',
    en: { message: 'A home or work phone is never used for codes.', next: 'Ask for an own mobile number.', say: 'Do you have a mobile number of your own?' },
    es: { message: 'Un teléfono de casa o trabajo nunca se usa para códigos.', next: 'Pida un móvil propio.', say: '¿Tiene un número de móvil propio?' },
  },
  ENROLL_NEEDS_PRIVACY_OFFICER: {
    rule: 'PX-03',
    en: { message: 'This takes the privacy officer.', next: 'Pass it on; say nothing about why.', say: 'I can’t set that up today. The privacy office answers requests like this in writing.' },
    es: { message: 'Esto lo decide la persona responsable de privacidad.', next: 'Páselo; no diga el motivo.', say: 'Hoy no puedo dejarlo listo. La oficina de privacidad responde por escrito.' },
  },
  CODE_ALREADY_CONNECTED: {
    rule: 'ID-04',
    en: { message: 'The code is tied to a phone already.', next: 'Go on there, or make a new code if it is the wrong phone.' },
    es: { message: 'El código ya está ligado a un teléfono.', next: 'Siga allí o haga un código nuevo si es otro teléfono.' },
  },
  SHEET_CODE_DIFFERS: {
    rule: 'ID-04',
    en: { message: 'That is not the code that this desk has just shown, or it has ended.', next: 'Make a new code and print that one.' },
    es: { message: 'No es el código que esta ventanilla acaba de mostrar, o ya terminó.', next: 'Haga un código nuevo e imprima ese.' },
  },
  NOTHING_TO_UNDO: {
    rule: 'R1',
    en: { message: 'There is no enrollment of this person on this portal.', next: 'Check that the right record is open.' },
    es: { message: 'Esta persona no tiene inscripción en este portal.', next: 'Compruebe que está abierto el expediente correcto.' },
  },
  INCIDENT_CLOSED: {
    rule: '164.308(a)(6)',
    en: { message: 'This incident is closed already.', next: 'Read its note.' },
    es: { message: 'Este incidente ya está cerrado.', next: 'Lea su nota.' },
  },
} as const satisfies Record<string, ReasonText>
