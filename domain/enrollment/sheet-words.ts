import type { SheetWords } from '#domain/contracts/enrollment.ts'
import { shownInGroups } from '#domain/enrollment/codes.ts'
import { contactPointsFor, type ContactPolicy } from '#domain/portals/contact-points.ts'
import type { Language } from '#domain/reasons/text.ts'

export type SheetFacts = {
  name: string; practiceName: string; portalName: string
  /** With a code: the page to activate. Without: the guide for coming back. */
  code: string | null; url: string | null; shortUrl: string
  /** Wall-clock time in the portal's zone at which the code ends. */
  endsAtText: string | null
  contacts: ContactPolicy
  clinicalContentIsEnglish: boolean
}

/** The words of the printed page, in the patient's language. No birth date, no number of any kind but the code and the helpline. */
export function sheetWords(facts: SheetFacts, language: Language): SheetWords {
  const { name, practiceName, portalName, code, url, shortUrl, endsAtText } = facts
  const common = { language, name, practiceName, portalName, code: code === null ? null : shownInGroups(code), url, shortUrl, endsAtText, helpline: helplineOf(facts.contacts, language) }
  if (language === 'es') {
    return {
      ...common, title: code === null ? `Su cuenta en ${portalName}: cómo tenerla` : `Active su cuenta en ${portalName}`,
      steps: code === null ? [
        'Venga a cualquier recepción, cualquier día. No hace falta cita.', 'Traiga un documento con su foto y su teléfono.',
        'Traiga un correo o un móvil que solo usted lea, si lo tiene.', 'Se tarda unos cuatro minutos.',
      ] : [
        'Escanee el código con la cámara de su teléfono, o abra la dirección y escriba el código.', 'Escriba su fecha de nacimiento.',
        'Lea y acepte las condiciones y el acuerdo HIPAA.', 'Elija su usuario y su contraseña. Nadie de la práctica los ve.',
      ],
      notes: [
        ...(endsAtText === null ? [] : [`El código sirve una vez, hasta las ${endsAtText}. Después pida otro en recepción.`]),
        'Nadie le pedirá nunca su contraseña.',
        ...(facts.clinicalContentIsEnglish ? ['El contenido médico y los mensajes del portal están en inglés.'] : []),
      ],
      emergency: 'En una emergencia llame al 911. El portal es para asuntos que pueden esperar.',
    }
  }
  return {
    ...common, title: code === null ? `Your account on ${portalName}: how to get it` : `Activate your account on ${portalName}`,
    steps: code === null ? [
      'Come to any desk, any day. No appointment is needed.', 'Bring a document with your photo, and your phone.',
      'Bring an e-mail address or a mobile number that only you read, if you have one.', 'It takes about four minutes.',
    ] : [
      'Scan the code with the camera of your phone, or open the address and type the code.', 'Type your birth date.',
      'Read and accept the terms and the HIPAA agreement.', 'Choose your user name and password. Nobody at the practice sees them.',
    ],
    notes: [
      ...(endsAtText === null ? [] : [`The code works once, until ${endsAtText}. After that ask for a new one at the desk.`]),
      'Nobody will ever ask you for your password.',
    ],
    emergency: 'In an emergency call 911. The portal is for matters that can wait.',
  }
}

/** The portal's own number with its TTY, where it publishes one (R43). */
export function helplineOf(contacts: ContactPolicy, language: Language): string | null {
  const point = (['sign-up', 'invitation-missing', 'account-recovery'] as const).flatMap((purpose) => contactPointsFor(contacts, purpose)).find((one) => one.kind === 'phone')
  if (!point?.phone) return null
  const words = language === 'es' ? `Preguntas: en recepción o al ${point.phone}` : `Questions: ask at the desk, or call ${point.phone}`
  return point.tty ? `${words}, TTY ${point.tty}` : words
}
