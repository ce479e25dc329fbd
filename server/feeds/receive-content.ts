import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { StorageUnavailable } from '#db/store.ts'
import type { ReasonFacts } from '#domain/decision.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { receivedOf } from '#server/feeds/show-import.ts'

/** Uploads under way in this process: one piece of a file at a time. */
const underWay = new Set<string>()

type UploadFile = { id: string; path: string; size: number; uploaded: boolean }

/**
 * Writes a piece of a file to the data folder, as it comes, never whole in memory. A piece begins where the last one
 * ended, so that one sent twice, or cut off, is seen: the refusal says how much is here. Durable when it resolves.
 */
export async function receiveContent(
  file: UploadFile, from: number, content: Readable,
): Promise<{ received: number } | { refused: ReasonCode; facts: ReasonFacts }> {
  if (underWay.has(file.id)) return { refused: 'TWIN_RUNNING', facts: {} }
  underWay.add(file.id)
  try {
    const have = receivedOf(file)
    if (from !== have) return { refused: 'IMPORT_NOT_COMPLETE', facts: { have, size: file.size } }
    return await append(file, have, content)
  } finally {
    underWay.delete(file.id)
  }
}

async function append(file: UploadFile, have: number, content: Readable): Promise<{ received: number } | { refused: ReasonCode; facts: ReasonFacts }> {
  const handle = await open(file.path, 'a', 0o600)
  let received = have
  try {
    for await (const chunk of content) {
      const part = chunk as Buffer
      if (received + part.length > file.size) {
        await handle.truncate(have)
        return { refused: 'IMPORT_LONGER_THAN_SAID', facts: { size: file.size } }
      }
      await handle.appendFile(part)
      received += part.length
    }
    await handle.sync()
    return { received }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOSPC') throw new StorageUnavailable('the disk is full', { cause: error })
    throw error
  } finally {
    await handle.close()
  }
}
