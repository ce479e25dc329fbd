import { asc, eq } from 'drizzle-orm'
import type { ThreadEntry } from '#domain/contracts/messages.ts'
import type { CallOutcome, DeliveryState, EntryKind, NoteCause, SenderKind } from '#domain/messages/words.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import { NOT_READ_AFTER_MS } from '#db/messages/turn-clock.ts'
import type { Entry, Thread } from '#db/messages/threads.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'

/** Pictures that are shown inside the console, drawn anew (docs/decisions/0062); everything else is a download. */
const shownTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp']

/** What stands in a thread, oldest first. Text is text. */
export async function entriesOf(db: Reader, act: Act, thread: Thread): Promise<ThreadEntry[]> {
  const { messageEntries: e, messageAttachments: a } = db.t
  const rows = await db.select().from(e).where(eq(e.threadId, thread.id)).orderBy(asc(e.place))
  const attachments = Map.groupBy(await db.select().from(a).where(eq(a.threadId, thread.id)), (one) => one.entryId)
  return rows.map((row) => shownEntry(row, thread, attachments.get(row.id) ?? [], act.at))
}

function shownEntry(row: Entry, thread: Thread, attachments: readonly RowOf<'messageAttachments'>[], at: number): ThreadEntry {
  // Whoever wrote as a patient before the thread was moved is not the patient whom it is about.
  const kind = row.senderKind === 'patient' && row.senderId !== thread.patientId ? 'named' : row.senderKind as SenderKind
  const notReadAt = row.kind === 'reply' && row.readAt === null ? row.at + NOT_READ_AFTER_MS : null
  return {
    id: row.id, kind: row.kind as EntryKind, sender: { kind, name: row.senderName, relationship: row.senderRelationship },
    text: row.text, language: row.language, at: isoOf(row.at),
    attachments: attachments.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes, showsAsImage: shownTypes.includes(mediaType) })),
    cause: row.cause as NoteCause | null,
    call: row.callOutcome === null ? null : { outcome: row.callOutcome as CallOutcome, answered: row.answered },
    delivery: row.kind !== 'reply' ? null : {
      state: (row.delivery ?? 'queued') as DeliveryState, readAt: isoOrNull(row.readAt),
      notReadSinceAt: notReadAt !== null && notReadAt <= at ? isoOf(notReadAt) : null, readers: JSON.parse(row.readers ?? '[]') as string[],
    },
  }
}
