import { extname } from 'node:path'
import { openBytes } from '#server/feeds/file-bytes.ts'
import { fhirTypes, typeOf } from '#server/feeds/fhir-rows.ts'
import type { FeedFormat } from '#server/feeds/items.ts'

const HEAD = 64 * 1024

/** What a file seems to be. `type`: the resource on its first line, for the order in which files are read. */
export type Sniffed = { format: FeedFormat; type: string | null }

/** Looks at a file's beginning. Braces and brackets are FHIR, anything else is a table. Throws FeedUnreadable when it is not there. */
export async function sniffFile(path: string, name: string): Promise<Sniffed> {
  const text = (await headOf(path)).toString('utf8').replace(/^\ufeff/, '').trimStart()
  if (!/^[{[]/.test(text)) return { format: 'table', type: null }
  const first = parsed(text.split('\n', 1)[0] ?? '')
  const type = typeOf(first)
  const isOneValue = first === null ? !/\.ndjson(\.gz)?$/i.test(name) && (text.length < HEAD || isJsonName(name)) : Array.isArray(first) || type === 'Bundle'
  return { format: text.startsWith('[') || isOneValue ? 'json' : 'ndjson', type }
}

/** The place of a file among others: what its rows refer to is read before it. */
export function rankOf({ format, type }: Sniffed): number {
  const rank = (fhirTypes as readonly (string | null)[]).indexOf(type)
  return format === 'table' || rank < 0 ? fhirTypes.indexOf('Patient') : rank
}

/** The first bytes of a file, unpacked. */
export async function headOf(path: string, most = HEAD): Promise<Buffer> {
  const file = await openBytes(path)
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of file.bytes) {
      parts.push(part)
      size += part.length
      if (size >= most) break
    }
  } finally {
    file.close()
  }
  return Buffer.concat(parts).subarray(0, most)
}

function isJsonName(name: string): boolean {
  return extname(name.replace(/\.gz$/i, '')).toLowerCase() === '.json'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
