import type { z } from 'zod'
import type { contentAnswer } from '#domain/contracts/feeds.ts'
import { callServer } from '#client/layout/server.ts'

/** A file goes in pieces of this many bytes, so that a lost line costs one piece. */
const PIECE = 4 * 1024 * 1024

type ContentAnswer = z.infer<typeof contentAnswer>

/**
 * Sends a file's content from byte `from` on, and tells after each piece how much the server has.
 * Throws `Refused` or `Unreachable` as any request does, and an AbortError when `signal` stops it.
 */
export async function sendContent(id: string, file: Blob, from: number, told: (received: number) => void, signal: AbortSignal): Promise<void> {
  let received = from
  while (received < file.size) {
    const { data } = await callServer<ContentAnswer>(`/imports/${encodeURIComponent(id)}/content?from=${received}`, {
      content: file.slice(received, received + PIECE),
      act: { key: crypto.randomUUID() },
      signal,
    })
    received = data.received
    told(received)
  }
}
