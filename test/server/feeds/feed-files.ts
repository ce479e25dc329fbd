import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { asc, eq } from 'drizzle-orm'
import type { App } from '#server/app.ts'
import { addImport, filesInOrder, type ImportPlan } from '#server/feeds/new-import.ts'
import { findImport } from '#server/feeds/import-state.ts'
import { runImport, type RunOptions } from '#server/feeds/run-import.ts'
import { eventually } from '#test/support/waiting.ts'

type Json = Record<string, unknown>

/** A made-up patient of a feed by number. */
export function fhirPatient(n: number, more: Json = {}): Json {
  return {
    resourceType: 'Patient', id: `p${n}`,
    identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'urn:test:mrn', value: `M${String(n).padStart(6, '0')}` }],
    name: [{ use: 'official', family: `Family${n % 97}`, given: [`Given${n % 31}`] }],
    birthDate: `19${String(50 + (n % 50))}-0${1 + (n % 9)}-1${n % 10}`, gender: n % 2 ? 'female' : 'male',
    telecom: [{ system: 'phone', value: `212-555-${String(n % 10_000).padStart(4, '0')}` }, { system: 'email', value: `p${n}@example.org` }],
    ...more,
  }
}

export function fhirPatients(count: number, from = 0): Json[] {
  return Array.from({ length: count }, (_, n) => fhirPatient(from + n))
}

/** Puts a file into the practice's folder and answers its path; a name in `.gz` is packed. */
export function putFile(app: App, name: string, content: string | Buffer | readonly (Json | string)[]): string {
  const path = join(app.config.dataDir, name)
  const body = Array.isArray(content) ? content.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('') : content as string | Buffer
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(body) : body)
  return path
}

export async function firstSite(app: App): Promise<string> {
  const [site] = await app.store.read.select().from(app.store.read.t.sites).orderBy(asc(app.store.read.t.sites.name)).limit(1)
  if (!site) throw new Error('the practice has no site')
  return site.id
}

/** Imports files to the end, unless stopped before. */
export async function importFiles(app: App, paths: readonly string[], plan: Partial<ImportPlan> = {}, options: RunOptions = {}) {
  const files = await filesInOrder(paths)
  const siteId = await firstSite(app)
  const id = await app.store.tx((w) => addImport(w, app, {
    source: 'test-feed', kind: 'fhir', siteId, mapping: null, dryRun: false, initial: false, startedBy: 'system', ...plan,
  }, files))
  return { id, row: await runImport(app, id, options) ?? await endedByServer(app, id) }
}

/** A practice with a server takes up what waits by itself, and may have been first. */
async function endedByServer(app: App, id: string) {
  const isOver = async () => !['waiting', 'running'].includes((await findImport(app.store.read, id))?.state ?? '')
  await eventually('the import that the server took up', isOver)
  return findImport(app.store.read, id)
}

export function countsOf(row: { rowsRead: number; created: number; changed: number; unchanged: number; refused: number } | null) {
  return row && [row.rowsRead, row.created, row.changed, row.unchanged, row.refused]
}

/** Why rows of an import were not taken: file, line or kind, code, how many. */
export async function refusalsOf(app: App, importId: string) {
  const { importRefusals: r } = app.store.read.t
  const rows = await app.store.read.select().from(r).where(eq(r.importId, importId)).orderBy(asc(r.filePlace), asc(r.mark))
  return rows.map((row) => [row.filePlace, row.line, row.kind, row.code, row.count])
}
