import { asc, eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import type { App } from '#server/app.ts'
import { addImport, filesInOrder } from '#server/feeds/new-import.ts'
import { runImport } from '#server/feeds/run-import.ts'
import { freshAddress } from '#test/support/database.ts'
import { countsOf, fhirPatient, fhirPatients, firstSite, importFiles, putFile, refusalsOf } from '#test/server/feeds/feed-files.ts'
import { importInChild } from '#test/server/feeds/import-in-child.ts'
import { quietPractice } from '#test/server/feeds/practice-without-server.ts'

const ROWS = 900

/** A feed of patients with a bad row in each hundred. */
function feed() {
  return fhirPatients(ROWS).map((row, n) => (n % 100 === 50 ? fhirPatient(n, { birthDate: '2030-01-01' }) : row))
}

/** Everything that an import leaves, without ids and instants. */
async function leftBy(app: App, importId: string) {
  const { patients: p, patientContacts, patientIdentifiers, rowOrigins: o } = app.store.read.t
  return {
    patients: await app.store.read.select({ sourceId: p.sourceId, hash: p.sourceHash, version: p.version, line: o.line })
      .from(p).innerJoin(o, eq(o.rowId, p.id)).orderBy(asc(p.sourceId), asc(o.line)),
    contacts: await app.store.read.$count(patientContacts), numbers: await app.store.read.$count(patientIdentifiers),
    refusals: await refusalsOf(app, importId),
  }
}

test('an import that is killed twice and gone on with each time ends as one that never was', async () => {
  const calm = await quietPractice(await freshAddress())
  onTestFinished(() => calm.close())
  const whole = await importFiles(calm.app, [putFile(calm.app, 'feed.ndjson.gz', feed())])
  const expected = await leftBy(calm.app, whole.id)
  expect(countsOf(whole.row)).toEqual([ROWS, ROWS - 9, 0, 0, 9])

  const address = await freshAddress()
  const practice = await quietPractice(address)
  const files = await filesInOrder([putFile(practice.app, 'feed.ndjson.gz', feed())])
  const siteId = await firstSite(practice.app)
  const id = await practice.app.store.tx((w) => addImport(w, practice.app, {
    source: 'test-feed', kind: 'fhir', siteId, mapping: null, dryRun: false, initial: false, startedBy: 'system',
  }, files))
  await practice.close()
  expect(await importInChild(address, id, 200)).not.toContain('ended')
  expect(await importInChild(address, id, 200)).not.toContain('ended')
  expect(await importInChild(address, id, null)).toContain('ended done')

  const after = await quietPractice(address)
  onTestFinished(() => after.close())
  const { imports } = after.app.store.read.t
  const [row] = await after.app.store.read.select().from(imports).where(eq(imports.id, id))
  expect(countsOf(row ?? null)).toEqual([ROWS, ROWS - 9, 0, 0, 9])
  expect(await leftBy(after.app, id)).toEqual(expected)
}, 180_000)

test('a cancelled import keeps what it wrote and goes on from there; another file in its place is not taken for it', async () => {
  const MANY = 2_500
  const { app, close } = await quietPractice(await freshAddress())
  onTestFinished(close)
  const path = putFile(app, 'feed.ndjson', fhirPatients(MANY))
  const { imports } = app.store.read.t
  let asked = false
  const onSlice = (): void => {
    if (asked) return
    asked = true
    void app.store.tx(async (w) => void await w.update(w.t.imports).set({ cancelAskedAt: app.clock.now() }))
  }
  const { id, row } = await importFiles(app, [path], {}, { onSlice })
  expect(row?.state).toBe('cancelled')
  const written = row?.created ?? 0
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(MANY)
  expect(await app.store.read.$count(app.store.read.t.patients)).toBe(written)

  putFile(app, 'feed.ndjson', fhirPatients(MANY, 1))
  await app.store.tx(async (w) => void await w.update(w.t.imports).set({ state: 'waiting' }).where(eq(imports.id, id)))
  const other = await runImport(app, id)
  expect([other?.state, other?.failure]).toEqual(['failed', '{"code":"IMPORT_FILE_CHANGED","facts":{}}'])

  putFile(app, 'feed.ndjson', fhirPatients(MANY))
  await app.store.tx(async (w) => void await w.update(w.t.imports).set({ state: 'waiting' }).where(eq(imports.id, id)))
  const ended = await runImport(app, id)
  expect([ended?.state, countsOf(ended)]).toEqual(['done', [MANY, MANY, 0, 0, 0]])
})
