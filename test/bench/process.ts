import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Ask for the first page of patients. */
export type Ask = () => Promise<Response>

/** A server that was started and has answered once. */
export type Started = { child: ChildProcess; coldMs: number }

/** Starts a program and asks until it answers 200; milliseconds from the start to that answer. */
export async function startAndAsk(args: string[], env: Record<string, string>, ask: Ask): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { PATH: process.env.PATH ?? '', ...env } })
  while (performance.now() - began < 60_000) {
    const answer = await ask().catch(() => null)
    if (answer?.ok) {
      await answer.text()
      return { child, coldMs: performance.now() - began }
    }
    if (child.exitCode !== null) break
    await pause(2)
  }
  child.kill('SIGKILL')
  throw new Error(`${args.join(' ')} never answered`)
}

/** Resident memory of a process in MiB: all of it, and the part that is its own (not mapped files). */
export function memoryOf(child: ChildProcess): { all: number; own: number } {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  return { all: of('VmRSS'), own: of('RssAnon') }
}

/** Ends a process by its own request and waits for it. */
export async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/** Sends `count` requests over `lanes` connections; requests a second and the 50th and 99th percentile in ms. */
export async function press(ask: Ask, count: number, lanes: number): Promise<{ perSecond: number; p50: number; p99: number }> {
  const times: number[] = []
  let left = count
  const began = performance.now()
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (left-- > 0) {
      const at = performance.now()
      const answer = await ask()
      if (!answer.ok) throw new Error(`answered ${answer.status}: ${await answer.text()}`)
      await answer.arrayBuffer()
      times.push(performance.now() - at)
    }
  }))
  times.sort((a, b) => a - b)
  const at = (p: number) => times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0
  return { perSecond: count / ((performance.now() - began) / 1000), p50: at(0.5), p99: at(0.99) }
}

/** The middle of some figures. */
export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
