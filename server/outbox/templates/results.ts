import { z } from 'zod'
import type { Language } from '#domain/reasons/text.ts'
import type { TemplateScene } from '#server/outbox/templates/templates.ts'
import { line, type MailText } from '#server/outbox/templates/text.ts'

export const portalUpdateRefs = z.strictObject({ portalName: z.string().min(1).max(120) })

/** Something new is in the portal. Says nothing about what: no test, no value, no person (IN-11). */
export function portalUpdate(scene: TemplateScene, refs: z.infer<typeof portalUpdateRefs>): Record<Language, MailText> {
  return {
    en: {
      subject: line`You have an update in ${refs.portalName}`,
      paragraphs: ['Hello,', line`Sign in to ${refs.portalName} to read it.`, 'In an emergency call 911.', line`${scene.practiceName}`],
    },
    es: {
      subject: line`Tiene una novedad en ${refs.portalName}`,
      paragraphs: ['Hola:', line`Entre en ${refs.portalName} para leerla.`, 'En una emergencia llame al 911.', line`${scene.practiceName}`],
    },
  }
}

export const holdEndsRefs = z.strictObject({ hours: z.int().min(1) })

/** A clinician's own hold ends soon. Names no patient and no test. */
export function holdEnds(_scene: TemplateScene, refs: z.infer<typeof holdEndsRefs>): Record<Language, MailText> {
  return {
    en: { subject: 'A hold of yours ends soon', paragraphs: ['Hello,', line`A result that you hold is no longer held in ${refs.hours} hours. Look under Results, "Held, ends soon".`] },
    es: { subject: 'Termina pronto una retención suya', paragraphs: ['Hola:', line`Un resultado que usted retiene deja de estarlo en ${refs.hours} horas. Mire en Resultados, «Retenidos».`] },
  }
}
