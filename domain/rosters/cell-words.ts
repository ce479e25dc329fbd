import { saysNothing } from '#domain/rosters/cells.ts'

/** The words of a list by what they mean, without accents, in lower case. */
function meanings<T extends string>(table: Record<T, string>): ReadonlyMap<string, T> {
  return new Map((Object.keys(table) as T[]).flatMap((meaning) => table[meaning].split(' ').map((word) => [word, meaning] as const)))
}

/** us-core birthsex. */
const sexes = meanings({ F: 'f female woman girl femenino femenina mujer hembra', M: 'm male man boy masculino hombre varon', UNK: 'u unk unknown desconocido' })
/** FHIR administrative gender. */
const genders = meanings({
  female: 'f female woman girl femenino femenina mujer transfemale mtf', male: 'm male man boy masculino hombre varon transmale ftm',
  other: 'o other x nb nonbinary genderqueer nobinario otro otra', unknown: 'u unk unknown desconocido',
})
const answers = meanings({ yes: 'y yes true t 1 x si s verdadero', no: 'n no false f 0 falso' })
/** ISO 639-1, with the names in English and Spanish and the three-letter codes of ISO 639-2. */
const languages = meanings({
  en: 'en eng english ingles', es: 'es spa spanish espanol castellano', zh: 'zh chi zho chinese chino mandarin mandarinchinese cantonese cantones', vi: 'vi vie vietnamese vietnamita',
  ko: 'ko kor korean coreano', ru: 'ru rus russian ruso', ar: 'ar ara arabic arabe', fr: 'fr fre fra french frances', ht: 'ht hat haitian haitiancreole creole criollohaitiano',
  pt: 'pt por portuguese portugues', pl: 'pl pol polish polaco', it: 'it ita italian italiano', de: 'de ger deu german aleman', tl: 'tl tgl tagalog filipino', ja: 'ja jpn japanese japones',
  hi: 'hi hin hindi', ur: 'ur urd urdu', bn: 'bn ben bengali', pa: 'pa pan punjabi panjabi', gu: 'gu guj gujarati', fa: 'fa per fas farsi persian persa', yi: 'yi yid yiddish',
  he: 'he heb hebrew hebreo', el: 'el gre ell greek griego', uk: 'uk ukr ukrainian ucraniano', hy: 'hy arm hye armenian armenio', km: 'km khm khmer', hmn: 'hmn hmong', so: 'so som somali',
  am: 'am amh amharic amarico', haw: 'haw hawaiian hawaiano', ase: 'ase asl americansignlanguage sign', sq: 'sq alb sqi albanian albanes', tr: 'tr tur turkish turco',
})

/** What a word of a roster means; null: nothing is there; `unknown`: a word that is not known, to be shown to a person. */
export type Meaning<T> = { value: T | null } | { unknown: true }

/** Sex at birth as us-core has it. */
export function birthSexOf(text: string): Meaning<string> {
  return meaningOf(sexes, text)
}

/** Administrative gender as FHIR has it. */
export function genderOf(text: string): Meaning<string> {
  return meaningOf(genders, text)
}

/** Yes or no. */
export function yesOrNo(text: string): Meaning<boolean> {
  const meaning = meaningOf(answers, text)
  return 'unknown' in meaning ? meaning : { value: meaning.value === null ? null : meaning.value === 'yes' }
}

/** A language as BCP 47, by its name or code; a region that stands behind a code is kept (es-MX). */
export function languageOf(text: string): Meaning<string> {
  const tag = /^([a-z]{2,3})[-_]([a-z]{2})$/i.exec(text)
  const code = tag && languages.get((tag[1] ?? '').toLowerCase())
  if (tag && code) return { value: `${code}-${(tag[2] ?? '').toUpperCase()}` }
  return meaningOf(languages, text.replace(/\s*[(,;/].*$/, ''))
}

function meaningOf<T extends string>(words: ReadonlyMap<string, T>, text: string): Meaning<T> {
  const word = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const value = words.get(word)
  if (value !== undefined) return { value }
  return saysNothing(text) ? { value: null } : { unknown: true }
}
