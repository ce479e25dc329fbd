import type { Basis, LegalStatusKind, Relationship } from '#domain/access/bases.ts'
import type { Language } from '#domain/reasons/text.ts'
import { actNames, wayNames } from '#domain/recovery/names.ts'

type Names = Record<Language, string>

/** How a relationship is called. */
export const relationshipNames: Record<Relationship, Names> = {
  mother: { en: 'mother', es: 'madre' }, father: { en: 'father', es: 'padre' }, parent: { en: 'parent', es: 'madre o padre' },
  'step-parent': { en: 'step-parent', es: 'padrastro o madrastra' }, 'foster-parent': { en: 'foster parent', es: 'acogedor' }, guardian: { en: 'guardian', es: 'tutor' },
  agency: { en: 'agency', es: 'agencia' }, grandparent: { en: 'grandparent', es: 'abuelo o abuela' }, spouse: { en: 'spouse', es: 'cónyuge' }, partner: { en: 'partner', es: 'pareja' },
  'adult-child': { en: 'adult child', es: 'hijo o hija adulta' }, sibling: { en: 'sibling', es: 'hermano o hermana' }, caregiver: { en: 'caregiver', es: 'cuidador' },
  attorney: { en: 'attorney', es: 'apoderado' }, executor: { en: 'executor', es: 'albacea' }, other: { en: 'other', es: 'otra' },
}

/** How a basis is called. */
export const basisNames: Record<Basis, Names> = {
  parent: { en: 'parent of a minor', es: 'madre o padre de un menor' }, 'guardian-of-minor': { en: 'guardian of a minor', es: 'tutor de un menor' },
  'custody-order': { en: 'custody order', es: 'orden de custodia' }, 'state-agency': { en: 'state custody', es: 'custodia del estado' },
  'teen-consent': { en: 'the teen’s own consent', es: 'consentimiento del propio adolescente' }, 'diminished-capacity': { en: 'diminished capacity', es: 'capacidad disminuida' },
  'adult-consent': { en: 'the patient’s consent', es: 'consentimiento del paciente' }, 'health-care-proxy': { en: 'health-care proxy', es: 'poder para la atención médica' },
  'power-of-attorney': { en: 'power of attorney', es: 'poder notarial' }, 'adult-guardian': { en: 'guardian of an adult', es: 'tutor de un adulto' }, executor: { en: 'executor', es: 'albacea' },
}

/** How a legal status is called. */
export const statusNames: Record<LegalStatusKind, Names> = {
  emancipated: { en: 'emancipated', es: 'emancipado' }, married: { en: 'married minor', es: 'menor casado' }, 'minor-parent': { en: 'minor parent', es: 'madre o padre menor' },
  'state-custody': { en: 'in state custody', es: 'bajo custodia del estado' }, adopted: { en: 'adopted', es: 'adoptado' },
  'adult-guardianship': { en: 'adult under guardianship', es: 'adulto bajo tutela' }, 'diminished-capacity': { en: 'diminished capacity', es: 'capacidad disminuida' },
}

/** A code in words, whichever of the tables knows it; itself where none does. */
export function inWords(code: string, language: Language): string {
  const tables: Record<string, Names>[] = [relationshipNames, basisNames, statusNames, actNames, wayNames]
  return tables.find((table) => Object.hasOwn(table, code))?.[code]?.[language] ?? code
}
