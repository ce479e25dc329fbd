import { components, partOf, repetitions, wholeText, type Segment } from '#domain/hl7/message.ts'
import type { Coding } from '#domain/results/categories.ts'

/** What an OBX says. `attachment`: a document that came along, of which only kind and size are kept. */
export type ObservedValue =
  | { kind: 'number'; text: string; comparator: '<' | '<=' | '>' | '>=' | null; number: number }
  | { kind: 'coded'; text: string; codings: Coding[] }
  | { kind: 'text'; text: string }
  | { kind: 'attachment'; text: string; mediaType: string; bytes: number }
  | { kind: 'none'; text: '' }

/** A number as it is written, nothing around it. */
const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** The value of an OBX by its type (OBX-2). A type that is not known is read as text; NM that is no number as well. */
export function valueOf(obx: Segment): ObservedValue {
  const type = partOf(obx, repetitions(obx, 2)[0] ?? '', 1)
  const [first] = repetitions(obx, 5)
  if (first === undefined) return { kind: 'none', text: '' }
  switch (type) {
    case 'NM': return numberOr(wholeText(obx, 5), null)
    case 'SN': return structured(obx, first)
    case 'CE': case 'CWE': case 'CNE': case 'CF': return coded(obx)
    case 'ED': return attachment(obx, first)
    case 'RP': return { kind: 'attachment', text: partOf(obx, first, 1), mediaType: [partOf(obx, first, 3), partOf(obx, first, 4)].filter((one) => one !== '').join('/'), bytes: 0 }
    default: return { kind: 'text', text: wholeText(obx, 5) }
  }
}

function numberOr(text: string, comparator: Extract<ObservedValue, { kind: 'number' }>['comparator']): ObservedValue {
  const written = text.trim()
  return plainNumber.test(written) && Number.isFinite(Number(written))
    ? { kind: 'number', text: `${comparator ?? ''}${written}`, comparator, number: Number(written) }
    : { kind: 'text', text: `${comparator ?? ''}${written}` }
}

/** SN: `<^100`, `^10^-^20`, `^1^:^128`. A range or a ratio is text: it is no single number. */
function structured(obx: Segment, raw: string): ObservedValue {
  const [comparator, first, separator, second] = [1, 2, 3, 4].map((place) => partOf(obx, raw, place))
  if (!separator && !second) {
    const sign = (['<', '<=', '>', '>='] as const).find((one) => one === comparator) ?? null
    return sign === null && comparator !== '' && comparator !== '=' ? { kind: 'text', text: `${comparator ?? ''}${first ?? ''}` } : numberOr(first ?? '', sign)
  }
  return { kind: 'text', text: [comparator, first, separator, second].join('') }
}

function coded(obx: Segment): ObservedValue {
  const all = repetitions(obx, 5).map((one) => codingsOf(obx, one))
  const words = all.map((codings, place) => wordsOf(obx, repetitions(obx, 5)[place] ?? '', codings))
  return { kind: 'coded', text: words.filter((one) => one !== '').join('; '), codings: all.flat() }
}

function wordsOf(obx: Segment, raw: string, codings: readonly Coding[]): string {
  const original = partOf(obx, raw, 9)
  return codings.find((one) => one.display)?.display ?? (original === '' ? codings.find((one) => one.code)?.code ?? '' : original)
}

function attachment(obx: Segment, raw: string): ObservedValue {
  const parts = components(obx, raw)
  const data = parts[4] ?? ''
  const bytes = parts[3]?.toLowerCase() === 'base64' ? Math.floor((data.replaceAll(/[\s=]/g, '').length * 3) / 4) : data.length
  const mediaType = [partOf(obx, raw, 2), partOf(obx, raw, 3)].filter((one) => one !== '').join('/') || 'application/octet-stream'
  return { kind: 'attachment', text: '', mediaType, bytes }
}

/** The codings of a CE or CWE: its own, the alternate, the second alternate. Empty ones are left out. */
export function codingsOf(segment: Segment, raw: string): Coding[] {
  return [[1, 2, 3], [4, 5, 6], [10, 11, 12]].flatMap(([code = 0, display = 0, system = 0]) => {
    const coding = { code: partOf(segment, raw, code) || null, display: partOf(segment, raw, display) || null, system: partOf(segment, raw, system) || null }
    return coding.code === null && coding.display === null ? [] : [coding]
  })
}
