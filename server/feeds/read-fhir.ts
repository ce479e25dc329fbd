import type { FileBytes } from '#server/feeds/file-bytes.ts'
import { fhirReader, fhirTypes, typeOf } from '#server/feeds/fhir-rows.ts'
import { FeedUnreadable, type FeedItem, type FeedRow, type ReadOrder } from '#server/feeds/items.ts'
import { linesOf } from '#server/feeds/lines.ts'
import type { NewId } from '#db/new-id.ts'

const MEGABYTE = 1024 * 1024
/** Longest row, and largest file that is one JSON value: what has to be in memory at once. */
const LONGEST_ROW_MB = 4
const LARGEST_JSON_MB = 16

/** Reads FHIR NDJSON, some lines at a time. A record is a line. */
export async function* readNdjson(file: FileBytes, order: ReadOrder, newId: NewId): AsyncGenerator<FeedItem[]> {
  const rowOf = fhirReader(order, newId)
  for await (const lines of linesOf(file.bytes, LONGEST_ROW_MB * MEGABYTE)) {
    for (const some of portions(lines)) {
      const items = some.filter(({ line, text }) => line > order.skip && text?.trim() !== '')
        .map(({ line, text }): FeedItem => ({ line, record: line, row: text === null ? tooLong : fromText(text, rowOf) }))
      if (items.length > 0) yield items
    }
  }
}

/**
 * Reads a file that is one JSON value: a Bundle, a list, a single resource. A record is an entry, counted from 1. Entries
 * come in the order in which they refer to each other, whatever their order in the file.
 */
export async function* readJson(file: FileBytes, order: ReadOrder, newId: NewId): AsyncGenerator<FeedItem[]> {
  const rowOf = fhirReader(order, newId)
  const ranked = entriesOf(await wholeJson(file)).map((resource, at) => ({ resource, line: at + 1 }))
    .toSorted((a, b) => rankOf(a.resource) - rankOf(b.resource) || a.line - b.line)
  const items = ranked.map(({ resource, line }, at) => ({ resource, line, record: at + 1 })).filter(({ record }) => record > order.skip)
  for (const some of portions(items)) {
    yield some.map(({ resource, line, record }): FeedItem => ({ line, record, row: rowOf(resource) }))
  }
}

const tooLong: FeedRow = { kind: 'refused', of: '', code: 'FEED_ROW_TOO_LONG', facts: { megabytes: LONGEST_ROW_MB } }

function fromText(text: string, rowOf: (resource: unknown) => FeedRow): FeedRow {
  if (text.includes('\ufffd')) return { kind: 'refused', of: '', code: 'FEED_ROW_DAMAGED', facts: {} }
  let resource: unknown
  try {
    resource = JSON.parse(text)
  } catch {
    return { kind: 'refused', of: '', code: 'FEED_ROW_NOT_JSON', facts: {} }
  }
  return rowOf(resource)
}

/** Rows that are handed over at once. */
const PORTION = 250

function* portions<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += PORTION) yield rows.slice(from, from + PORTION)
}

async function wholeJson(file: FileBytes): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of file.bytes) {
    size += part.length
    if (size > LARGEST_JSON_MB * MEGABYTE) throw new FeedUnreadable('IMPORT_BUNDLE_TOO_LARGE', { megabytes: LARGEST_JSON_MB })
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8').replace(/^\ufeff/, ''))
  } catch {
    throw new FeedUnreadable('IMPORT_UNREADABLE')
  }
}

function entriesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeOf(value) !== 'Bundle') return [value]
  const { entry } = value as { entry?: unknown }
  return Array.isArray(entry) ? entry.map((one: unknown) => (typeof one === 'object' && one !== null ? (one as { resource?: unknown }).resource : one)) : []
}

function rankOf(resource: unknown): number {
  const rank = (fhirTypes as readonly (string | null)[]).indexOf(typeOf(resource))
  return rank < 0 ? fhirTypes.length : rank
}
