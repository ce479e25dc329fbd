import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { FeedUnreadable } from '#server/feeds/items.ts'

const CHUNK = 64 * 1024

/** The bytes of a file, unpacked where it is gzip, and how far into the file as it lies there they reach. */
export type FileBytes = { bytes: AsyncIterable<Buffer>; bytesDone: () => number; close: () => void }

/** Opens a file to be read from its start. Throws FeedUnreadable when it is not there; so does reading a damaged one. */
export async function openBytes(path: string): Promise<FileBytes> {
  const isGzip = await beginsWithGzip(path)
  const file = createReadStream(path, { highWaterMark: CHUNK })
  const unpacked: Readable = isGzip ? file.pipe(createGunzip({ chunkSize: CHUNK })) : file
  file.on('error', (error) => unpacked.destroy(error))
  return { bytes: whole(unpacked), bytesDone: () => file.bytesRead, close: () => { unpacked.destroy(); file.destroy() } }
}

/** SHA-256 of a file as it lies there. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer)
  } catch {
    throw new FeedUnreadable('IMPORT_NOT_THERE')
  }
  return hash.digest('hex')
}

async function* whole(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw error instanceof FeedUnreadable ? error : new FeedUnreadable('IMPORT_UNREADABLE')
  }
}

async function beginsWithGzip(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
    } finally {
      await file.close()
    }
  } catch {
    throw new FeedUnreadable('IMPORT_NOT_THERE')
  }
}
