import { z } from 'zod'
import type { Language } from '#domain/reasons/text.ts'
import type { TemplateScene } from '#server/outbox/templates/templates.ts'
import { line, type MailText } from '#server/outbox/templates/text.ts'

const id = z.string().min(1).max(100)
/** The grant and which of its invitations this is: an older link no longer fits. */
export const proxyInvitationRefs = z.strictObject({ tokenId: z.string().min(1).max(60), days: z.int() })
export const proxyNoticeRefs = z.strictObject({ what: z.enum(['granted', 'ended']) })
export const proxyHeldRefs = z.strictObject({ grantId: id })
export const birthdayRefs = z.strictObject({ age: z.union([z.literal(12), z.literal(18)]), days: z.int().min(0).max(90), late: z.boolean().default(false) })

/** Asks a proxy to confirm. Names neither the patient nor anything of the record (IN-11). */
export function proxyInvitation(scene: TemplateScene, refs: z.infer<typeof proxyInvitationRefs>): Record<Language, MailText> {
  const link = { link: scene.link('p/proxy', 'proxy-confirm', refs.tokenId) }
  return {
    en: {
      subject: line`${scene.practiceName} invites you to the patient portal`,
      paragraphs: [
        'Hello,',
        line`${scene.practiceName} has noted that you may look into somebody’s record on the patient portal. Nothing is open before you confirm.`,
        'Open this page and answer one question:', link,
        line`The invitation is good for ${refs.days} days. If you do not know what it is about, leave it, or call the practice at the number that you know.`,
      ],
    },
    es: {
      subject: line`${scene.practiceName} le invita al portal de pacientes`,
      paragraphs: [
        'Hola:',
        line`${scene.practiceName} ha anotado que usted puede ver el expediente de otra persona en el portal. Nada se abre antes de que confirme.`,
        'Abra esta página y responda una pregunta:', link,
        line`La invitación vale ${refs.days} días. Si no sabe de qué se trata, no haga nada, o llame a la práctica al número que conoce.`,
      ],
    },
  }
}

const notices = {
  granted: {
    en: 'Somebody else has been given access to a record that you can see, or that is your own.',
    es: 'Otra persona ha recibido acceso a un expediente que usted puede ver, o que es el suyo.',
  },
  ended: { en: 'Somebody’s access to your record has ended.', es: 'Ha terminado el acceso de alguien a su expediente.' },
}

/** Tells whoever is concerned that access to a record changed: who, whose and why is for the desk (ID-07, R24). */
export function proxyNotice(scene: TemplateScene, refs: z.infer<typeof proxyNoticeRefs>): Record<Language, MailText> {
  return {
    en: {
      subject: line`A change at the patient portal of ${scene.practiceName}`,
      paragraphs: ['Hello,', notices[refs.what].en, 'If you know of it, there is nothing to do. If not, call the practice at the number that you know.'],
    },
    es: {
      subject: line`Un cambio en el portal de pacientes de ${scene.practiceName}`,
      paragraphs: ['Hola:', notices[refs.what].es, 'Si lo sabe, no tiene que hacer nada. Si no, llame a la práctica al número que conoce.'],
    },
  }
}

/** Tells the privacy officer that a request waits. Whose and for whom is in the console alone (PX-03). */
export function proxyHeld(scene: TemplateScene, refs: z.infer<typeof proxyHeldRefs>): Record<Language, MailText> {
  return {
    en: {
      subject: line`A request for access waits for you at ${scene.practiceName}`,
      paragraphs: [line`Hello ${scene.personName},`, 'A request for access was held because of a safety note.', line`It is in the list of what waits for the privacy officer, under number ${refs.grantId}.`],
    },
    es: {
      subject: line`Una solicitud de acceso le espera en ${scene.practiceName}`,
      paragraphs: [line`Hola, ${scene.personName}:`, 'Se retuvo una solicitud de acceso por una nota de seguridad.', line`Está en la lista de lo que espera a privacidad, con el número ${refs.grantId}.`],
    },
  }
}

const soon = (days: number): Record<Language, string> => days === 0
  ? { en: 'Today', es: 'Hoy' }
  : { en: line`In ${days} days`, es: line`Dentro de ${days} días` }

/** Tells a proxy what a birthday changes, or has changed where it comes `late`. Neither name nor date: both would be a patient's data (IN-11). */
export function proxyBirthday(scene: TemplateScene, { age, days, late }: z.infer<typeof birthdayRefs>): Record<Language, MailText> {
  const { en, es } = late ? proxyLate(age) : proxyAhead(age, soon(days))
  return {
    en: { subject: line`What changes at the patient portal of ${scene.practiceName}`, paragraphs: ['Hello,', en, 'The front desk can print for you what stays.'] },
    es: { subject: line`Qué cambia en el portal de pacientes de ${scene.practiceName}`, paragraphs: ['Hola:', es, 'En recepción pueden imprimirle lo que queda.'] },
  }
}

function proxyAhead(age: 12 | 18, when: Record<Language, string>): Record<Language, string> {
  return age === 12
    ? {
      en: line`${when.en} you will see less of a record that you look after: from a birthday on, the portal leaves part of it to the patient and the doctor. Nobody has to do anything.`,
      es: line`${when.es} verá menos de un expediente que usted atiende: desde un cumpleaños, el portal deja una parte al paciente y al médico. Nadie tiene que hacer nada.`,
    }
    : {
      en: line`${when.en} your access to a record that you look after ends with a birthday. From then on the patient decides, and may invite you.`,
      es: line`${when.es} termina con un cumpleaños su acceso a un expediente que usted atiende. Desde entonces decide el paciente, y puede invitarle.`,
    }
}

function proxyLate(age: 12 | 18): Record<Language, string> {
  return age === 12
    ? {
      en: 'Since a birthday that has passed you see less of a record that you look after: the portal leaves part of it to the patient and the doctor. Nobody has to do anything.',
      es: 'Desde un cumpleaños que ya pasó, usted ve menos de un expediente que atiende: el portal deja una parte al paciente y al médico. Nadie tiene que hacer nada.',
    }
    : {
      en: 'With a birthday that has passed your access to a record that you looked after has ended. Now the patient decides, and may invite you.',
      es: 'Con un cumpleaños que ya pasó terminó su acceso a un expediente que usted atendía. Ahora decide el paciente, y puede invitarle.',
    }
}

/** Tells the patient what their birthday means for who sees their record. */
export function patientBirthday(scene: TemplateScene, { age, days, late }: z.infer<typeof birthdayRefs>): Record<Language, MailText> {
  const when = late ? { en: 'Since your birthday', es: 'Desde su cumpleaños' } : soon(days)
  const en = age === 12
    ? 'part of your record stays between you and your doctor on the portal. You can have an account of your own once you are old enough; ask at any desk.'
    : 'you alone decide who sees your record on the portal. What your parents or guardians could see ends. Your own invitation is ready at any desk.'
  const es = age === 12
    ? 'una parte de su expediente en el portal queda entre usted y su médico. Podrá tener cuenta propia al llegar a la edad; pregunte en recepción.'
    : 'solo usted decide quién ve su expediente en el portal. Lo que veían sus padres o tutores termina. Su propia invitación está lista en recepción.'
  return {
    en: { subject: line`Your record at ${scene.practiceName}`, paragraphs: ['Hello,', line`${when.en} ${en}`] },
    es: { subject: line`Su expediente en ${scene.practiceName}`, paragraphs: ['Hola:', line`${when.es} ${es}`] },
  }
}
