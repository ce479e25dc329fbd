import { z } from 'zod'
import type { Language } from '#domain/reasons/text.ts'
import type { TemplateScene } from '#server/outbox/templates/templates.ts'
import { line, type MailText } from '#server/outbox/templates/text.ts'

const id = z.string().min(1).max(100)
const portalName = z.string().min(1).max(120)

export const proofRefs = z.strictObject({ proofId: id, contactId: id, portalName })

/** What the link to prove a mailbox is derived for; likewise the two below. */
export const PROOF_PURPOSE = 'recovery-proof'
export const RESET_PURPOSE = 'recovery-reset'
export const NOT_ME_PURPOSE = 'recovery-not-me'

/** Shows who reads this mailbox. Opens nothing by itself. */
export function recoveryProof(scene: TemplateScene, refs: z.infer<typeof proofRefs>): Record<Language, MailText> {
  const link = { link: scene.link('p/recover', PROOF_PURPOSE, refs.proofId) }
  return {
    en: {
      subject: line`Is it you who is calling ${scene.practiceName}?`,
      paragraphs: [
        'Hello,', line`Somebody is calling ${scene.practiceName} about a sign-in to ${refs.portalName}. If it is you, open this link and type your birth date:`, link,
        'The link works once, for one hour. Read it to nobody: nobody at the practice asks for it.', 'If you are not calling, open it and say so, or do nothing. Nothing is opened then.',
      ],
    },
    es: {
      subject: line`¿Es usted quien llama a ${scene.practiceName}?`,
      paragraphs: [
        'Hola:', line`Alguien llama a ${scene.practiceName} por el acceso a ${refs.portalName}. Si es usted, abra este enlace y escriba su fecha de nacimiento:`, link,
        'El enlace sirve una vez, durante una hora. No se lo lea a nadie: nadie de la práctica se lo pide.', 'Si no está llamando, ábralo y dígalo, o no haga nada. Entonces no se abre nada.',
      ],
    },
  }
}

export const resetRefs = z.strictObject({ resetId: id, contactId: id, portalName })

/** Carries the link by which the patient chooses a new password. The one mail that holds it. */
export function recoveryReset(scene: TemplateScene, refs: z.infer<typeof resetRefs>): Record<Language, MailText> {
  const link = { link: scene.link('p/reset', RESET_PURPOSE, refs.resetId) }
  return {
    en: {
      subject: line`Choose a new password for ${refs.portalName}`,
      paragraphs: [
        'Hello,', 'Open this link and choose a new password. It asks for your birth date:', link,
        'The link works once, within 24 hours. Nobody at the practice can see it, or the password that you choose.', 'If you did not ask for it, do not use it. Another mail says how to stop it.',
      ],
    },
    es: {
      subject: line`Elija una contraseña nueva para ${refs.portalName}`,
      paragraphs: [
        'Hola:', 'Abra este enlace y elija una contraseña nueva. Le pedirá su fecha de nacimiento:', link,
        'El enlace sirve una vez, en 24 horas. Nadie de la práctica lo ve, ni la contraseña que elija.', 'Si no lo pidió, no lo use. Otro correo dice cómo detenerlo.',
      ],
    },
  }
}

export const userNameRefs = z.strictObject({ contactId: id, userName: z.string().min(1).max(80), portalName })

export function recoveryUserName(_scene: TemplateScene, refs: z.infer<typeof userNameRefs>): Record<Language, MailText> {
  return {
    en: { subject: line`Your user name for ${refs.portalName}`, paragraphs: ['Hello,', line`Your user name is: ${refs.userName}`, 'Nobody at the practice asks for your password.'] },
    es: { subject: line`Su usuario de ${refs.portalName}`, paragraphs: ['Hola:', line`Su usuario es: ${refs.userName}`, 'Nadie de la práctica le pide su contraseña.'] },
  }
}

