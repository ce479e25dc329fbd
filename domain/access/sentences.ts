import type { Change, Why, WhyCode } from '#domain/access/answer.ts'
import type { RecordedFinding } from '#domain/portals/provenance.ts'
import type { Language } from '#domain/reasons/text.ts'

type Words = { message: string; say: string | null }
type Both = Record<Language, Words>

const privacyOffice: Record<Language, string> = {
  en: 'I can’t set that up today. The privacy office answers requests like this in writing.',
  es: 'Hoy no puedo dejarlo listo. La oficina de privacidad responde por escrito a estas solicitudes.',
}
const ask: Record<Language, string> = {
  en: 'I see nothing that I could open for you today. The office can tell you what it takes.',
  es: 'No veo nada que pueda abrirle hoy. La oficina le dirá qué hace falta.',
}

function words(en: string, es: string, say: Record<Language, string> | null = null): Both {
  return { en: { message: en, say: say?.en ?? null }, es: { message: es, say: say?.es ?? null } }
}

/** One line for staff for each fact that decides, and a sentence for the ear where somebody may ask. `{age}`: where the band begins. */
const sentences: Record<WhyCode, Both> = {
  ALLOWED: words('Sees it: the level and the patient’s age open it.', 'Lo ve: lo abren el nivel y la edad del paciente.'),
  ALLOWED_PER_ITEM: words('Sees it, but single items may be closed.', 'Lo ve, pero algunos elementos pueden estar cerrados.'),
  OWN_RECORD: words('The patient’s own record.', 'El expediente propio del paciente.'),
  PORTAL_CLOSED: words('The portal is not in service on that day.', 'El portal no está en servicio ese día.', {
    en: 'That portal is closed. The office has your records.', es: 'Ese portal está cerrado. La oficina tiene sus expedientes.',
  }),
  PORTAL_READ_ONLY: words('The portal only shows, downloads and prints.', 'El portal solo muestra, descarga e imprime.', {
    en: 'That portal only shows things now. I can do it for you here.', es: 'Ese portal ya solo muestra. Puedo hacerlo yo aquí.',
  }),
  NOT_ON_PORTAL: words('This portal does not show it to anybody.', 'Este portal no se lo muestra a nadie.', {
    en: 'The portal doesn’t have those. You can ask for a copy of the record.', es: 'El portal no los tiene. Puede pedir copia del expediente.',
  }),
  NOT_YET_BORN: words('The patient was not born on that day.', 'El paciente no había nacido ese día.'),
  NO_GRANT: words('No access was ever granted here.', 'Aquí nunca se concedió acceso.', ask),
  BLOCKED: words('A safety note stops every path. The reason is for the privacy officer.', 'Una nota de seguridad cierra todos los caminos. El motivo es de privacidad.', privacyOffice),
  GRANT_REQUESTED: words('Asked for; a second person decides.', 'Pedido; decide una segunda persona.', privacyOffice),
  GRANT_HELD: words('Asked for; the privacy officer decides.', 'Pedido; decide quien lleva la privacidad.', privacyOffice),
  GRANT_PENDING: words('Granted, but the person has not confirmed yet.', 'Concedido, pero la persona aún no ha confirmado.', {
    en: 'An invitation is waiting for you. Please open it and confirm.', es: 'Tiene una invitación pendiente. Ábrala y confirme, por favor.',
  }),
  GRANT_DENIED: words('Did not come about: not confirmed, or declined.', 'No llegó a darse: sin confirmar o rechazado.', ask),
  GRANT_SUSPENDED: words('Suspended until somebody reviews it.', 'Suspendido hasta que alguien lo revise.', privacyOffice),
  GRANT_REVOKED: words('Ended.', 'Terminado.', ask),
  GRANT_NOT_BEGUN: words('Does not hold yet on that day.', 'Ese día aún no vale.', ask),
  GRANT_RAN_OUT: words('Ran out: good through its last day.', 'Venció: valía hasta su último día.', {
    en: 'The access we had noted ran out. It can be asked for again.', es: 'El acceso anotado venció. Se puede pedir de nuevo.',
  }),
  REVIEW_OVERDUE: words('The review date has passed; closed until somebody reviews it.', 'Pasó la fecha de revisión; cerrado hasta que alguien lo revise.', {
    en: 'We look at this once in a while, and it is due. I can do that with you now.', es: 'Lo revisamos cada cierto tiempo y ya toca. Podemos hacerlo ahora.',
  }),
  BASIS_EXPIRED: words('The document that it rests on is no longer good.', 'El documento en que se basa ya no es válido.', {
    en: 'The paper we have on file ran out. Please bring one that is good today.', es: 'El documento que tenemos venció. Traiga uno vigente, por favor.',
  }),
  MAJORITY_REACHED: words('Ended on the {age} birthday: now the patient decides.', 'Terminó al cumplir {age}: ahora decide el paciente.', {
    en: 'From the {age} birthday the patient decides. They can invite you from their own account.',
    es: 'Desde los {age} años decide el paciente. Puede invitarle desde su cuenta.',
  }),
  ENDED_BY_EMANCIPATION: words('Ended: the patient counts as an adult by a court’s decision.', 'Terminó: el paciente cuenta como adulto por decisión judicial.', ask),
  ENDED_BY_MARRIAGE: words('Ended: the patient counts as an adult by marriage.', 'Terminó: el paciente cuenta como adulto por matrimonio.', ask),
  SUSPENDED_BY_CUSTODY: words('Suspended for review: the patient is in state custody.', 'Suspendido para revisión: el paciente está bajo custodia del estado.', privacyOffice),
  ENDED_BY_ADOPTION: words('Ended with the adoption, and shown no more.', 'Terminó con la adopción y ya no se muestra.', ask),
  PATIENT_DIED: words('The patient has died: suspended for review. Only a personal representative sees.', 'El paciente falleció: suspendido para revisión. Solo ve un representante personal.', {
    en: 'I am sorry for your loss. A personal representative can ask for the record here.', es: 'Lamento su pérdida. Un representante personal puede pedir aquí el expediente.',
  }),
  PATIENT_LIVES: words('A personal representative sees only after a death.', 'Un representante personal ve solo tras un fallecimiento.'),
  BAND_CLOSED: words('From the {age} birthday the portal closes this to every proxy, by itself.', 'Desde que cumple {age}, el portal lo cierra a todo representante, por sí solo.', {
    en: 'From the {age} birthday this stays between the patient and the doctor. What you keep is on your page.',
    es: 'Desde los {age} años esto queda entre el paciente y el médico. Lo que usted conserva está en su página.',
  }),
  LEVEL_LACKS: words('The level that was granted does not include it.', 'El nivel concedido no lo incluye.', {
    en: 'Your access lets you look at some things, and this isn’t one of them.', es: 'Su acceso permite ver algunas cosas, y esta no es una de ellas.',
  }),
  AREA_CLOSED: words('The invitation leaves this area out.', 'La invitación deja fuera esta área.', {
    en: 'The invitation doesn’t include this. Whoever invited you can change that.', es: 'La invitación no lo incluye. Quien le invitó puede cambiarlo.',
  }),
  SENSITIVE_ITEM: words('Marked sensitive: closed at this age.', 'Marcado como delicado: cerrado a esta edad.', ask),
  ACQUIRED_IN_YOUTH: words('Acquired at an age whose data this portal never shows.', 'Obtenido a una edad cuyos datos este portal nunca muestra.', {
    en: 'The portal leaves out what dates from those years. The record itself has it.', es: 'El portal omite lo de esos años. El expediente sí lo tiene.',
  }),
  ACQUISITION_UNKNOWN: words('No date on it: read as from an age that this portal never shows.', 'Sin fecha: se lee como de una edad que este portal nunca muestra.', {
    en: 'The portal doesn’t show that one. The record itself has it.', es: 'El portal no muestra ese. El expediente sí lo tiene.',
  }),
  CONFIDENTIAL_TO_MINOR: words('Confidential to the minor: closed to every proxy. Don’t say that it exists.', 'Confidencial para el menor: cerrado a todo representante. No diga que existe.', {
    en: 'Everything that the portal has for you is on your page.', es: 'Todo lo que el portal tiene para usted está en su página.',
  }),
  NO_OWN_ACCOUNT: words('Has no account of their own here.', 'No tiene cuenta propia aquí.'),
  ACCOUNT_SUSPENDED: words('The patient’s own account is suspended.', 'La cuenta propia del paciente está suspendida.'),
  TOO_YOUNG_FOR_ACCOUNT: words('Too young for an own account on this portal.', 'Menor de la edad para una cuenta propia en este portal.'),
}

