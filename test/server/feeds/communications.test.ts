import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, isoOf } from '#domain/time.ts'
import { PORTAL_SYSTEM } from '#domain/feeds/fhir-communication.ts'
import { freshAddress } from '#test/support/database.ts'
import { countsOf, fhirPatients, importFiles, putFile, refusalsOf } from '#test/server/feeds/feed-files.ts'
import { quietPractice, type QuietPractice } from '#test/server/feeds/practice-without-server.ts'

let practice: QuietPractice
beforeAll(async () => { practice = await quietPractice(await freshAddress()) })
afterAll(() => practice.close())

test('messages of a feed come into queues with clocks, once, and what cannot be one is told', async () => {
  const { app } = practice
  const sent = app.clock.now() - 5 * HOUR
  const communication = {
    resourceType: 'Communication', id: 'c1', status: 'completed', sent: isoOf(sent), identifier: [{ system: PORTAL_SYSTEM, value: 'mychart-ny-nj' }],
    subject: { reference: 'Patient/p1' }, sender: { reference: 'Patient/p1' }, topic: { text: 'Refill', coding: [{ code: 'refill' }] }, payload: [{ contentString: 'I have three tablets left.' }],
  }
  const files = [
    putFile(app, 'messages.ndjson', [
      communication, { ...communication, id: 'c2', partOf: [{ reference: 'Communication/c1' }], sent: isoOf(sent + HOUR), payload: [{ contentString: 'Two now.' }] },
      { ...communication, id: 'c3', sender: { reference: 'Practitioner/d1' } }, { ...communication, id: 'c4', payload: [] }, { ...communication, id: 'c5', subject: undefined },
      { ...communication, id: 'c6', subject: { reference: 'Patient/nobody' }, sender: { reference: 'Patient/nobody' } },
    ]),
    putFile(app, 'patients.ndjson.gz', fhirPatients(3)),
  ]
  const first = await importFiles(app, files)
  expect(countsOf(first.row)).toEqual([9, 5, 0, 0, 4])
  expect((await refusalsOf(app, first.id)).map((one) => one[3]).toSorted((a, b) => (String(a) < String(b) ? -1 : 1)))
    .toEqual(['COMMUNICATION_FROM_STAFF', 'COMMUNICATION_WITHOUT_PATIENT', 'COMMUNICATION_WITHOUT_TEXT', 'FEED_PATIENT_UNKNOWN'])
  const { messageThreads: h, messageEntries: e } = app.store.read.t
  const threads = await app.store.read.select().from(h)
  expect(threads).toMatchObject([{ subject: 'Refill', topic: 'refill', startedAt: sent, targetAt: sent + 48 * HOUR }])
  expect(await app.store.read.$count(e, eq(e.threadId, threads[0]?.id ?? ''))).toBe(2)
  expect(countsOf((await importFiles(app, files)).row)).toEqual([9, 0, 0, 5, 4])
})
