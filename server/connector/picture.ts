import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ReasonCode } from '#domain/reasons.ts'

/** Kinds that are shown; what the portal says of a file does not count, its own bytes do. */
export type Picture = { type: 'image/png' | 'image/jpeg'; bytes: Buffer }

/** Largest file that is drawn anew. */
export const LARGEST_PICTURE = 20 * 1024 * 1024
/** Longest time that drawing may take. */
const TIMEOUT_MS = 15_000
/** Drawn at the same time; whoever comes then waits. */
const AT_ONCE = 2

let busy = 0
const waiting: (() => void)[] = []

/**
 * Draws a stranger's picture anew, in a process without our environment, files to write or other processes: nothing of the
 * bytes that came is in what is shown. A broken or hostile one is a refusal.
 */
export async function redraw(bytes: Buffer): Promise<Picture | ReasonCode> {
  if (busy >= AT_ONCE) await new Promise<void>((go) => { waiting.push(go) })
  busy += 1
  try {
    return await redrawIn(bytes)
  } finally {
    busy -= 1
    waiting.shift()?.()
  }
}

function redrawIn(bytes: Buffer): Promise<Picture | ReasonCode> {
  const child = spawn(process.execPath, ['--permission', '--allow-fs-read=*', '--allow-addons', '--max-old-space-size=256', '--no-warnings', programFile()], {
    env: {}, stdio: ['pipe', 'pipe', 'ignore'], timeout: TIMEOUT_MS, killSignal: 'SIGKILL',
  })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => void parts.push(part))
  // It may end before it has read all: how it ended is the answer.
  child.stdin.on('error', () => undefined)
  child.stdin.end(bytes)
  return new Promise((answer) => {
    child.once('error', () => answer('ATTACHMENT_NOT_SHOWN'))
    child.once('close', (code) => {
      const drawn = Buffer.concat(parts)
      const type = typeOf(drawn)
      if (code === 0 && type) return answer({ type, bytes: drawn })
      answer(code === 4 ? 'ATTACHMENT_TOO_LARGE' : 'ATTACHMENT_NOT_SHOWN')
    })
  })
}

function typeOf(bytes: Buffer): Picture['type'] | null {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'image/png'
  return bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ? 'image/jpeg' : null
}

/** Beside this file: as it is written, or as it was built. */
function programFile(): string {
  const found = ['redraw.ts', 'redraw.js'].map((name) => join(import.meta.dirname, name)).find((path) => existsSync(path))
  if (!found) throw new Error('the program that draws is missing beside the server; build again')
  return found
}
