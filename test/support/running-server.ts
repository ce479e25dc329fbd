import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { eventually, within } from '#test/support/waiting.ts'

/** A demo practice is made before the first line; beside another one and two browsers that takes its time. */
const START_LIMIT = 60_000

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
 * Starts the built server with these settings and nothing of the test's own environment, and waits until it says where it listens:
 * on a free port, unless PORT is among the settings. Throws with what the server said when it ends before. The caller stops it.
 */
export async function startServer(settings: Record<string, string>): Promise<RunningServer> {
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(process.execPath, ['server/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, TMPDIR, PORT: '0', ...settings },
  })
  const said = collect(child)
  try {
    const origin = await eventually('the server says where it listens', () => hasEnded(child) || /listens on (\S+)/.exec(said())?.[1], START_LIMIT)
    if (origin === true) throw new Error('it ended')
    return { origin, pid: child.pid ?? 0, said, stop: () => end(child, 'SIGTERM'), kill: async () => void await end(child, 'SIGKILL') }
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`The server did not start: ${said()}`, { cause: error })
  }
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
