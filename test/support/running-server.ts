import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { freePort } from '#test/support/free-port.ts'
import { eventually, within } from '#test/support/waiting.ts'

/** The built server as a process of its own, as the README starts it. */
export type RunningServer = {
  /** Where it listens, such as `http://127.0.0.1:4321`. */
  origin: string
  pid: number
  /** All it has written so far. */
  said: () => string
  /** Asks it to end and answers with its exit code. */
  stop: () => Promise<number | null>
  /** Ends it at once, as a power cut would. */
  kill: () => Promise<void>
}

/**
 * Starts the built server with these settings over the test's own environment, on a free port of 127.0.0.1, and waits until it
 * says that it is ready. Throws with what the server said when it ends before. The caller stops it.
 */
export async function startServer(settings: Record<string, string>): Promise<RunningServer> {
  const port = settings.PORT ?? String(await freePort())
  const child = spawn(process.execPath, ['server/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, PORT: port, ...settings },
  })
  const said = collect(child)
  const origin = `http://127.0.0.1:${port}`
  try {
    await eventually('the server is ready', async () => hasEnded(child) || (await fetch(`${origin}/api/ready`)).ok)
    if (hasEnded(child)) throw new Error('it ended')
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`The server did not start: ${said()}`, { cause: error })
  }
  return { origin, pid: child.pid ?? 0, said, stop: () => end(child, 'SIGTERM'), kill: async () => void await end(child, 'SIGKILL') }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (hasEnded(child)) return child.exitCode
  const gone = new Promise<number | null>((resolve) => { child.once('exit', resolve) })
  child.kill(signal)
  return within(30_000, `the server ending after ${signal}`, gone)
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function collect(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { text += chunk.toString() })
  return () => text
}
