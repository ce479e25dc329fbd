import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellContactChangesJob } from '#server/patients/jobs.ts'
import { freshAddress } from '#test/support/database.ts'
import { fhirPatient, importFiles, putFile } from '#test/server/feeds/feed-files.ts'
import { quietPractice, type QuietPractice } from '#test/server/feeds/practice-without-server.ts'

let practice: QuietPractice
beforeAll(async () => { practice = await quietPractice(await freshAddress()) })
afterAll(() => practice.close())

const mailAt = (value: string) => ({ telecom: [{ system: 'email', value }], birthDate: '1980-05-05' })

async function told(sourceId: string): Promise<string[]> {
  const { read } = practice.app.store
  const { outboxMails: m, patients: p } = read.t
  const rows = await read.select({ address: m.address }).from(m).innerJoin(p, eq(p.id, m.personId))
    .where(and(eq(p.sourceId, sourceId), eq(m.template, 'contact-changed'))).orderBy(asc(m.address))
  return rows.map((row) => row.address)
}

test('ID-02, ID-03: whose address a feed changes is told at the old one and at the new one, once', async () => {
  const { app } = practice
  await importFiles(app, [putFile(app, 'before.ndjson', [fhirPatient(610, mailAt('old@example.org')), fhirPatient(611, mailAt('same@example.org'))])])
  await importFiles(app, [putFile(app, 'after.ndjson', [fhirPatient(610, mailAt('new@example.org')), fhirPatient(611, { ...mailAt('same@example.org'), gender: 'other' })])])
  const run = () => tellContactChangesJob.run(app, new AbortController().signal)
  expect(await run()).toEqual({ changes: 1, told: 2 })
  expect(await told('p610')).toEqual(['new@example.org', 'old@example.org'])
  expect(await told('p611')).toEqual([])
  expect(await run()).toEqual({ changes: 0, told: 0 })
})

test('a number that a feed changes is told by mail to the address on file', async () => {
  const { app } = practice
  const phone = (value: string) => ({ telecom: [{ system: 'phone', value }, { system: 'email', value: 'stays@example.org' }], birthDate: '1980-05-05' })
  await importFiles(app, [putFile(app, 'phone-before.ndjson', [fhirPatient(620, phone('555-201-3344'))])])
  await importFiles(app, [putFile(app, 'phone-after.ndjson', [fhirPatient(620, phone('555-201-9999'))])])
  expect(await tellContactChangesJob.run(app, new AbortController().signal)).toEqual({ changes: 1, told: 1 })
  expect(await told('p620')).toEqual(['stays@example.org'])
})
