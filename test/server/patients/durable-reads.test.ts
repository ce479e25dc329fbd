import { expect, onTestFinished, test } from 'vitest'
import { openPractice, type TestPractice } from '#test/support/desk.ts'
import { buildPatient } from '#test/server/patients/people.ts'

async function practiceOfTest(): Promise<TestPractice> {
  const practice = await openPractice()
  onTestFinished(() => practice.stop())
  return practice
}

/** Makes every insert into the audit fail, as a full disk would; the answer mends it. */
async function breakAudit({ app: { store } }: TestPractice): Promise<() => Promise<unknown>> {
  if (store.engine === 'sqlite') {
    await store.raw("CREATE TRIGGER disk_full BEFORE INSERT ON audit_events BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
    return () => store.raw('DROP TRIGGER disk_full')
  }
  await store.raw("ALTER TABLE audit_events ADD CONSTRAINT disk_full CHECK (event = 'never') NOT VALID")
  return () => store.raw('ALTER TABLE audit_events DROP CONSTRAINT disk_full')
}

test('AD-03: when the audit cannot be written, a search and an opened record show nothing and answer 503', async () => {
  const practice = await practiceOfTest()
  const { id } = await buildPatient(practice, { family: 'Canary', given: 'Yellow' })
  const desk = await practice.as('frontdesk1')
  expect((await desk.get(`/api/patients/${id}`)).status).toBe(200)
  const mend = await breakAudit(practice)
  const answers = [await desk.post('/api/patients/search', { text: 'canary' }), await desk.get(`/api/patients/${id}`)]
  await mend()
  expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([[503, 'STORAGE_BUSY'], [503, 'STORAGE_BUSY']])
  expect(JSON.stringify(answers)).not.toMatch(/Canary|Yellow/)
  expect((await desk.get(`/api/patients/${id}`)).status).toBe(200)
})

test('AD-03: the event of a read is there when the answer is', async () => {
  const practice = await practiceOfTest()
  const { id } = await buildPatient(practice)
  const { read } = practice.app.store
  const desk = await practice.as('frontdesk1')
  const before = await read.$count(read.t.auditEvents)
  for (let time = 1; time <= 5; time++) {
    await desk.get(`/api/patients/${id}`)
    expect(await read.$count(read.t.auditEvents)).toBe(before + time)
  }
})
