import { createHmac } from 'node:crypto'
import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sameSecret, type Secrets } from '#server/secrets.ts'

/** A line of a signed log as it was read: what it says, or why it cannot be believed. */
export type SignedLine = { line: number; entry: unknown } | { line: number; fault: 'unreadable' | 'not-ours' }

/** An append-only file of signed lines, outside the data folder. */
export type SignedLog = { file: string; append: (entries: readonly unknown[]) => void; read: () => SignedLine[] }

/**
 * Opens a log in `dir` that belongs to these keys: its name carries the first of them, so that a practice made anew
 * begins its own. Each line is an HMAC with the newest anchor key over what it says (AD-06).
 */
export function signedLog(dir: string, name: string, secrets: Secrets): SignedLog {
  const keys = secrets.all('anchor')
  const file = join(dir, `${name}-${keys.at(-1)?.id ?? ''}.ndjson`)
  const macOf = (key: Buffer, text: string) => createHmac('sha256', key).update(`${name}\n${text}`).digest('hex')
  const lineOf = (entry: unknown): string => {
    const text = JSON.stringify(entry)
    const key = secrets.current('anchor')
    return `${JSON.stringify({ entry: text, key: key.id, mac: macOf(key.bytes, text) })}\n`
  }
  const believe = (line: number, text: string): SignedLine => {
    try {
      const { entry, key, mac } = JSON.parse(text) as Record<string, unknown>
      const found = keys.find((candidate) => candidate.id === key)
      if (typeof entry !== 'string' || typeof mac !== 'string' || !found || !sameSecret(mac, macOf(found.bytes, entry))) return { line, fault: 'not-ours' }
      return { line, entry: JSON.parse(entry) }
    } catch {
      return { line, fault: 'unreadable' }
    }
  }
  return {
    file,
    append: (entries) => append(file, entries.map(lineOf).join('')),
    read: () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
      .map((text, at) => ({ text, line: at + 1 })).filter(({ text }) => text !== '').map(({ text, line }) => believe(line, text)),
  }
}

/** Writes at the end, durable before it returns. A line that a power cut tore stays alone on its line. */
function append(file: string, text: string): void {
  const isNew = !existsSync(file)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const handle = openSync(file, 'a+', 0o600)
  try {
    const { size } = fstatSync(handle)
    const last = Buffer.alloc(1)
    const torn = size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last.toString() !== '\n'
    writeSync(handle, torn ? `\n${text}` : text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (isNew) syncFolder(dirname(file))
}

/** Makes a new name in a folder durable. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
