import { z } from 'zod'
import type { Language } from '#domain/reasons/text.ts'
import type { TemplateScene } from '#server/outbox/templates/templates.ts'
import { line, type MailText } from '#server/outbox/templates/text.ts'

export const contactChangedRefs = z.strictObject({ contact: z.enum(['email', 'phone']) })

const what: Record<z.infer<typeof contactChangedRefs>['contact'], Record<Language, string>> = {
  email: { en: 'an e-mail address', es: 'una dirección de correo' },
  phone: { en: 'a phone number', es: 'un número de teléfono' },
}

/** Tells a person at the old and the new address that a contact of theirs was changed (ID-03). Names nobody and no value. */
export function contactChanged(scene: TemplateScene, refs: z.infer<typeof contactChangedRefs>): Record<Language, MailText> {
  return {
    en: {
      subject: line`Your contact details at ${scene.practiceName} were changed`,
      paragraphs: [
        'Hello,',
        line`${scene.practiceName} has changed ${what[refs.contact].en} that it keeps for you, at a desk, today.`,
        'If you asked for this, there is nothing to do. If you did not, call the practice now, at the number that you know.',
        'This mail has no link on purpose. Nobody from the practice asks for your password.',
      ],
    },
    es: {
      subject: line`Sus datos de contacto en ${scene.practiceName} han cambiado`,
      paragraphs: [
        'Hola:',
        line`${scene.practiceName} ha cambiado hoy, en ventanilla, ${what[refs.contact].es} que guarda de usted.`,
        'Si usted lo pidió, no tiene que hacer nada. Si no lo pidió, llame ahora a la práctica, al número que usted conoce.',
        'Este correo no lleva enlaces a propósito. Nadie de la práctica le pide su contraseña.',
      ],
    },
  }
}
