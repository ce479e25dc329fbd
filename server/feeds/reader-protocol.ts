import type { ReasonFacts } from '#domain/decision.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { FeedItem, ReadOrder } from '#server/feeds/items.ts'

/** What the reading thread says of the file that it was last told to read. Items travel as one JSON text: quicker than objects. */
export type ReaderSays =
  | { sha256: string }
  | { items: string; bytesDone: number }
  | { end: true }
  | { unreadable: ReasonCode; facts: ReasonFacts }
  | { failed: string }

/** What it is told: a file to read, and that so many more portions may come. */
export type ReaderHears = { read: ReadOrder } | { more: number }

export function packItems(items: readonly FeedItem[]): string {
  return JSON.stringify(items)
}

/** The items of a portion; written by our own thread, so their shape is known. */
export function unpackItems(text: string): FeedItem[] {
  return JSON.parse(text) as FeedItem[]
}
