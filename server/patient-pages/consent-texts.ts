import type { Language } from '#domain/reasons/text.ts'

/** Names the words below: kept with each yes, so that it can be said later what was agreed to. */
export const TEXTS_VERSION = '2026-11'

type Text = Record<Language, { short: readonly string[]; whole: readonly string[] }>

/** Assumption: plain words of our own; a practice has its counsel replace them before it opens (docs/assumptions.md). */
export const termsText: Text = {
  en: {
    short: ['The account is yours alone. Do not share it.', 'It is for matters that can wait; in an emergency call 911.', 'You can close it at any time.'],
    whole: [
      'With this account you can see what your practice shows you on its portal and use the services that it offers there. Which they are is up to the practice and can change.',
      'You choose your user name and your password. You keep them to yourself. Whoever knows them can act as you. Tell the practice at once if somebody else may know them.',
      'The portal is no emergency service. Messages are read in office hours, and an answer may take days. For anything that cannot wait, call the practice; in an emergency call 911.',
      'The practice may suspend the account to protect you or others, and tells you how to reach somebody. You may close it at any time; your medical record stays with the practice.',
    ],
  },
  es: {
    short: ['La cuenta es solo suya. No la comparta.', 'Es para asuntos que pueden esperar; en una emergencia llame al 911.', 'Puede cerrarla cuando quiera.'],
    whole: [
      'Con esta cuenta puede ver lo que su práctica le muestra en el portal y usar los servicios que allí ofrece. Cuáles son lo decide la práctica y puede cambiar.',
      'Usted elige su usuario y su contraseña y los guarda para sí. Quien los conozca puede actuar como usted. Avise enseguida a la práctica si otra persona puede conocerlos.',
      'El portal no es un servicio de emergencia. Los mensajes se leen en horario de oficina y la respuesta puede tardar días. Si algo no puede esperar, llame a la práctica; en una emergencia llame al 911.',
      'La práctica puede suspender la cuenta para proteger a usted o a otros, y le dice con quién hablar. Usted puede cerrarla cuando quiera; su expediente sigue en la práctica.',
    ],
  },
}

export const agreementText: Text = {
  en: {
    short: ['You see your health information on the portal.', 'We protect it as the HIPAA law asks.', 'Nobody else sees it unless you invite them, or the law gives them that right.', 'You can close your account whenever you like.'],
    whole: [
      'Your practice keeps health information about you. With this agreement you ask it to show you this information on the portal, over the internet, to whoever signs in with your user name and password.',
      'The practice protects the information as federal law (HIPAA) and the law of your state ask. Every look into your record by its staff is written down, and you may ask who looked.',
      'You can invite somebody to see your record, and end that at any time. For children and teenagers the law decides what parents see; some matters stay between a teenager and the doctor.',
      'You can ask for a copy of your record, ask for corrections, and complain to the practice or to the U.S. Department of Health and Human Services. Nobody may treat you worse for it.',
      'You can end this agreement by closing the account. What was shown before cannot be unseen.',
    ],
  },
  es: {
    short: ['Usted ve su información médica en el portal.', 'La protegemos como exige la ley HIPAA.', 'Nadie más la ve si usted no lo invita o la ley no le da ese derecho.', 'Puede cerrar su cuenta cuando quiera.'],
    whole: [
      'Su práctica guarda información de salud sobre usted. Con este acuerdo usted pide que se la muestre en el portal, por internet, a quien entre con su usuario y contraseña.',
      'La práctica protege la información como exigen la ley federal (HIPAA) y la de su estado. Cada vez que su personal mira su expediente queda anotado, y usted puede preguntar quién miró.',
      'Puede invitar a alguien a ver su expediente y terminarlo cuando quiera. Para niños y adolescentes la ley decide qué ven los padres; algunos asuntos quedan entre el adolescente y el médico.',
      'Puede pedir copia de su expediente, pedir correcciones y quejarse ante la práctica o ante el Departamento de Salud de EE. UU. Nadie puede tratarle peor por ello.',
      'Puede terminar este acuerdo cerrando la cuenta. Lo que ya se mostró no puede dejar de haberse visto.',
    ],
  },
}