const findingSentences: Partial<Record<RecordedFinding, Record<Language, string>>> = {
  SOURCE_CONTRADICTS_ITSELF: {
    en: 'The source lists two sets of what stays (R22). The policy grants both.', es: 'La fuente da dos listas de lo que queda (R22). La política concede ambas.',
  },
  SOURCE_WORDING_OPEN: { en: 'The source can be read in two ways here.', es: 'Aquí la fuente admite dos lecturas.' },
  SOURCE_SILENT: { en: 'The source says nothing about this.', es: 'La fuente no dice nada de esto.' },
  SOURCE_SILENT_ON_ADULTHOOD: {
    en: 'The source does not say what becomes of it in adulthood: read as hidden for good.', es: 'La fuente no dice qué pasa en la edad adulta: se lee como oculto para siempre.',
  },
  SOURCE_NAMES_NO_STATE: { en: 'The source speaks of state law without naming a state.', es: 'La fuente habla de ley estatal sin nombrar el estado.' },
  SOURCE_UNDATED: { en: 'The source bears no date.', es: 'La fuente no lleva fecha.' },
  NO_ADOLESCENT_RULE_PUBLISHED: {
    en: 'This portal publishes no rule for ages 12 to 17: the level stays as it is until 18.', es: 'Este portal no publica regla para 12 a 17 años: el nivel sigue igual hasta los 18.',
  },
  LAW_CHANGED_SINCE: { en: 'The law that the source cites has changed since.', es: 'La ley que cita la fuente ha cambiado.' },
  NEEDS_LEGAL_REVIEW: { en: 'A lawyer should read this rule.', es: 'Un abogado debería leer esta regla.' },
}

