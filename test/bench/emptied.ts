import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { sqliteFileOf } from '#db/open.ts'
import { fillPractice, serverEnv } from '#test/bench/lookup-practice.ts'
import type { RunningServer } from '#test/support/running-server.ts'
import { freePort } from '#test/support/free-port.ts'

/** A practice to import into, and where its server listens. */
export type Practice = { dataDir: string; file: string; siteId: string; port: number }
/** What the command says of an import. */
export type Done = { state: string; read: number; created: number; refused: number; rowsPerSecond: number | null; startedAt: string; endedAt: string }

/** The most memory that a server had, in MiB. */
export const peakOf = (server: RunningServer): string =>
  (Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024).toFixed(0)

/** Rows a second of an import that took everything; throws where it did not end so. */
export function rateOf({ state, read, refused, startedAt, endedAt }: Done, rows: number): string {
  if (state !== 'done' || read !== rows) throw new Error(`the import ended ${state} after ${read} of ${rows} rows`)
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000
  return `${Math.round(read / seconds).toLocaleString('en')} (${read.toLocaleString('en')} in ${seconds.toFixed(0)} s, ${refused.toLocaleString('en')} not taken)`
}

/** Imports as the command line does: by the server, where one runs. */
export async function importByCommand({ dataDir, port }: Practice, words: readonly string[]): Promise<Done> {
  const child = spawn(process.execPath, ['server/command.mjs', 'import', ...words, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env.PATH ?? '', ...serverEnv(dataDir, port) },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await new Promise((resolved) => { child.once('close', resolved) })
  return (JSON.parse(said) as { done: Done }).done
}

/** A test practice without patients in a folder of its own. */
export async function emptyPractice(name: string): Promise<Practice> {
  const dataDir = resolve('reports', 'bench', name)
  rmSync(dataDir, { recursive: true, force: true })
  await fillPractice(dataDir, (async function* none(): AsyncGenerator<string> {})())
  const port = await freePort()
  const file = sqliteFileOf(dataDir)
  const db = new Database(file, { readonly: true })
  const siteId = String(db.prepare(`select id from sites where jurisdiction = 'NY'`).pluck().get())
  db.close()
  return { dataDir, file, siteId, port }
}

/** How its server is started. */
export const envOf = ({ dataDir, port }: Practice): Record<string, string> => serverEnv(dataDir, port)
