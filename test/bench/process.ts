import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { connectTo } from '#test/bench/connection.ts'

/** A server that was started and has answered once. */
export type Started = { child: ChildProcess; coldMs: number }

/** Starts a program and asks until it answers 200; milliseconds from the start to that answer. */
export async function startAndAsk(args: string[], env: Record<string, string>, port: number, request: string): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { PATH: process.env.PATH ?? '', ...env } })
  while (performance.now() - began < 120_000 && child.exitCode === null) {
    if (await isAnswered(port, request)) return { child, coldMs: performance.now() - began }
    await pause(2)
  }
  child.kill('SIGKILL')
  throw new Error(`${args.join(' ')} never answered`)
}

async function isAnswered(port: number, request: string): Promise<boolean> {
  const connection = await connectTo(port).catch(() => null)
  const answer = await connection?.send(request).catch(() => null)
  connection?.close()
  return answer?.status === 200
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

export type Pressed = { perSecond: number; p50: number; p99: number }

/** No measurement takes longer than this; a busy machine sends fewer requests. */
const LONGEST_MS = 20_000

/** Sends up to `count` of these requests in turn over `lanes` connections; requests a second and the 50th and 99th percentile in ms. */
export async function press(port: number, requests: readonly string[], count: number, lanes: number, longestMs = LONGEST_MS): Promise<Pressed> {
  const times: number[] = []
  let sent = 0
  const began = performance.now()
  await Promise.all(Array.from({ length: lanes }, async () => {
    const connection = await connectTo(port)
    while (sent < count && performance.now() - began < longestMs) {
      const request = requests[sent % requests.length] ?? ''
      sent += 1
      const at = performance.now()
      const { status, body } = await connection.send(request)
      if (status !== 200) throw new Error(`answered ${status}: ${body}`)
      times.push(performance.now() - at)
    }
    connection.close()
  }))
  return { perSecond: times.length / ((performance.now() - began) / 1000), p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** The value below which a share of the figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  return percentile(figures, 0.5)
}
