import type { Instant, TimeZone } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'

/** The one practice of this storage, as it is written when it is made. */
export type NewPractice = {
  name: string
  /** Default zone of a new site. */
  timeZone: TimeZone
  mode: 'demo' | 'test' | 'real'
  /** The instant that a seed's made-up facts are relative to; null in a real practice. */
  seededAt: Instant | null
  createdAt: Instant
}

/** Writes the practice's own row, last of all: a practice without it is filled again from the start. */
export async function writePractice(w: Writer, practice: NewPractice): Promise<void> {
  await w.insert(w.t.practice).values({ id: 'practice', ...practice }).onConflictDoNothing()
}
