import type { Language } from '#domain/reasons/text.ts'
import type { ClinicianKind, Role } from '#domain/roles.ts'

/** What a role is called in a sentence. */
export const roleNames: Record<Role, Record<Language, string>> = {
  'front-desk': { en: 'front desk', es: 'recepción' },
  helpline: { en: 'helpline', es: 'línea de ayuda' },
  clinician: { en: 'clinician', es: 'personal médico' },
  manager: { en: 'practice manager', es: 'gerencia' },
  'privacy-officer': { en: 'privacy officer', es: 'responsable de privacidad' },
  administrator: { en: 'administrator', es: 'administración' },
}

/** What the two kinds of clinicians are called in a sentence. */
export const clinicianKindNames: Record<ClinicianKind, Record<Language, string>> = {
  prescriber: { en: 'prescriber', es: 'prescriptor' },
  'clinical-staff': { en: 'clinical staff', es: 'personal clínico' },
}
