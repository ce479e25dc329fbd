import { parentPort } from 'node:worker_threads'
import { hashFile, openBytes } from '#server/feeds/file-bytes.ts'
import { FeedUnreadable, type ReadOrder } from '#server/feeds/items.ts'
import { orderedIds } from '#server/feeds/ordered-ids.ts'
import { readJson, readNdjson } from '#server/feeds/read-fhir.ts'
import { readRoster } from '#server/feeds/read-roster.ts'
import { packItems, type ReaderHears, type ReaderSays } from '#server/feeds/reader-protocol.ts'

/*
 * A thread that reads files, one after another: unpacks, parses and checks their rows and shapes them for the writer. It
 * hands over no more than it is asked for, so that memory stays small however large a file is.
 */
const readers = { ndjson: readNdjson, json: readJson, table: readRoster }

let credit = 0
let wake = (): void => undefined
parentPort?.on('message', (hears: ReaderHears) => {
  if ('read' in hears) return void read(hears.read)
  credit += hears.more
  wake()
})

async function mayGoOn(): Promise<void> {
  while (credit === 0) await new Promise<void>((resolve) => { wake = resolve })
  credit -= 1
}

const say = (says: ReaderSays): void => parentPort?.postMessage(says)

async function read(order: ReadOrder): Promise<void> {
  credit = 0
  try {
    say({ sha256: order.isPeek ? '' : await hashFile(order.path) })
    await mayGoOn()
    const file = await openBytes(order.path)
    try {
      for await (const items of readers[order.format](file, order, orderedIds(order.scene.at))) {
        if (items.length === 0) continue
        say({ items: packItems(items), bytesDone: file.bytesDone() })
        await mayGoOn()
      }
    } finally {
      file.close()
    }
    say({ end: true })
  } catch (error) {
    if (error instanceof FeedUnreadable) say({ unreadable: error.code, facts: error.facts })
    else say({ failed: error instanceof Error ? error.message : String(error) })
  }
}
