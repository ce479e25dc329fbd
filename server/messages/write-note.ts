import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { draftAnswer, draftBody, ThreadActed, threadDraft } from '#domain/contracts/messages.ts'
import { plainText } from '#domain/messages/plain-text.ts'
import { canTend } from '#domain/messages/thread-policy.ts'
import { isoOf } from '#domain/time.ts'
import { addLooseEntry } from '#db/messages/threads.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { acted, noteEntry } from '#server/messages/carry.ts'
import { sceneToActOn } from '#server/messages/thread-scene.ts'

/** A note for staff. It changes no version: whoever is writing an answer meanwhile goes on. */
export async function writeNote(w: Writer, act: Act, id: string, { text }: { text: string }): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const may = canTend(act.actor, scene.queue)
  if (!may.allowed) return refuseBy(may)
  const entry = await addLooseEntry(w, id, noteEntry(act, plainText(text), 'note'))
  const { messageDrafts: d } = w.t
  await w.delete(d).where(and(eq(d.threadId, id), eq(d.staffId, act.actor.id), eq(d.kind, 'note')))
  await record(w, act, { event: 'message.noted', patientId: scene.thread.patientId, objectId: id, detail: { entryId: entry.id, cause: 'note' } })
  return acted(w, act, id, { entryId: entry.id })
}

/** Keeps what somebody has begun to write, for them alone; an empty text takes it away. */
export async function saveDraft(w: Writer, act: Act, id: string, body: z.infer<typeof draftBody>): Promise<Outcome<z.infer<typeof draftAnswer>>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const may = canTend(act.actor, scene.queue)
  if (!may.allowed) return refuseBy(may)
  const { messageDrafts: d } = w.t
  if (body.text.trim() === '') {
    await w.delete(d).where(and(eq(d.threadId, id), eq(d.staffId, act.actor.id)))
    return done({ draft: null })
  }
  await w.insert(d).values({ ...body, threadId: id, staffId: act.actor.id, savedAt: act.at }).onConflictDoUpdate({
    target: [d.threadId, d.staffId],
    set: { text: sql`excluded.text`, kind: sql`excluded.kind`, seenMessageId: sql`excluded.seen_message_id`, savedAt: sql`excluded.saved_at` },
  })
  return done({ draft: await draftOf(w, act, id) })
}

/** What this person has begun to write in a thread. */
export async function draftOf(db: Reader, act: Act, threadId: string): Promise<z.infer<typeof threadDraft> | null> {
  const { messageDrafts: d } = db.t
  const [row] = await db.select().from(d).where(and(eq(d.threadId, threadId), eq(d.staffId, act.actor.id)))
  return row ? { text: row.text, kind: row.kind as 'reply' | 'note', seenMessageId: row.seenMessageId, savedAt: isoOf(row.savedAt) } : null
}
