import { expect, test } from 'vitest'
import { shippedPortals } from '#domain/policies/shipped-portals.ts'
import { hasPolicyWord, parameterWords, policyWord, valueWords } from '#client/portals/policy-words.ts'
import { parametersOf } from '#client/ui/parameters.ts'

/** Values that stand for themselves: numbers, dates, addresses, laws, and texts as the portals publish them. */
const ownWords = new Set(['id', 'name', 'en', 'es', 'state', 'citedLaw', 'subject', 'sender', 'phone', 'tty', 'email', 'address', 'oldRoute', 'newRoute', 'socialProviders', 'fromPortalIds', 'toPortalId'])
const isPlain = (value: string) => /^[\d:.–-]*$|^https?:/.test(value)

const shown = shippedPortals.flatMap((portal) => portal.versions).flatMap((version) =>
  Object.values(version).flatMap((group: unknown) => {
    if (typeof group !== 'object' || group === null || !('notes' in group)) return []
    const { notes: _, ...parameters } = group
    return parametersOf(parameters)
  }))

test('every parameter of the shipped policies has words in both languages, and so has every code that it takes', () => {
  expect(shown.length).toBeGreaterThan(300)
  const names = new Set(shown.flatMap(({ name }) => name.split('.')).filter((part) => !/^\d+$/.test(part)))
  expect([...names].filter((name) => !hasPolicyWord(name))).toEqual([])
  const codes = new Set(shown.filter(({ name }) => !ownWords.has(name.split('.').at(-1) ?? '')).flatMap(({ value }) => value.split(', ')).filter((one) => !isPlain(one)))
  expect([...codes].filter((code) => !hasPolicyWord(code))).toEqual([])
})

test('a parameter is said from the outer to the inner, a list of codes one by one, and what has no words as it is', () => {
  expect(parameterWords('cutOver.bills.oldPaySite', 'en')).toBe('Cut-over · bills · old pay site')
  expect(parameterWords('points.2.hours.mon.1.opens', 'es')).toBe('Contacto · 2 · horario · lunes · 1 · abre')
  expect(valueWords('terms, hipaa-agreement, code', 'es')).toBe('condiciones, acuerdo HIPAA, código')
  expect(valueWords('10 NYCRR 23.4', 'en')).toBe('10 NYCRR 23.4')
  expect(policyWord('toString', 'en')).toBe('toString')
})
