import { z } from 'zod'
import { shownInGroups } from '#domain/enrollment/codes.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { TemplateScene } from '#server/outbox/templates/templates.ts'
import { line, type MailText } from '#server/outbox/templates/text.ts'

/** Words of the portal's own policy at the time of sending: its name, its subject line and whom it names as sender. */
const portalWords = { portalName: z.string().min(1).max(120), subject: z.string().max(200).nullable(), sender: z.string().max(120).nullable() }
export const portalInvitationRefs = z.strictObject({ sendId: z.string().min(1), ...portalWords })
export const portalCodeRefs = z.strictObject({ codeId: z.string().min(1), hours: z.int().min(1).max(24), portalName: portalWords.portalName })
export const portalNameRefs = z.strictObject({ portalName: portalWords.portalName })

/** The invitation (R2, R3): that portal's subject to the letter, a link to a page that opens nothing by being looked at. */
export function portalInvitation(scene: TemplateScene, refs: z.infer<typeof portalInvitationRefs>): Record<Language, MailText> {
  const link = { link: scene.link('p/i', 'portal-invitation', refs.sendId) }
  const sender = refs.sender ?? scene.practiceName
  return {
    en: {
      subject: refs.subject ?? line`You are invited to ${refs.portalName}`,
      paragraphs: [
        'Hello,',
        line`${sender} invites you to an account on ${refs.portalName}. Open this page and ask there for a code:`,
        link,
        'The code comes to this address. You need it and your birth date. You choose your user name and password yourself; nobody at the practice can see them.',
        'If you got several of these mails, only the newest works. If you did not expect it, do nothing.',
        'The portal is for matters that can wait. In an emergency call 911.',
      ],
    },
    es: {
      subject: refs.subject ?? line`Le invitamos a ${refs.portalName}`,
      paragraphs: [
        'Hola:',
        line`${sender} le invita a tener una cuenta en ${refs.portalName}. Abra esta página y pida allí un código:`,
        link,
        'El código llega a esta dirección. Necesita el código y su fecha de nacimiento. Usted elige su usuario y contraseña; nadie de la práctica los ve.',
        'Si recibió varios correos como este, solo sirve el más nuevo. Si no lo esperaba, no haga nada.',
        'El portal es para asuntos que pueden esperar. En una emergencia llame al 911.',
      ],
    },
  }
}

/** The short code that opening an invitation sends. The one mail that carries a secret, good for hours and once (ID-04). */
export function portalCode(scene: TemplateScene, refs: z.infer<typeof portalCodeRefs>): Record<Language, MailText> {
  const code = shownInGroups(scene.code('activation-code', refs.codeId))
  return {
    en: {
      subject: line`Your code for ${refs.portalName}`,
      paragraphs: [
        'Hello,', 'Type this code on the page that you have open:', code,
        line`It works once, together with your birth date, for ${refs.hours} hours. Nobody from the practice will ever ask you for it.`,
        'If you did not ask for it, do nothing and tell the practice.',
      ],
    },
    es: {
      subject: line`Su código para ${refs.portalName}`,
      paragraphs: [
        'Hola:', 'Escriba este código en la página que tiene abierta:', code,
        line`Sirve una vez, junto con su fecha de nacimiento, durante ${refs.hours} horas. Nadie de la práctica se lo pedirá nunca.`,
        'Si usted no lo pidió, no haga nada y avise a la práctica.',
      ],
    },
  }
}

/** Told at every own address when a desk has shown a code (ID-04): whoever did not stand there calls. */
export function portalCodeShown(scene: TemplateScene, refs: z.infer<typeof portalNameRefs>): Record<Language, MailText> {
  return {
    en: {
      subject: line`An account is being set up at ${scene.practiceName}`,
      paragraphs: [
        'Hello,', line`A desk of ${scene.practiceName} has just handed out a code for your account on ${refs.portalName}, after looking at a photo document.`,
        'If that was you, there is nothing to do. If it was not, call the practice now, at the number that you know.', 'This mail has no link on purpose.',
      ],
    },
    es: {
      subject: line`Se está preparando una cuenta en ${scene.practiceName}`,
      paragraphs: [
        'Hola:', line`Una ventanilla de ${scene.practiceName} acaba de entregar un código para su cuenta en ${refs.portalName}, tras mirar un documento con foto.`,
        'Si fue usted, no tiene que hacer nada. Si no lo fue, llame ahora a la práctica, al número que usted conoce.', 'Este correo no lleva enlaces a propósito.',
      ],
    },
  }
}

/** Told at every own address when an account has become active (ID-07). */
export function portalAccountActive(scene: TemplateScene, refs: z.infer<typeof portalNameRefs>): Record<Language, MailText> {
  return {
    en: {
      subject: line`Your account at ${scene.practiceName} is active`,
      paragraphs: [
        'Hello,', line`Your account on ${refs.portalName} is active. You can sign in with the user name and password that you chose.`,
        'If you did not set it up, call the practice now, at the number that you know.', 'This mail has no link on purpose.',
      ],
    },
    es: {
      subject: line`Su cuenta en ${scene.practiceName} está activa`,
      paragraphs: [
        'Hola:', line`Su cuenta en ${refs.portalName} está activa. Puede entrar con el usuario y la contraseña que eligió.`,
        'Si usted no la preparó, llame ahora a la práctica, al número que usted conoce.', 'Este correo no lleva enlaces a propósito.',
      ],
    },
  }
}
