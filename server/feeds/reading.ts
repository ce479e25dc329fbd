import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { FeedUnreadable, type FeedItem, type ReadOrder } from '#server/feeds/items.ts'
import { unpackItems, type ReaderHears, type ReaderSays } from '#server/feeds/reader-protocol.ts'

/** Portions that may wait to be written: enough that neither thread stands still. */
const AHEAD = 4
/** Memory of a reading thread, in MB: what is read is never whole in it, but for a file that is one JSON value. */
const MOST_MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 12 }

/** A file being read. */
export type Reading = {
  /** SHA-256 of the file, known before the first portion. Throws FeedUnreadable. */
  sha256: string
  /** The items in their order, as they are asked for. Throws FeedUnreadable. */
  portions: () => AsyncGenerator<{ items: FeedItem[]; bytesDone: number }>
}

/** A thread that reads files, one after another. */
export type FeedReader = {
  read: (order: ReadOrder) => Promise<Reading>
  /** When nothing more is to be read: the thread waits a while for the next import, or ends if it is in a file. */
  release: () => Promise<void>
}

/** How long a thread waits for the next import: a trial is mostly followed by the import itself. */
const WAIT_MS = 10_000
let waiting: { reader: FeedReader; take: () => void } | null = null

/** The thread that waits, or a new one. */
export function borrowReader(): FeedReader {
  const found = waiting
  waiting = null
  found?.take()
  return found?.reader ?? startReader()
}

function startReader(): FeedReader {
  const worker = new Worker(readerFile(), { execArgv: [], resourceLimits: MOST_MEMORY })
  const heard: ReaderSays[] = []
  let wake = (): void => undefined
  const hear = (says: ReaderSays): void => {
    heard.push(says)
    wake()
  }
  worker.on('message', hear)
  worker.once('error', (error: unknown) => hear({ failed: error instanceof Error ? error.message : String(error) }))
  worker.once('exit', () => hear({ failed: 'the reader ended before the file did' }))
  const tell = (hears: ReaderHears): void => worker.postMessage(hears)
  const next = async (): Promise<ReaderSays> => {
    for (;;) {
      const says = heard.shift()
      if (says) return says
      await new Promise<void>((resolve) => { wake = resolve })
    }
  }
  let isInFile = false
  async function* portions(): AsyncGenerator<{ items: FeedItem[]; bytesDone: number }> {
    tell({ more: AHEAD })
    for (;;) {
      const says = await next()
      if ('end' in says) isInFile = false
      if ('end' in says) return
      if (!('items' in says)) throw faultOf(says)
      yield { items: unpackItems(says.items), bytesDone: says.bytesDone }
      tell({ more: 1 })
    }
  }
  const reader: FeedReader = {
    read: async (order) => {
      isInFile = true
      tell({ read: order })
      const says = await next()
      if (!('sha256' in says)) throw faultOf(says)
      return { sha256: says.sha256, portions }
    },
    release: async () => {
      if (isInFile || waiting) return void await worker.terminate()
      worker.unref()
      const end = setTimeout(() => {
        waiting = null
        void worker.terminate()
      }, WAIT_MS).unref()
      waiting = { reader, take: () => { clearTimeout(end); worker.ref() } }
    },
  }
  return reader
}

function faultOf(says: ReaderSays): Error {
  if ('unreadable' in says) return new FeedUnreadable(says.unreadable, says.facts)
  return new Error('failed' in says ? says.failed : 'the reader said something else')
}

/** Beside this file as it is written; beside the server as it was built. */
function readerFile(): string {
  const found = ['reader.ts', 'feed-reader.js'].map((name) => join(import.meta.dirname, name)).find((path) => existsSync(path))
  if (!found) throw new Error('the reader of feeds is missing beside the server; build again')
  return found
}
