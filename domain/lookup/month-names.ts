/** English and Spanish names of the months with the short forms in use, without accents, by month 1–12. */
const spellings: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre', 'set'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
]

const monthByName = new Map(spellings.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

/** The month (1–12) that a word names in English or Spanish, in any case, with or without a final dot; null: none. */
export function monthOf(word: string): number | null {
  return monthByName.get(word.toLowerCase().replace(/\.$/, '')) ?? null
}
