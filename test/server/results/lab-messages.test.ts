import { connect } from 'node:net'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LabMessages } from '#domain/contracts/result-care.ts'
import { framed, unframer } from '#domain/hl7/mllp.ts'
import { MINUTE } from '#domain/time.ts'
import { runJobs } from '#server/jobs/runner.ts'
import { bySystem } from '#server/results/jobs.ts'
import { readLabFilesJob } from '#server/results/lab-files.ts'
import { startLabListener } from '#server/results/mllp-listener.ts'
import { takeMessage } from '#server/results/take-message.ts'
import { sampleMessage, sampleMessages } from '#test/domain/hl7/sample-messages.ts'
import type { Made } from '#test/server/patients/people.ts'
import { wardOf } from '#test/server/results/results-here.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let green: Made
const drop = mkdtempSync(join(tmpdir(), 'lab-drop-'))
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000', LAB_DROP_DIR: drop, MLLP_PORT: '0' })
  const ward = await wardOf(practice, 'clinician1', '1528068368')
  green = await ward.patient('mychart-ny-nj', { family: 'Green', given: 'Ada', birthDate: '1984-03-01' })
})
afterAll(() => practice.stop())

const take = (text: string, via: 'connector' | 'file' = 'connector') =>
  takeMessage(practice.app, Buffer.from(text, 'utf8'), { via, scene: bySystem(practice.clock.now()), timeZone: 'America/New_York' })
/** The message with four reports, about Ada Green. */
const mixed = () => sampleMessage('hci.hl7').replace(/0008115-23-02[^|]*\|\|Test\^Male\|\|19701031/, `${green.mrn}^^^HERE^MR||Green^Ada||19840301`)
const resultsOf = async (patientId: string) => {
  const { results: r } = practice.app.store.read.t
  return (await practice.app.store.read.select().from(r)).filter((row) => row.patientId === patientId)
}

test('one message with four reports is taken as four results, each by its own kind; the same message again changes nothing', async () => {
  const first = await take(mixed())
  expect([first.code, first.reason]).toEqual(['AA', null])
  const rows = await resultsOf(green.id)
  expect(rows.map((row) => row.category).toSorted()).toEqual(['hepatitis', 'hepatitis', 'hiv-htlv', 'laboratory'])
  expect(rows.every((row) => !row.orderedElsewhere && row.practitionerId !== null)).toBe(true)
  expect((await take(mixed())).code).toBe('AA')
  expect(await resultsOf(green.id)).toHaveLength(4)
})

test('a person who is not here, and somebody else under the same number, are refused; nothing is kept', async () => {
  expect((await take(sampleMessage('hci.hl7'))).reason).toBe('RESULT_PATIENT_UNKNOWN')
  expect((await take(mixed().replace('19840301', '19840302').replace('20230816123358|P', '7|P'))).reason).toBe('RESULT_PATIENT_DIFFERS')
  expect(await resultsOf(green.id)).toHaveLength(4)
  const manager = await practice.as('manager1')
  const { rows } = (await manager.get<LabMessages>('/api/lab-messages')).body
  expect(rows.map((row) => row.message)).toContain('No patient here has the identifier that the report names.')
  expect(JSON.stringify(rows)).not.toMatch(/Green|Reactive|1984-?03/)
})

test('files of a drop folder are read and put away, each with its outcome', async () => {
  mkdirSync(drop, { recursive: true })
  writeFileSync(join(drop, 'good.hl7'), mixed().replace('20230816123358|P', '8|P'))
  writeFileSync(join(drop, 'letter.txt'), 'Dear doctor')
  // The running server looks into the folder by itself, too: whichever look it was, both files are put away after this one.
  practice.clock.advance(MINUTE)
  await runJobs(practice.app, [readLabFilesJob])
  expect([readdirSync(join(drop, 'taken')), readdirSync(join(drop, 'refused'))]).toEqual([['good.hl7'], ['letter.txt']])
})

test('over MLLP each message gets its answer in a frame: taken or refused', async () => {
  const listener = await startLabListener(practice.app)
  const answers = await new Promise<string[]>((resolve, reject) => {
    const line = connect(listener?.port ?? 0, '127.0.0.1')
    const unframe = unframer(1_000_000)
    const found: string[] = []
    line.on('error', reject)
    line.on('data', (piece: Buffer) => {
      found.push(...unframe(piece).messages.map((one) => Buffer.from(one).toString('utf8')))
      if (found.length === 2) line.end(() => resolve(found))
    })
    line.write(Buffer.concat([framed(Buffer.from(mixed().replace('20230816123358|P', '9|P'))), framed(Buffer.from('MSH|^~\\&|A|B|C|D|2026||ADT^A01|77|P|2.5'))]))
  })
  await listener?.stop()
  expect(answers[0]).toContain('MSA|AA|9|')
  expect(answers[1]).toContain('MSA|AE|77|')
})

test('every sample message is answered, whoever it is about', async () => {
  for (const { file, bytes } of sampleMessages().slice(0, 12)) {
    const { code } = await takeMessage(practice.app, bytes, { via: 'file', scene: bySystem(practice.clock.now()), timeZone: 'America/New_York' })
    expect([file, code]).toEqual([file, 'AE'])
  }
})
