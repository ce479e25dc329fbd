import { z } from 'zod'
import type { Language } from '#domain/reasons/text.ts'
import type { TemplateScene } from '#server/outbox/templates/templates.ts'
import { line, type MailText } from '#server/outbox/templates/text.ts'

export const invitationRefs = z.strictObject({ invitationId: z.string().min(1) })

/** Asks a new staff member to join, with the link that works once. */
export function staffInvitation(scene: TemplateScene, refs: z.infer<typeof invitationRefs>): Record<Language, MailText> {
  const link = { link: scene.link('join', 'staff-invitation', refs.invitationId) }
  return {
    en: {
      subject: line`Your invitation to the portal desk of ${scene.practiceName}`,
      paragraphs: [
        line`Hello ${scene.personName},`,
        line`${scene.practiceName} invites you to its portal desk. Open this link to choose your password and set up your second factor:`,
        link,
        'The link works once and for a limited time. Nobody at the practice can see it. If it no longer works, ask your administrator for a new one.',
        'If you did not expect this, do nothing.',
      ],
    },
    es: {
      subject: line`Su invitación al portal de ${scene.practiceName}`,
      paragraphs: [
        line`Hola, ${scene.personName}:`,
        line`${scene.practiceName} le invita a la consola de su portal. Abra este enlace para elegir su contraseña y preparar su segundo factor:`,
        link,
        'El enlace funciona una sola vez y por tiempo limitado. Nadie en la práctica puede verlo. Si ya no funciona, pida otro a su administrador.',
        'Si no lo esperaba, no haga nada.',
      ],
    },
  }
}

/** Lets a person whose second factor was reset by two others set up a new one. */
export function staffSecondFactorReset(scene: TemplateScene, refs: z.infer<typeof invitationRefs>): Record<Language, MailText> {
  const link = { link: scene.link('join', 'staff-invitation', refs.invitationId) }
  return {
    en: {
      subject: line`Set up your second factor again at ${scene.practiceName}`,
      paragraphs: [
        line`Hello ${scene.personName},`,
        'Two people at the practice have reset your second factor, and your sessions have ended. Open this link and set up a new one with your password:',
        link,
        'The link works once and for a limited time. If you did not ask for this, call your privacy officer now.',
      ],
    },
    es: {
      subject: line`Prepare de nuevo su segundo factor en ${scene.practiceName}`,
      paragraphs: [
        line`Hola, ${scene.personName}:`,
        'Dos personas de la práctica han restablecido su segundo factor y sus sesiones han terminado. Abra este enlace y prepare uno nuevo con su contraseña:',
        link,
        'El enlace funciona una sola vez y por tiempo limitado. Si no lo pidió, llame ahora a su responsable de privacidad.',
      ],
    },
  }
}

/** Lets a person whose forgotten password was reset by two others choose a new one. */
export function staffPasswordReset(scene: TemplateScene, refs: z.infer<typeof invitationRefs>): Record<Language, MailText> {
  const link = { link: scene.link('join', 'staff-invitation', refs.invitationId) }
  return {
    en: {
      subject: line`Choose a new password at ${scene.practiceName}`,
      paragraphs: [
        line`Hello ${scene.personName},`,
        'Two people at the practice have reset your password, and your sessions have ended. Open this link and choose a new one; have your second factor at hand:',
        link,
        'The link works once and for a limited time. If you did not ask for this, call your privacy officer now.',
      ],
    },
    es: {
      subject: line`Elija una contraseña nueva en ${scene.practiceName}`,
      paragraphs: [
        line`Hola, ${scene.personName}:`,
        'Dos personas de la práctica han restablecido su contraseña y sus sesiones han terminado. Abra este enlace y elija otra; tenga a mano su segundo factor:',
        link,
        'El enlace funciona una sola vez y por tiempo limitado. Si no lo pidió, llame ahora a su responsable de privacidad.',
      ],
    },
  }
}

export const accountChangedRefs = z.strictObject({
  change: z.enum(['password', 'second-factor', 'recovery-codes', 'recovery-code-used', 'roles', 'enabled']),
})
type AccountChange = z.infer<typeof accountChangedRefs>['change']

const changes: Record<AccountChange, Record<Language, string>> = {
  password: { en: 'Your password was changed.', es: 'Se cambió su contraseña.' },
  'second-factor': { en: 'A new second factor was set up for you.', es: 'Se preparó un nuevo segundo factor para usted.' },
  'recovery-codes': { en: 'New recovery codes were made; the old ones no longer work.', es: 'Se crearon nuevos códigos de recuperación; los anteriores ya no sirven.' },
  'recovery-code-used': { en: 'One of your recovery codes was used to sign in.', es: 'Se usó uno de sus códigos de recuperación para entrar.' },
  roles: { en: 'Your roles were changed, and your sessions have ended.', es: 'Se cambiaron sus funciones y sus sesiones han terminado.' },
  enabled: { en: 'Your account can be used again.', es: 'Su cuenta se puede usar de nuevo.' },
}

/** Tells a person what changed about their own way in, so that a stranger's change is noticed (AU-14). */
export function staffAccountChanged(scene: TemplateScene, refs: z.infer<typeof accountChangedRefs>): Record<Language, MailText> {
  return {
    en: {
      subject: line`Your account at ${scene.practiceName} has changed`,
      paragraphs: [
        line`Hello ${scene.personName},`,
        changes[refs.change].en,
        'If that was you, or you know of it, there is nothing to do. If not, call your privacy officer now.',
      ],
    },
    es: {
      subject: line`Su cuenta en ${scene.practiceName} ha cambiado`,
      paragraphs: [
        line`Hola, ${scene.personName}:`,
        changes[refs.change].es,
        'Si fue usted, o lo sabe, no tiene que hacer nada. Si no, llame ahora a su responsable de privacidad.',
      ],
    },
  }
}
