import type { ReasonFacts } from '#domain/decision.ts'
import type { ReasonCode } from '#domain/reasons.ts'

/** The characters that a message says it separates with (MSH-1 and MSH-2). */
export type Separators = { field: string; component: string; repetition: string; escape: string; subcomponent: string }

/** One segment. Fields count as in the standard: `field(3)` is the third; MSH-1 is the separator itself. */
export type Segment = { name: string; line: number; fields: readonly string[]; separators: Separators }

/** A message cut into segments, or why it cannot be read. */
export type Parsed<T> = { read: T } | { refused: ReasonCode; facts?: ReasonFacts }

/** Longest message, in characters, and most segments of one. */
const LONGEST_MESSAGE = 8 * 1024 * 1024
const MOST_SEGMENTS = 20_000

/**
 * Cuts an HL7 v2 message into segments. Lines end in CR, LF or CRLF; empty ones and whatever stands before MSH (a byte
 * order mark, a batch's envelope) are left out. The separators are the message's own.
 */
export function parseMessage(text: string): Parsed<Segment[]> {
  if (text.length > LONGEST_MESSAGE) return { refused: 'HL7_TOO_LONG', facts: { megabytes: LONGEST_MESSAGE / 1024 / 1024 } }
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const begins = lines.findIndex((line) => line.startsWith('MSH'))
  if (begins < 0) return { refused: 'HL7_NO_HEADER' }
  const separators = separatorsOf(lines[begins] ?? '')
  if (!separators) return { refused: 'HL7_SEPARATORS' }
  const segments: Segment[] = []
  for (const [place, line] of lines.entries()) {
    if (place < begins || line.trim() === '') continue
    const name = line.slice(0, 3)
    if (name === 'MSH' && segments.length > 0) return { refused: 'HL7_SEVERAL_MESSAGES' }
    if (['BTS', 'FTS'].includes(name)) continue
    if (!/^[A-Z][A-Z0-9]{2}$/.test(name) || (line.length > 3 && line[3] !== separators.field)) return { refused: 'HL7_SEGMENT', facts: { line: place + 1 } }
    const parts = line.split(separators.field)
    const fields = name === 'MSH' ? [separators.field, ...parts.slice(1)] : parts.slice(1)
    segments.push({ name, line: place + 1, fields, separators })
    if (segments.length > MOST_SEGMENTS) return { refused: 'HL7_TOO_LONG', facts: { megabytes: LONGEST_MESSAGE / 1024 / 1024 } }
  }
  return { read: segments }
}

function separatorsOf(msh: string): Separators | null {
  const field = msh[3]
  if (field === undefined || /[A-Za-z0-9\s]/.test(field)) return null
  const [component = '', repetition = '', escape = '', subcomponent = ''] = (msh.slice(4).split(field)[0] ?? '')
  const all = [field, component, repetition, escape, subcomponent].filter((one) => one !== '')
  if (component === '' || repetition === '' || new Set(all).size !== all.length || all.some((one) => /[A-Za-z0-9\s]/.test(one))) return null
  return { field, component, repetition, escape, subcomponent }
}

/** The repetitions of a field, as they are written; none for an empty field. `""` says "nothing" and is empty too. */
export function repetitions(segment: Segment, field: number): string[] {
  const raw = segment.fields[field - 1] ?? ''
  return raw === '' || raw === '""' ? [] : raw.split(segment.separators.repetition)
}

/** Components of one repetition, as they are written. */
export function components(segment: Segment, repetition: string): string[] {
  return repetition.split(segment.separators.component)
}

/** A component of the first repetition of a field, first subcomponent, as text; empty where there is none. */
export function fieldText(segment: Segment, field: number, component = 1): string {
  const [first = ''] = repetitions(segment, field)
  return partOf(segment, first, component)
}

/** A component of one repetition, first subcomponent, as text. */
export function partOf(segment: Segment, repetition: string, component: number, subcomponent = 1): string {
  const raw = components(segment, repetition)[component - 1] ?? ''
  const { subcomponent: splitter } = segment.separators
  const parts = splitter === '' ? [raw] : raw.split(splitter)
  const part = parts[subcomponent - 1] ?? ''
  return part === '""' ? '' : unescape(part, segment.separators).trim()
}

/** A whole field as a person reads it: components with spaces between, repetitions as lines. */
export function wholeText(segment: Segment, field: number): string {
  return repetitions(segment, field).map((one) => unescape(
    components(segment, one).map((part) => (part === '""' ? '' : part)).filter((part) => part !== '').join(' '), segment.separators,
  )).join('\n').trim()
}

/**
 * Resolves HL7 escape sequences: the separators, line breaks, highlighting (dropped), and characters given in hexadecimal,
 * which are read as UTF-8 where they are that. What is not an escape sequence stays as it stands.
 */
export function unescape(raw: string, separators: Separators): string {
  const { escape } = separators
  if (escape === '' || !raw.includes(escape)) return raw
  let text = ''
  for (let at = 0; at < raw.length;) {
    const end = raw[at] === escape ? raw.indexOf(escape, at + 1) : -1
    const meant = end < 0 ? null : meaningOf(raw.slice(at + 1, end), separators)
    if (meant === null) {
      text += raw[at]
      at += 1
    } else {
      text += meant
      at = end + 1
    }
  }
  return text
}

function meaningOf(word: string, separators: Separators): string | null {
  switch (word) {
    case 'F': return separators.field
    case 'S': return separators.component
    case 'T': return separators.subcomponent
    case 'R': return separators.repetition
    case 'E': return separators.escape
    case 'H': case 'N': return ''
    default: break
  }
  if (/^\.(br|sp\d*|ce)$/i.test(word)) return '\n'
  if (/^\.(in|ti|fi|nf|sk)[+-]?\d*$/i.test(word)) return ' '
  const hex = /^X((?:[0-9A-Fa-f]{2})+)$/.exec(word)?.[1]
  if (hex !== undefined) return bytesAsText(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
  return /^[CMZ][0-9A-Za-z]*$/.test(word) ? '' : null
}

function bytesAsText(bytes: Uint8Array): string {
  const text = decode(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes)
  return text.replaceAll(/\r\n|\r/g, '\n')
}

/** Bytes as text in a character set; null where they are not of it. */
export function decode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