/** A why in words: a line for staff, a sentence to say aloud or null, and what is to be known of the source. */
export function wordsOf(why: Why, language: Language, majority: number): Words & { findingSentences: string[] } {
  const { message, say } = sentences[why.code][language]
  const age = why.code === 'MAJORITY_REACHED' ? majority : why.band?.fromAge ?? majority
  const filled = (text: string) => text.replaceAll('{age}', language === 'en' ? ordinal(age) : String(age))
  return {
    message: filled(message), say: say === null ? null : filled(say),
    findingSentences: why.findings.flatMap((finding) => findingSentences[finding]?.[language] ?? []),
  }
}

const changeSentences: Record<Change['kind'], Record<Language, string>> = {
  birthday: { en: '{age} birthday', es: 'cumple {age}' },
  'account-age': { en: '{age} birthday: may have an own account', es: 'cumple {age}: puede tener cuenta propia' },
  starts: { en: 'access begins', es: 'empieza el acceso' },
  ends: { en: 'access ends by its date', es: 'el acceso vence' },
  'review-due': { en: 'review due', es: 'toca revisar' },
  'basis-expires': { en: 'a document ends or is seen', es: 'vence o consta un documento' },
  'legal-status': { en: 'legal status changes', es: 'cambia la situación legal' },
  'policy-version': { en: 'new rules of the portal', es: 'reglas nuevas del portal' },
  'portal-service': { en: 'the portal’s service changes', es: 'cambia el servicio del portal' },
  consent: { en: 'the minor’s consent changes', es: 'cambia el consentimiento del menor' },
  block: { en: 'a safety note changes', es: 'cambia una nota de seguridad' },
  'grant-changed': { en: 'access was changed here', es: 'el acceso se cambió aquí' },
  death: { en: 'the patient died', es: 'falleció el paciente' },
}

/** What makes a change, in a few words: "12th birthday". */
export function changeSentence({ kind, age }: Pick<Change, 'kind' | 'age'>, language: Language): string {
  return changeSentences[kind][language].replaceAll('{age}', age === null ? '' : language === 'en' ? ordinal(age) : String(age))
}

/** "12th", "21st". */
export function ordinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13
  const ending = isTeen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[number % 10] ?? 'th'
  return `${number}${ending}`
}
