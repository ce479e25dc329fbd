import type { ReasonText } from '#domain/reasons/text.ts'

/** The state of the machine itself: its record, its storage. */
export const operationsReasons = {
  VERIFY_RUNNING: {
    rule: 'AV-03',
    en: { message: 'The record is being checked already.', next: 'Wait for that result; it will show here.' },
    es: { message: 'El registro ya se está verificando.', next: 'Espere ese resultado; aparecerá aquí.' },
  },
  READ_ONLY: {
    rule: 'DU-08',
    en: {
      message: 'A check found damage in the practice’s data. Nothing can be changed until it is mended; what is stored can still be read.',
      next: 'Tell your administrator now. Note on paper what cannot wait.',
    },
    es: {
      message: 'Una revisión encontró daños en los datos del consultorio. No se puede cambiar nada hasta repararlos; lo guardado aún se puede leer.',
      next: 'Avise ahora a su administrador. Anote en papel lo que no pueda esperar.',
    },
  },
} as const satisfies Record<string, ReasonText>
