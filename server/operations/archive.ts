import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { createReadStream, createWriteStream, openSync, readSync, closeSync, fstatSync } from 'node:fs'
import { PassThrough, Readable, Writable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'

const MAGIC = 'PORTAL-DESK-BACKUP'
const TAG_BYTES = 16
/** 128 MiB and about half a second for each guess (OWASP's floor for scrypt). */
const COST = { N: 2 ** 17, r: 8, p: 1 }
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

const head = z.object({
  format: z.literal(1),
  cipher: z.enum(['aes-256-gcm', 'none']),
  salt: z.string(), iv: z.string(), N: z.int(), r: z.int(), p: z.int(),
})
type Head = z.infer<typeof head>

/** The file is no backup, was cut or altered, or the passphrase is another one. */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused'
}

/**
 * Writes one file: a head line, then manifest line and body, compressed, and encrypted with AES-256-GCM under a scrypt
 * key of the passphrase (null: plain, for made-up practices). The head is authenticated with the rest.
 */
export async function writeArchive(path: string, manifest: unknown, body: AsyncIterable<Buffer>, passphrase: string | null): Promise<void> {
  const about: Head = {
    format: 1, cipher: passphrase === null ? 'none' : 'aes-256-gcm',
    salt: randomBytes(16).toString('base64'), iv: randomBytes(12).toString('base64'), ...COST,
  }
  const line = Buffer.from(`${MAGIC} ${JSON.stringify(about)}\n`)
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true })
  out.write(line)
  const cipher = passphrase === null ? null : createCipheriv('aes-256-gcm', await keyOf(passphrase, about), Buffer.from(about.iv, 'base64'))
  cipher?.setAAD(line)
  await pipeline(Readable.from(within(manifest, body)), createGzip({ level: 1 }), cipher ?? new PassThrough(), out, { end: false })
  await new Promise<void>((resolve, reject) => {
    out.once('error', reject)
    out.end(cipher?.getAuthTag() ?? Buffer.alloc(0), () => resolve())
  })
}

async function* within(manifest: unknown, body: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  yield Buffer.from(`${JSON.stringify(manifest)}\n`)
  yield* body
}

/**
 * Opens a backup and hands its manifest and body on. What was handed on may be believed only after this has resolved:
 * the seal of the whole file is checked at its end. Throws ArchiveRefused.
 */
export async function readArchive<Result>(
  path: string, passphrase: string | null, take: (manifest: unknown, body: Readable) => Promise<Result>,
): Promise<Result> {
  const { about, line, size } = headOf(path)
  if (about.cipher !== 'none' && passphrase === null) throw new ArchiveRefused('the backup is encrypted: set BACKUP_PASSPHRASE')
  const end = size - (about.cipher === 'none' ? 0 : TAG_BYTES)
  if (end <= line.length) throw new ArchiveRefused('the backup was cut short')
  const opened: Transform = about.cipher === 'none' ? new PassThrough() : await decipherOf(path, about, line, size, passphrase ?? '')
  const gunzip = createGunzip()
  const flow = pipeline(createReadStream(path, { start: line.length, end: end - 1 }), opened, gunzip).catch(refuse)
  const taken = (async () => {
    const { manifest, body } = await splitFirstLine(gunzip)
    const result = await take(manifest, body)
    if (!body.readableEnded) await pipeline(body, nowhere())
    return result
  })().finally(() => { gunzip.destroy() })
  const [arrived, result] = await Promise.allSettled([flow, taken])
  if (result.status === 'rejected') throw result.reason
  if (arrived.status === 'rejected') throw arrived.reason
  return result.value
}

function refuse(error: unknown): never {
  throw new ArchiveRefused('the backup was altered or cut, or the passphrase is another one', { cause: error })
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}

async function splitFirstLine(stream: Readable): Promise<{ manifest: unknown; body: Readable }> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let start = Buffer.alloc(0)
  while (!start.includes(10)) {
    const next = await chunks.next().catch(refuse)
    if (next.done) throw new ArchiveRefused('the backup holds nothing')
    start = Buffer.concat([start, next.value])
  }
  const at = start.indexOf(10)
  async function* rest(): AsyncIterable<Buffer> {
    yield start.subarray(at + 1)
    for (let next = await chunks.next().catch(refuse); !next.done; next = await chunks.next().catch(refuse)) yield next.value
  }
  return { manifest: JSON.parse(start.subarray(0, at).toString('utf8')), body: Readable.from(rest(), { objectMode: false }) }
}

async function decipherOf(path: string, about: Head, line: Buffer, size: number, passphrase: string): Promise<Transform> {
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, about), Buffer.from(about.iv, 'base64'))
  decipher.setAAD(line)
  decipher.setAuthTag(bytesOf(path, size - TAG_BYTES, TAG_BYTES))
  return decipher
}

function keyOf(passphrase: string, { salt, N, r, p }: Head): Promise<Buffer> {
  return derive(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r })
}

function headOf(path: string): { about: Head; line: Buffer; size: number } {
  const start = bytesOf(path, 0, 1024)
  const at = start.indexOf(10)
  if (at < 0 || !start.subarray(0, at).toString('utf8').startsWith(`${MAGIC} `)) throw new ArchiveRefused('this is no backup of Portal Desk')
  const parsed = head.safeParse(JSON.parse(start.subarray(MAGIC.length + 1, at).toString('utf8')))
  if (!parsed.success) throw new ArchiveRefused('the backup was made by a newer version; take that one')
  return { about: parsed.data, line: start.subarray(0, at + 1), size: sizeOf(path) }
}

function bytesOf(path: string, position: number, length: number): Buffer {
  const handle = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(length)
    return buffer.subarray(0, readSync(handle, buffer, 0, length, position))
  } finally {
    closeSync(handle)
  }
}

function sizeOf(path: string): number {
  const handle = openSync(path, 'r')
  try {
    return fstatSync(handle).size
  } finally {
    closeSync(handle)
  }
}
