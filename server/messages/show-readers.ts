import type { z } from 'zod'
import type { ReadersAnswer, readersBody } from '#domain/contracts/messages.ts'
import { readsBody } from '#domain/messages/thread-policy.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { readersOf } from '#server/messages/readers.ts'
import { sceneToActOn } from '#server/messages/thread-scene.ts'

/** Who reads an answer in this thread now; asked again whenever the box for it is opened. */
export async function showReaders(db: Reader, act: Act, { body }: { body: z.infer<typeof readersBody> }): Promise<Outcome<ReadersAnswer>> {
  const scene = await sceneToActOn(db, act, body.threadId)
  if ('refused' in scene) return scene
  if (!readsBody(act.actor, scene.queue)) return refuse('NOT_FOUND')
  return done(await readersOf(db, act, scene.thread, body.audience))
}
