import { z } from 'zod'
import type { Language } from '#domain/reasons/text.ts'
import type { TemplateScene } from '#server/outbox/templates/templates.ts'
import { line, type MailText } from '#server/outbox/templates/text.ts'

export const breakGlassRefs = z.strictObject({ breakGlassId: z.string().min(1), openedAt: z.iso.datetime() })

/** Tells the privacy officer at once that a closed chart was opened (AZ-08). Whose, by whom and why is in the audit alone. */
export function breakGlassOpened(scene: TemplateScene, refs: z.infer<typeof breakGlassRefs>): Record<Language, MailText> {
  return {
    en: {
      subject: line`A closed chart was opened at ${scene.practiceName}`,
      paragraphs: [
        line`Hello ${scene.personName},`,
        line`A closed chart was opened by break-glass at ${refs.openedAt}. It closes by itself after 60 minutes.`,
        line`Who opened it and why is on the Audit page of the portal desk, under number ${refs.breakGlassId}.`,
      ],
    },
    es: {
      subject: line`Se abrió un expediente cerrado en ${scene.practiceName}`,
      paragraphs: [
        line`Hola, ${scene.personName}:`,
        line`Se abrió un expediente cerrado con acceso de urgencia a las ${refs.openedAt}. Se cierra solo a los 60 minutos.`,
        line`Quién lo abrió y por qué está en la página Auditoría de la consola, con el número ${refs.breakGlassId}.`,
      ],
    },
  }
}
