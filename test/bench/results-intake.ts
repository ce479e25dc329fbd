/*
 * `node test/bench/results-intake.ts FOLDER…`: every file of the folders (FHIR as .json and .ndjson, packed or not, and HL7 v2
 * messages) is read into a practice of its own, and it prints what was taken and what was refused, by reason. Messages are read
 * twice: before their patients are here, and after. Values without a report become results of their own by the job.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { eq } from 'drizzle-orm'
import { textOfBytes } from '#domain/hl7/encoding.ts'
import { readOru, type StatedPatient } from '#domain/hl7/oru.ts'
import { MINUTE } from '#domain/time.ts'
import { seedPractice } from '#seed/main.ts'
import type { App } from '#server/app.ts'
import type { MovableClock } from '#server/clock.ts'
import { FeedUnreadable } from '#server/feeds/items.ts'
import { addImport, filesInOrder } from '#server/feeds/new-import.ts'
import { runImport } from '#server/feeds/run-import.ts'
import { findImport } from '#server/feeds/import-state.ts'
import { runDueJobs } from '#server/job-list.ts'
import { startServer } from '#server/main.ts'
import { bySystem } from '#server/results/jobs.ts'
import { takeMessage } from '#server/results/take-message.ts'
import { eventually } from '#test/support/waiting.ts'

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('Say the folders: node test/bench/results-intake.ts FOLDER…')
  process.exit(1)
}
const all = folders.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))).toSorted()
const fhir = all.filter((path) => /\.(nd)?json(\.gz)?$/.test(path) && !path.endsWith('index.json'))
const messages = all.filter((path) => /\.(hl7|oru)$/i.test(path))
const called = (path: string) => path.split('/').slice(-2).join('/')
const dataDir = resolve('reports', 'bench', 'results-intake')
rmSync(dataDir, { recursive: true, force: true })
mkdirSync(dataDir, { recursive: true, mode: 0o700 })
const { app, stop } = await startServer({ PRACTICE: 'test', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, { seedPractice })
const counted = (words: readonly string[]) => Object.fromEntries([...Map.groupBy(words, (one) => one).entries()].map(([word, some]) => [word, some.length] as const).toSorted((a, b) => b[1] - a[1]))
try {
  await files(app)
  await readMessages(app)
  const clock = app.clock as MovableClock
  clock.set(clock.now() + 20 * MINUTE)
  await runDueJobs(app)
  await found(app)
} finally {
  await stop()
}

/** FHIR files, those of one folder as one feed. */
async function files(here: App): Promise<void> {
  const sums = { files: fhir.length, rows: 0, taken: 0, refused: 0, unreadable: 0 }
  for (const [place, paths] of Map.groupBy(fhir, (path) => called(dirname(path)))) {
    const row = await bring(here, `feed-${place.replaceAll('/', '-')}`, paths).catch((error: unknown) => {
      if (!(error instanceof FeedUnreadable)) throw error
      sums.unreadable += paths.length
      return null
    })
    const { importRefusals: f } = here.store.read.t
    const refusals = row ? await here.store.read.select().from(f).where(eq(f.importId, row.id)) : []
    const reasons = Object.fromEntries([...Map.groupBy(refusals, (one) => `${one.kind} ${one.code}`)].map(([what, some]) => [what, some.reduce((sum, one) => sum + one.count, 0)]))
    const taken = (row?.created ?? 0) + (row?.changed ?? 0) + (row?.unchanged ?? 0)
    sums.rows += row?.rowsRead ?? 0
    sums.taken += taken
    sums.refused += row?.refused ?? 0
    console.log(`${place}: ${paths.length} files, ${row?.state ?? 'unreadable'}, ${row?.rowsRead ?? 0} rows, ${taken} taken, ${row?.refused ?? 0} refused ${JSON.stringify(reasons)}`)
  }
  console.log(`FHIR: ${JSON.stringify(sums)}`)
}

async function readMessages(here: App): Promise<void> {
  const read = messages.map((path) => ({ path, bytes: readFileSync(path) }))
  const take = (bytes: Uint8Array) => takeMessage(here, bytes, { via: 'file', scene: bySystem(here.clock.now()), timeZone: 'America/New_York' })
  const before: string[] = []
  for (const { bytes } of read) before.push((await take(bytes)).reason ?? 'taken')
  console.log(`HL7 v2, before their patients are here: ${messages.length} messages ${JSON.stringify(counted(before))}`)
  const stated = read.flatMap(({ bytes }) => patientsOf(bytes))
  await register(here, stated)
  const after: string[] = []
  let reports = 0
  for (const { path, bytes } of read) {
    const taken = await take(bytes)
    after.push(taken.reason ?? 'taken')
    reports += taken.reports
    if (taken.reason !== null) console.log(`  ${called(path)}: ${taken.reason}`)
  }
  console.log(`HL7 v2, after: ${messages.length} messages, ${reports} reports ${JSON.stringify(counted(after))}`)
}

function patientsOf(bytes: Uint8Array): StatedPatient[] {
  const text = textOfBytes(bytes)
  const message = 'refused' in text ? text : readOru(text.read, 'America/New_York')
  return 'refused' in message ? [] : message.read.patients.map((one) => one.patient)
}

/** Registers whoever the messages name, by the first number that each gives. */
async function register(here: App, stated: readonly StatedPatient[]): Promise<void> {
  const named = new Map(stated.flatMap((one) => one.identifiers.slice(0, 1).map(({ value }) => [value, one] as const)))
  const people = [...named].map(([value, one], place) => JSON.stringify({
    resourceType: 'Patient', id: `m${place}`, identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'urn:messages', value }], birthDate: one.birthDate ?? '1980-01-01',
    name: [{ use: 'official', family: one.family || 'Unnamed', given: [one.given || 'Unnamed'] }],
  }))
  const path = join(here.config.dataDir, 'people.ndjson')
  writeFileSync(path, people.join('\n'))
  const row = await bring(here, 'messages', [path])
  console.log(`patients whom the messages name: ${named.size}; registered ${row?.created}, refused ${row?.refused}`)
}

/** Imports files to the end. */
async function bring(here: App, source: string, paths: readonly string[]) {
  const { store } = here
  const [site] = await store.read.select().from(store.read.t.sites).limit(1)
  const inOrder = await filesInOrder(paths)
  const id = await store.tx((w) => addImport(w, here, { source, kind: 'fhir', siteId: site?.id ?? null, mapping: null, dryRun: false, initial: false, startedBy: 'system' }, inOrder))
  await runImport(here, id)
  await eventually('the import', async () => !['waiting', 'running'].includes((await findImport(store.read, id))?.state ?? ''))
  return findImport(store.read, id)
}

/** What the results that came were taken for, and where they stand. */
async function found({ store }: App): Promise<void> {
  const rows = await store.read.select().from(store.read.t.results)
  console.log(`results: ${rows.length}, by kind ${JSON.stringify(counted(rows.map((row) => row.category)))}`)
  console.log(`doubts, looked at by a clinician first: ${JSON.stringify(counted(rows.flatMap((row) => row.doubts.split(',').filter((one) => one !== ''))))}`)
  console.log(`where they stand: ${JSON.stringify(counted(rows.map((row) => row.code)))}`)
  console.log(`doubtful and visible: ${rows.filter((row) => row.doubts !== '' && row.shownAt !== null).length}`)
}
