import { expect, test } from 'vitest'
import { roleNames } from '#domain/role-names.ts'
import { roles } from '#domain/roles.ts'
import { effectLine, effectSentence, effectSentences, rolesInWords, type EffectKey } from '#domain/two-person-effects.ts'

const keys = Object.keys(effectSentences) as EffectKey[]
const placesOf = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))

test('AZ-06: the approver reads exactly what will happen, in either language', () => {
  const line = effectLine('staff.roles.to', { name: 'Ana Ruiz', roles: 'manager,privacy-officer' })
  expect(effectSentence(line, 'en')).toBe('Then Ana Ruiz has: practice manager, privacy officer.')
  expect(effectSentence(line, 'es')).toBe('Después Ana Ruiz tiene: gerencia, responsable de privacidad.')
  expect(effectSentence(effectLine('staff.kind', { kind: 'clinical-staff' }), 'es')).toBe('Como personal médico: personal clínico.')
})

test('both languages name the same facts, and neither is the other', () => {
  for (const key of keys) {
    const { en, es } = effectSentences[key]
    expect([key, placesOf(en)]).toEqual([key, placesOf(es)])
    expect(en).not.toBe(es)
  }
})

test('a fact that is missing stays visible as a place, and a name is never read as a place', () => {
  expect(effectSentence({ key: 'staff.enable', values: {} }, 'en')).toBe('{name} can sign in again.')
  expect(effectSentence(effectLine('staff.enable', { name: '{email}' }), 'en')).toBe('{email} can sign in again.')
})

test('every role has a name in each language; a word that is no role is left out', () => {
  for (const role of roles) expect(roleNames[role].en).not.toBe(roleNames[role].es)
  expect(rolesInWords('helpline,king,manager', 'en')).toBe('helpline, practice manager')
  expect(rolesInWords('', 'en')).toBe('')
})
