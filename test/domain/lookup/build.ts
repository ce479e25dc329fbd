import type { Hit } from '#domain/lookup/hits.ts'
import { parseQuery } from '#domain/lookup/parse-query.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'

export const today = '2025-11-22'
export const english = { today, order: 'month-first' } as const

/** The query of a text that must be one. */
export function queryOf(text: string): LookupQuery {
  const query = parseQuery(text, english)
  if (query.kind !== 'search') throw new Error(`"${text}" is ${query.kind}`)
  return query
}

/** Somebody as a search finds them: "Given Family", born, with what the test says. */
export function buildHit(name: string, facts: Partial<Hit> = {}): Hit {
  const [given = '', ...family] = name.split('|')
  return {
    id: name, names: [{ family: family.join(' '), given, use: 'legal' }], birthDate: '2004-03-01', mrns: [], phones: [], emails: [], ...facts,
  }
}