export const noticeKinds = ['user-name', 'unlocked', 'reset', 'sessions', 'enrollment', 'second-factor', 'password', 'incident'] as const
export const noticeRefs = z.strictObject({ noticeId: id, what: z.enum(noticeKinds), portalName })

const what: Record<(typeof noticeKinds)[number], Record<Language, string>> = {
  'user-name': { en: 'The user name was sent to an e-mail on file.', es: 'Se envió el usuario a un correo registrado.' },
  unlocked: { en: 'The sign-in was unlocked.', es: 'Se desbloqueó el acceso.' },
  reset: { en: 'A link to choose a new password was sent to an e-mail on file.', es: 'Se envió a un correo registrado un enlace para elegir otra contraseña.' },
  sessions: { en: 'Open sessions were ended.', es: 'Se cerraron las sesiones abiertas.' },
  enrollment: { en: 'An invitation was sent to an e-mail on file.', es: 'Se envió una invitación a un correo registrado.' },
  'second-factor': { en: 'A lost second factor was removed.', es: 'Se quitó un segundo factor perdido.' },
  password: { en: 'A new password was chosen.', es: 'Se eligió una contraseña nueva.' },
  incident: { en: 'The practice is looking at what was done to the sign-in, and may have closed it for now.', es: 'La práctica revisa lo que se hizo con el acceso y puede haberlo cerrado por ahora.' },
}

/** Tells every own address what was done, at once, and how to stop it (ID-07). Names nobody. */
export function recoveryNotice(scene: TemplateScene, refs: z.infer<typeof noticeRefs>): Record<Language, MailText> {
  const link = { link: scene.link('p/not-me', NOT_ME_PURPOSE, refs.noticeId) }
  return {
    en: {
      subject: line`Something was done to a sign-in for ${refs.portalName}`,
      paragraphs: ['Hello,', what[refs.what].en, 'If that was you, or you know of it, there is nothing to do.', 'If this was not you, open this link. It closes the sign-in at once, and the practice looks into it:', link, 'It works for 30 days.'],
    },
    es: {
      subject: line`Se hizo algo con un acceso a ${refs.portalName}`,
      paragraphs: ['Hola:', what[refs.what].es, 'Si fue usted, o lo sabe, no tiene que hacer nada.', 'Si no fue usted, abra este enlace. Cierra el acceso al instante y la práctica lo revisa:', link, 'Sirve durante 30 días.'],
    },
  }
}

export const alertRefs = z.strictObject({ incidentId: id, kind: z.enum(['recovery-stopped', 'not-me', 'reset-by-two']), at: z.iso.datetime() })

const alerts: Record<z.infer<typeof alertRefs>['kind'], Record<Language, string>> = {
  'recovery-stopped': { en: 'A call was stopped safely: an impostor is suspected.', es: 'Se detuvo una llamada con seguridad: se sospecha suplantación.' },
  'not-me': { en: 'A patient has said “this was not me”. The sign-in is closed.', es: 'Un paciente dijo «no fui yo». El acceso está cerrado.' },
  'reset-by-two': { en: 'Two persons decided about a way back into an account.', es: 'Dos personas decidieron sobre la vuelta a una cuenta.' },
}

/** Tells the privacy officers at once. Whose account and by whom is on the Incidents page alone. */
export function recoveryAlert(scene: TemplateScene, refs: z.infer<typeof alertRefs>): Record<Language, MailText> {
  return {
    en: { subject: line`An incident at ${scene.practiceName}`, paragraphs: [line`Hello ${scene.personName},`, alerts[refs.kind].en, line`At ${refs.at}. It is on the Incidents page of the portal desk, under number ${refs.incidentId}.`] },
    es: { subject: line`Un incidente en ${scene.practiceName}`, paragraphs: [line`Hola, ${scene.personName}:`, alerts[refs.kind].es, line`A las ${refs.at}. Está en la página Incidentes de la consola, con el número ${refs.incidentId}.`] },
  }
}
