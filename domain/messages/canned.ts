import { cannedFields, type CannedField } from '#domain/messages/words.ts'

/** A stretch of a canned reply: plain words, or the place of a field. */
export type CannedPart = { text: string; field: string | null; missing: boolean }

/** The fields of a text, each once, in their order; `known` null: one that only a person can fill. */
export function fieldsOf(text: string): { name: string; known: CannedField | null }[] {
  const names = new Set([...text.matchAll(place)].map((hit) => (hit[1] ?? '').trim()))
  return [...names].map((name) => ({ name, known: cannedFields.find((field) => field === name) ?? null }))
}

/** The text with its fields filled. A field without a value stays a place to be filled, and nothing with one can be sent. */
export function fillCanned(text: string, values: Readonly<Record<string, string | null>>): { text: string; missing: string[]; parts: CannedPart[] } {
  const parts: CannedPart[] = []
  let from = 0
  for (const hit of text.matchAll(place)) {
    const name = (hit[1] ?? '').trim()
    if (hit.index > from) parts.push({ text: text.slice(from, hit.index), field: null, missing: false })
    const value = Object.hasOwn(values, name) ? values[name]?.trim() ?? '' : ''
    parts.push(value === '' ? { text: name, field: name, missing: true } : { text: value, field: name, missing: false })
    from = hit.index + hit[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), field: null, missing: false })
  return {
    parts, missing: [...new Set(parts.flatMap((part) => (part.missing && part.field !== null ? [part.field] : [])))],
    text: parts.map((part) => (part.missing ? `{${part.text}}` : part.text)).join(''),
  }
}

/** The first place in a text that nobody has filled, or null. What is sent has none. */
export function emptyFieldIn(text: string): string | null {
  const hit = place.exec(text)
  place.lastIndex = 0
  return hit ? (hit[1] ?? '').trim() : null
}

/** A field: letters and the like in braces, on one line. */
const place = /\{([^{}\n]{1,80})\}/gu

/** Whether a name is one of the fields that are filled from the record. */
export function isKnownField(name: string): boolean {
  return cannedFields.some((field) => field === name)
}
