import { chmodSync, closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { App } from '#server/app.ts'
import { importOrder } from '#server/feeds/feeds.ts'
import { carryOut } from '#server/operations/commands.ts'
import { faultOf } from '#server/log.ts'

const NAME = 'control.sock'
/** Longest path that the system takes for a socket, less a margin. */
const LONGEST_PATH = 100

/** What a command asks of the running server. */
export const controlOrder = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('doctor') }),
  z.strictObject({ command: z.literal('verify') }),
  z.strictObject({ command: z.literal('backup'), to: z.string(), passphrase: z.string().nullable() }),
  importOrder,
])
export type ControlOrder = z.infer<typeof controlOrder>
/** What the server answers: how far it is, then what it found or why not. */
export type ControlSays = { progress: { done: number; total: number } } | { answer: unknown } | { failed: string }

/**
 * Opens the control socket in the data folder, for its owner alone (mode 0600): commands reach the running practice
 * through it. The returned function closes it.
 */
export async function serveControl(app: App): Promise<() => Promise<void>> {
  const { path, release } = socketPath(app.config.dataDir)
  rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    createInterface({ input: socket }).once('line', (line) => void answer(app, socket, line))
  })
  const before = process.umask(0o177)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, resolve)
    })
  } finally {
    process.umask(before)
  }
  chmodSync(path, 0o600)
  return async () => {
    for (const socket of open) socket.destroy()
    await new Promise<void>((resolve) => { server.close(() => resolve()) })
    release()
  }
}

async function answer(app: App, socket: Socket, line: string): Promise<void> {
  const say = (says: ControlSays): void => void socket.write(`${JSON.stringify(says)}\n`)
  try {
    say({ answer: await carryOut(app, controlOrder.parse(JSON.parse(line)), (progress) => say({ progress })) })
  } catch (error) {
    app.log.error({ fault: faultOf(error) }, 'a command could not be carried out')
    say({ failed: error instanceof Error ? error.message : 'of something unknown' })
  }
  socket.end()
}

/** Asks the server of a data folder; null when none answers there. Throws with the server's sentence when it could not. */
export async function askServer(
  dataDir: string, order: ControlOrder, onProgress: (progress: { done: number; total: number }) => void,
): Promise<{ answer: unknown } | null> {
  const { path, release } = socketPath(dataDir)
  try {
    if (!existsSync(path)) return null
    const socket = await connect(path)
    if (!socket) return null
    socket.write(`${JSON.stringify(order)}\n`)
    for await (const line of createInterface({ input: socket })) {
      const says = JSON.parse(line) as ControlSays
      if ('failed' in says) throw new Error(says.failed)
      if ('answer' in says) return says
      onProgress(says.progress)
    }
    throw new Error('the server ended before it answered')
  } finally {
    release()
  }
}

function connect(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', (error) => {
      if (['ECONNREFUSED', 'ENOENT'].includes((error as { code?: string }).code ?? '')) resolve(null)
      else reject(error)
    })
  })
}

/** The socket's path; one that is too long for the system goes by way of an open handle on the folder. */
function socketPath(dataDir: string): { path: string; release: () => void } {
  const path = join(dataDir, NAME)
  if (Buffer.byteLength(path) <= LONGEST_PATH || !existsSync(dataDir)) return { path, release: () => undefined }
  const handle = openSync(dataDir, 'r')
  return { path: `/proc/self/fd/${handle}/${NAME}`, release: () => closeSync(handle) }
}
