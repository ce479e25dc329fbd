import pg from 'pg'
import type { Announcement } from '#db/store.ts'

export const CHANNEL = 'portal_desk'
/** PostgreSQL takes less than 8000 bytes in one notice. */
const LONGEST_NOTICE = 7000
const RECONNECT_MS = 1000

/** What a transaction announced, as the texts of as many notices as it takes. */
export function payloadsOf(announced: readonly Announcement[]): string[] {
  const payloads: string[] = []
  let part: string[] = []
  let length = 0
  for (const text of announced.map((what) => JSON.stringify(what))) {
    if (part.length > 0 && length + text.length > LONGEST_NOTICE) {
      payloads.push(`[${part.join(',')}]`)
      part = []
      length = 0
    }
    part.push(text)
    length += Buffer.byteLength(text) + 1
  }
  return part.length > 0 ? [...payloads, `[${part.join(',')}]`] : payloads
}

/** Hears what the processes of the practice announce. A lost connection is made again; screens refetch by themselves. */
export async function listenTo(url: string): Promise<{ onAnnounce: (hear: (what: Announcement) => void) => void; close: () => Promise<void> }> {
  const listeners: ((what: Announcement) => void)[] = []
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true })
    made.on('error', () => undefined)
    await made.connect()
    await made.query(`LISTEN ${CHANNEL}`)
    made.on('notification', ({ payload }) => {
      for (const what of JSON.parse(payload ?? '[]') as Announcement[]) for (const hear of listeners) hear(what)
    })
    made.once('end', () => again())
    return made
  }

  function again(): void {
    if (closed) return
    retry = setTimeout(() => void connect().then((made) => { client = made }, again), RECONNECT_MS)
    retry.unref()
  }

  return {
    onAnnounce: (hear) => void listeners.push(hear),
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client.end()
    },
  }
}
