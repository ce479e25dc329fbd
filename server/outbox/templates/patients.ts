import { z } from 'zod'
import type { Language } from '#domain/reasons/text.ts'
import type { TemplateScene } from '#server/outbox/templates/templates.ts'
import { line, type MailText } from '#server/outbox/templates/text.ts'

export const contactChangedRefs = z.strictObject({
  contact: z.enum(['email', 'phone']), by: z.enum(['desk', 'feed']).default('desk'),
})

const what: Record<z.infer<typeof contactChangedRefs>['contact'], Record<Language, string>> = {
  email: { en: 'an e-mail address', es: 'una dirección de correo' },
  phone: { en: 'a phone number', es: 'un número de teléfono' },
}

const where: Record<z.infer<typeof contactChangedRefs>['by'], Record<Language, string>> = {
  desk: { en: 'at a desk', es: 'en ventanilla' },
  feed: { en: 'from the records that it receives', es: 'según los registros que recibe' },
}

/** Tells a person at the old and the new address that a contact of theirs was changed (ID-03). Names nobody and no value. */
export function contactChanged(scene: TemplateScene, refs: z.infer<typeof contactChangedRefs>): Record<Language, MailText> {
  return {
    en: {
      subject: line`Your contact details at ${scene.practiceName} were changed`,
      paragraphs: [
        'Hello,',
        line`${scene.practiceName} has changed ${what[refs.contact].en} that it keeps for you, ${where[refs.by].en}.`,
        'If this is right, there is nothing to do. If it is not, call the practice now, at the number that you know, and say: “This was not me.”',
        'Nothing of your portal account is reset through the new contact for 72 hours.',
        'This mail has no link on purpose. Nobody from the practice asks for your password.',
      ],
    },
    es: {
      subject: line`Sus datos de contacto en ${scene.practiceName} han cambiado`,
      paragraphs: [
        'Hola:',
        line`${scene.practiceName} ha cambiado ${what[refs.contact].es} que guarda de usted, ${where[refs.by].es}.`,
        'Si es correcto, no tiene que hacer nada. Si no lo es, llame ahora a la práctica, al número que usted conoce, y diga: «No fui yo».',
        'Durante 72 horas no se restablece nada de su cuenta del portal con el contacto nuevo.',
        'Este correo no lleva enlaces a propósito. Nadie de la práctica le pide su contraseña.',
      ],
    },
  }
}
