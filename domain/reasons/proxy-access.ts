import type { ReasonText } from '#domain/reasons/text.ts'

/** The one sentence for whoever asked, whatever the reason is: it tells nothing about anybody. */
const notToday = {
  en: 'I can’t set that up today. The privacy office answers requests like this in writing.',
  es: 'Hoy no puedo dejarlo listo. La oficina de privacidad responde por escrito a estas solicitudes.',
}

/** Granting access to somebody else’s record, and what stops it. */
export const proxyReasons = {
  PROXY_NEEDS_PRIVACY_OFFICER: {
    rule: 'PX-03',
    en: {
      message: 'A safety note on this chart stops every path. The reason is for the privacy officer only.',
      next: 'The request is with the privacy officer. Don’t say that a note exists, or who is on it.', say: notToday.en,
    },
    es: {
      message: 'Una nota de seguridad de este expediente cierra todos los caminos. El motivo es solo para quien lleva la privacidad.',
      next: 'La solicitud está con quien lleva la privacidad. No diga que hay una nota ni a quién se refiere.', say: notToday.es,
    },
  },
  PROXY_NEEDS_SECOND_PERSON: {
    rule: 'security.md §1',
    en: { message: 'One person alone cannot grant this.', next: 'Ask a second person; nothing opens before they agree.', say: notToday.en },
    es: { message: 'Esto no lo concede una persona sola.', next: 'Pida una segunda persona; nada se abre antes de que acepte.', say: notToday.es },
  },
  PROXY_OPEN_ALREADY: {
    rule: 'CC-05',
    en: { message: 'This person already has access, or has been asked to confirm it.', next: 'Open what is there: review, resend or end it.' },
    es: { message: 'Esta persona ya tiene acceso, o se le pidió confirmarlo.', next: 'Abra lo que hay: revíselo, reenvíelo o termínelo.' },
  },
  PROXY_PORTAL_CLOSED: {
    rule: 'R81',
    en: { message: 'This portal takes no new access.', next: 'Choose the portal that serves the patient now.' },
    es: { message: 'Este portal no admite accesos nuevos.', next: 'Elija el portal que atiende al paciente ahora.' },
  },
  PROXY_LEVEL_UNKNOWN: {
    rule: 'R26',
    en: { message: 'This portal has no such level of access.', next: 'Choose one of its levels.' },
    es: { message: 'Este portal no tiene ese nivel de acceso.', next: 'Elija uno de sus niveles.' },
  },
  PROXY_AREAS_NEEDED: {
    rule: 'R27',
    en: { message: 'A trusted representative is given a level area by area, at least one of them.', next: 'Choose what they may view or do.' },
    es: { message: 'A un representante de confianza se le da un nivel por área, al menos en una.', next: 'Elija qué puede ver o hacer.' },
  },
  PROXY_AREAS_NOT_HERE: {
    rule: 'R27',
    en: { message: 'Levels by area are for trusted representatives only.', next: 'Leave the areas out, or choose that level.' },
    es: { message: 'Los niveles por área son solo para representantes de confianza.', next: 'Quite las áreas o elija ese nivel.' },
  },
  PROXY_BASIS_FOR_MINORS: {
    rule: 'R23',
    en: {
      message: 'The patient is an adult: what gave a parent or guardian access ended on the 18th birthday.', next: 'The adult’s own consent opens it, on the portal or here with photo ID.',
      say: 'From the 18th birthday the patient decides. They can invite you from their own account, or tell us here.',
    },
    es: {
      message: 'El paciente es adulto: lo que daba acceso a un padre o tutor terminó al cumplir 18.', next: 'Lo abre el consentimiento del propio adulto, en el portal o aquí con identificación.',
      say: 'Desde los 18 años decide el paciente. Puede invitarle desde su cuenta, o decírnoslo aquí.',
    },
  },
  PROXY_CONSENT_TOO_YOUNG: {
    rule: 'R33',
    en: { message: 'A minor’s own consent counts from {age} years on.', next: 'Before that a parent sees in full by the parent’s own right: choose that basis.' },
    es: { message: 'El consentimiento propio de un menor cuenta desde los {age} años.', next: 'Antes, madre o padre ven todo por derecho propio: elija ese fundamento.' },
  },
  PROXY_BASIS_FOR_ADULTS: {
    rule: 'R33',
    en: { message: 'The patient is a minor and does not count as an adult: this basis is for adults.', next: 'Choose the basis of a parent, guardian or agency, or record the legal status first.' },
    es: { message: 'El paciente es menor y no cuenta como adulto: este fundamento es para adultos.', next: 'Elija el de padre, tutor o agencia, o anote antes la situación legal.' },
  },
  PROXY_PATIENT_DIED: {
    rule: 'R13',
    en: { message: 'The patient has died. Only a personal representative is given access.', next: 'Choose the basis “executor” with the court’s letters.' },
    es: { message: 'El paciente falleció. Solo se da acceso a un representante personal.', next: 'Elija el fundamento «albacea» con el nombramiento del juzgado.' },
  },
  PROXY_PATIENT_LIVES: {
    rule: 'R13',
    en: { message: 'A personal representative is for somebody who has died.', next: 'Choose another basis, or record the death first.' },
    es: { message: 'El albacea es para quien ha fallecido.', next: 'Elija otro fundamento, o anote antes el fallecimiento.' },
  },
  PROXY_CANNOT_CONSENT: {
    rule: 'R33',
    en: { message: 'The patient is under guardianship: the guardian decides, by the order.', next: 'Choose the basis “guardian of an adult” with the order.' },
    es: { message: 'El paciente está bajo tutela: decide el tutor, según la orden.', next: 'Elija el fundamento «tutor de un adulto» con la orden.' },
  },
  PROXY_DOCUMENT_DOES_NOT_CARRY: {
    rule: 'PX-03',
    en: { message: 'None of these documents carries this basis.', next: 'Ask for one that does: {documents}.' },
    es: { message: 'Ninguno de estos documentos sostiene este fundamento.', next: 'Pida uno que lo haga: {documents}.' },
  },
  PROXY_DOCUMENT_EXPIRED: {
    rule: 'PX-03',
    en: { message: 'This document is no longer good.', next: 'Ask for one that is good today.' },
    es: { message: 'Este documento ya no es válido.', next: 'Pida uno válido hoy.' },
  },
  PROXY_DATES_BACKWARDS: {
    rule: 'R34',
    en: { message: 'The access would end before it begins, or has ended already.', next: 'Choose a last day that is still to come.' },
    es: { message: 'El acceso terminaría antes de empezar, o ya terminó.', next: 'Elija un último día que esté por venir.' },
  },
  PROXY_DATE_TOO_FAR: {
    rule: 'PX-03',
    en: { message: 'Access runs {years} years at most before somebody looks at it again.', next: 'Choose an earlier end or review date.' },
    es: { message: 'El acceso dura {years} años como mucho antes de revisarlo.', next: 'Elija un final o una revisión anterior.' },
  },
  PROXY_IS_THE_PATIENT: {
    rule: 'R9',
    en: { message: 'Nobody is their own proxy.', next: 'Enroll the patient for an account of their own.' },
    es: { message: 'Nadie es representante de sí mismo.', next: 'Inscriba al paciente con cuenta propia.' },
  },
  PROXY_IS_A_MINOR: {
    rule: 'R33',
    en: { message: 'A minor looks into another’s record only as the recorded parent of that child.', next: 'Record “minor parent” first, or choose an adult.' },
    es: { message: 'Un menor ve el expediente de otro solo como padre o madre registrado de ese niño.', next: 'Anote antes «padre o madre menor», o elija a un adulto.' },
  },
  PROXY_PERSON_DIED: {
    rule: 'R13',
    en: { message: 'This person has died.', next: 'Choose somebody else.' },
    es: { message: 'Esta persona falleció.', next: 'Elija a otra.' },
  },
  PROXY_IS_ONESELF: {
    rule: 'AZ-07',
    en: { message: 'Nobody gives access to themselves.', next: 'A colleague does this.' },
    es: { message: 'Nadie se da acceso a sí mismo.', next: 'Lo hace un colega.' },
  },
  PROXY_EMAIL_NEEDED: {
    rule: 'R30',
    en: { message: 'This portal invites a proxy by e-mail, and none is on file.', next: 'Add the person’s own e-mail address first.' },
    es: { message: 'Este portal invita por correo, y no consta ninguno.', next: 'Añada antes el correo propio de la persona.' },
  },
  PROXY_SHARES_TEENS_CONTACT: {
    rule: 'R10',
    en: { message: 'The patient’s own account is reached at the same address or number.', next: 'From 12 on they must differ: change one of the two first.' },
    es: { message: 'La cuenta propia del paciente usa la misma dirección o el mismo número.', next: 'Desde los 12 deben ser distintos: cambie antes uno de los dos.' },
  },
  PROXY_PERSON_LOOKS_KNOWN: {
    rule: 'CC-05',
    en: { message: 'Somebody who may be this person is here already.', next: 'Choose them, or say how you know that it is another person.' },
    es: { message: 'Ya hay aquí alguien que puede ser esta persona.', next: 'Elíjala, o diga cómo sabe que es otra.' },
  },
  PROXY_OVER: {
    rule: 'R29',
    en: { message: 'This access has ended.', next: 'Grant it anew if it is wanted again.' },
    es: { message: 'Este acceso terminó.', next: 'Concédalo de nuevo si se desea.' },
  },
  PROXY_NOT_CONFIRMED: {
    rule: 'PX-03',
    en: { message: 'The person has not confirmed yet, so there is nothing to review.', next: 'Resend the invitation, or end it.' },
    es: { message: 'La persona aún no ha confirmado; no hay nada que revisar.', next: 'Reenvíe la invitación, o termínela.' },
  },
  PROXY_NOTHING_TO_RESEND: {
    rule: 'R27',
    en: { message: 'No confirmation is awaited from this person.', next: 'Open the record to see what is so.' },
    es: { message: 'No se espera confirmación de esta persona.', next: 'Abra el expediente para ver cómo está.' },
  },
  PROXY_RESENT_RECENTLY: {
    rule: 'ID-08',
    en: { message: 'The invitation went out less than two minutes ago.', next: 'Wait for it to arrive, then look in the junk folder.' },
    es: { message: 'La invitación salió hace menos de dos minutos.', next: 'Espere a que llegue y mire en el correo no deseado.' },
  },
  LEGAL_STATUS_NOT_A_MINOR: {
    rule: 'R33',
    en: { message: 'This status is about minors, and the patient is 18 or older.', next: 'Nothing needs to be recorded: from 18 the patient decides.' },
    es: { message: 'Esta situación es de menores, y el paciente tiene 18 o más.', next: 'No hay nada que anotar: desde los 18 decide el paciente.' },
  },
  LEGAL_STATUS_NOT_AN_ADULT: {
    rule: 'R33',
    en: { message: 'Guardianship of an adult begins at 18 at the earliest.', next: 'Choose a first day from the 18th birthday on.' },
    es: { message: 'La tutela de un adulto empieza como pronto a los 18.', next: 'Elija un primer día desde los 18 años.' },
  },
  LEGAL_STATUS_DOCUMENT: {
    rule: 'R33',
    en: { message: 'This document does not carry this status.', next: 'Ask for one that does.' },
    es: { message: 'Este documento no sostiene esta situación.', next: 'Pida uno que lo haga.' },
  },
  LEGAL_STATUS_HELD: {
    rule: 'R33',
    en: { message: 'This status is recorded already.', next: 'End the one that is there first, if it is wrong.' },
    es: { message: 'Esta situación ya está anotada.', next: 'Termine antes la que hay, si es errónea.' },
  },
  CONSENT_NOT_A_MINOR: {
    rule: 'R31',
    en: { message: 'The patient is 18 or older: the grant alone decides.', next: 'End or change the grant if the patient wishes.' },
    es: { message: 'El paciente tiene 18 o más: decide solo el permiso.', next: 'Termine o cambie el permiso si el paciente quiere.' },
  },
  CONTACT_SUPPRESSED: {
    rule: 'R71',
    en: { message: 'This person must not be reached this way.', next: 'Speak to them here, or use another way on file.' },
    es: { message: 'A esta persona no se la debe contactar así.', next: 'Hable con ella aquí, o use otra vía registrada.' },
  },
  CONTACT_NEEDS_PRIVACY_OFFICER: {
    rule: 'PX-03',
    en: { message: 'A safety note on this chart stops this contact. The reason is for the privacy officer only.', next: 'Call the privacy officer. Don’t say that a note exists.', say: notToday.en },
    es: { message: 'Una nota de seguridad de este expediente impide este contacto. El motivo es solo para quien lleva la privacidad.', next: 'Llame a quien lleva la privacidad. No diga que hay una nota.', say: notToday.es },
  },
} as const satisfies Record<string, ReasonText>
