import { createHash } from 'node:crypto'
import type { Reader, Writer } from '#db/store.ts'
import type { FeedRow } from '#server/feeds/items.ts'
import type { Written } from '#server/feeds/write-items.ts'

/** A writer that looks and writes nothing: what a row would become is decided by the very code that would write it. */
export function trialWriter(read: Reader): Writer {
  const silent: unknown = new Proxy({}, {
    get: (_, word) => (word === 'then' ? (resolve: (rows: never[]) => void) => resolve([]) : () => silent),
  })
  const nothing = (() => silent) as never
  return Object.assign(Object.create(read) as Writer, {
    insert: nothing, update: nothing, delete: nothing, insertRows: async () => undefined, announce: () => undefined,
  })
}

const BITS = 2 ** 25

/**
 * What a trial would have written so far, in 4 MiB however much it is: rows that refer to it are not refused, and a
 * second row of the same thing is not new. Of a million, two hundred may be taken for known by mistake.
 */
export class TrialMemory {
  readonly #bits = new Uint8Array(BITS / 8)

  /** The outcome as it would be if the rows before had been written. */
  judge(one: Written): Written {
    const { row } = one.item
    if (one.outcome === 'refused' && referred(row).some((key) => this.#has(key))) {
      return this.judge({ item: one.item, outcome: row.kind === 'PractitionerRole' ? 'changed' : 'created', id: '' })
    }
    if (one.outcome !== 'created') return one
    const keys = keysOf(row)
    const isKnown = keys.slice(0, 1).some((key) => this.#has(key))
    for (const key of keys) this.#add(key)
    return isKnown ? { ...one, outcome: 'unchanged' } : one
  }

  #has(key: string): boolean {
    return places(key).every((place) => ((this.#bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0)
  }

  #add(key: string): void {
    for (const place of places(key)) this.#bits[place >> 3] = (this.#bits[place >> 3] ?? 0) | (1 << (place & 7))
  }
}

function keysOf(row: FeedRow): string[] {
  if (row.kind === 'Patient') return [`Patient ${row.patient.sourceId}`]
  if (row.kind === 'Practitioner') return [`Practitioner ${row.facts.sourceId}`, ...(row.facts.npi === null ? [] : [`npi ${row.facts.npi}`])]
  return 'facts' in row && 'sourceId' in row.facts ? [`${row.kind} ${row.facts.sourceId}`] : []
}

/** What a row refers to, and without which it is refused. */
function referred(row: FeedRow): string[] {
  if ('facts' in row && 'patientSourceId' in row.facts) return [`Patient ${row.facts.patientSourceId}`]
  return row.kind === 'PractitionerRole' ? [`npi ${row.facts.npi ?? ''}`, `Practitioner ${row.facts.practitionerSourceId ?? ''}`] : []
}

function places(key: string): number[] {
  const hash = createHash('sha1').update(key).digest()
  return [0, 4, 8, 12].map((at) => hash.readUInt32BE(at) % BITS)
}
