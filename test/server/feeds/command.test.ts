import { afterAll, beforeAll, expect, test } from 'vitest'
import { carryOutImport } from '#server/feeds/carry-out.ts'
import { importOrderOf, sayImport } from '#server/feeds/import-command.ts'
import { freshAddress } from '#test/support/database.ts'
import { fhirPatient, fhirPatients, firstSite, putFile } from '#test/server/feeds/feed-files.ts'
import { quietPractice, type QuietPractice } from '#test/server/feeds/practice-without-server.ts'

let practice: QuietPractice
beforeAll(async () => { practice = await quietPractice(await freshAddress()) })
afterAll(() => practice.close())

async function say(words: string[], stop?: AbortSignal): Promise<string> {
  const order = importOrderOf(words)
  if (!order) throw new Error('not understood')
  return sayImport(await carryOutImport(practice.app, order, { byServer: false, onProgress: () => undefined, ...(stop ? { stop } : {}) }))
}

test('the command imports, says what became of the rows and names those that were not taken', async () => {
  const path = putFile(practice.app, 'Patient.ndjson', [...fhirPatients(5), fhirPatient(9, { birthDate: '2014-02-30' })])
  const words = [path, '--source', 'cli', '--site', await firstSite(practice.app)]
  expect(await say([...words, '--dry-run'])).toMatch(/^The trial of cli is done\.\nRows read 6 · created 5 · changed 0 · unchanged 0 · not taken 1/)
  const said = await say([...words, '--initial'])
  expect(said).toContain('The import of cli is done.')
  expect(said).toContain('Patient.ndjson, line 6 (Patient): The birth date is not a day of the calendar. Give year, month and day.')
  await expect(say([...words, '--initial'])).rejects.toThrow('There are patients here already, so this is no first load.')
  expect(await say(words)).toContain('created 0 · changed 0 · unchanged 5')
})

test('a command that is stopped is gone on with by --resume', async () => {
  const path = putFile(practice.app, 'many.ndjson', fhirPatients(2_000, 10_000))
  const stop = new AbortController()
  stop.abort()
  expect(await say([path, '--source', 'resumed', '--site', await firstSite(practice.app)], stop.signal)).toContain('waits; go on with --resume')
  expect(await say(['--resume', '--source', 'resumed'])).toMatch(/is done\.\nRows read 2000 · created 2000/)
  await expect(say(['--resume', '--source', 'resumed'])).rejects.toThrow('there is no import to go on with')
})

test('what is missing is asked for in a sentence', async () => {
  const path = putFile(practice.app, 'few.ndjson', fhirPatients(1, 20_000))
  await expect(say([path])).rejects.toThrow('--source NAME')
  await expect(say([path, '--source', 'x'])).rejects.toThrow('--site ID, one of:')
  await expect(say(['nowhere.ndjson', '--source', 'x'])).rejects.toThrow('The file of this import is no longer where it was.')
  const roster = putFile(practice.app, 'odd.csv', 'Last Name,First Name,Colour\nNg,Wei,blue\n')
  await expect(say([roster, '--source', 'x'])).rejects.toThrow('The headings are: Last Name | First Name | Colour.')
  expect(importOrderOf([])).toBeNull()
})
