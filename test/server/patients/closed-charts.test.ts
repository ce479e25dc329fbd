import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, HOUR, localDateOf } from '#domain/time.ts'
import { testSites } from '#seed/test-practice.ts'
import { upsertHouseholdLinks } from '#db/household.ts'
import { systemActor } from '#server/audit/recorder.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { buildPatient, open, type Made } from '#test/server/patients/people.ts'
import { buildAppointment } from '#test/server/today/build-day.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

const hudson = testSites[0]?.id ?? ''
let practice: TestPractice
let neighbour: Made
let child: Made
let closed: Made | null = null
const before = new Map<string, Record<string, unknown>>()
const people = ['frontdesk1', 'helpline1', 'clinician1', 'manager1', 'privacy1', 'admin1']

const family = { family: 'Quillfeather', birthDate: '1974-04-09', phone: '914-555-0777', email: 'quill@example.org', siteId: hudson }

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  practice.clock.set(Date.parse('2026-11-24T15:42:00Z'))
  neighbour = await buildPatient(practice, { ...family, given: 'Ada', mrn: 'Q-0001' })
  child = await buildPatient(practice, { ...family, given: 'Tilly', birthDate: '2012-02-03', phone: undefined, mrn: 'Q-0002' })
  await comes(neighbour.id)
  await comes(child.id)
  for (const who of people) before.set(who, await everythingTo(await practice.as(who)))
  closed = await closeOneBy()
})
afterAll(() => practice.stop())

const comes = (patientId: string) => buildAppointment(practice, { patientId, siteId: hudson, startAt: practice.clock.now() + HOUR })

/** A closed chart that could not be nearer to the two others: a twin by name, day, phone and mailbox, of the same family, coming today. */
async function closeOneBy(): Promise<Made> {
  const made = await buildPatient(practice, { ...family, given: 'Ada', mrn: 'Q-0003', restricted: true, household: [{ patientId: neighbour.id, relationship: 'sibling' }] })
  await practice.app.store.tx((w) => upsertHouseholdLinks(w, [
    { source: 'test', sourceId: 'child-of-closed', patientId: child.id, relatedPatientId: made.id, relatedName: 'Ada Quillfeather', relationship: 'mother' },
  ], practice.app.random.id))
  await comes(made.id)
  return made
}

const texts = [
  'quill', 'quillfeather', 'ada', 'ada quillfeather', 'quilfeather', 'quillfaether', 'quillfeather 4/9/1974', 'quill 1974', '4/9/1974', 'april 1974 quill', '0777', '9145550777',
  'q-0003', 'q0003', '0003', 'quill@example.org', 'uillf', 'adda', '',
]

/** Everything that somebody at this desk can ask about people, as it is answered. */
async function everythingTo(desk: Desk): Promise<Record<string, unknown>> {
  const day = localDateOf(practice.clock.now(), 'America/New_York')
  const asked: Record<string, unknown> = {}
  const keep = (name: string, { status, body }: { status: number; body: Record<string, unknown> }) => {
    asked[name] = { status, body: { ...body, requestId: '' } }
  }
  for (const text of texts) {
    for (const more of [{}, { limit: 1 }, { siteId: hudson }, { sort: 'birthDate' }]) keep(`search ${text} ${JSON.stringify(more)}`, await desk.post('/api/patients/search', { text, ...more }))
  }
  for (const one of [{}, { day: addDays(day, 1) }]) keep(`day ${JSON.stringify(one)}`, await desk.post('/api/today/search', one))
  for (const { id } of [neighbour, child]) {
    keep(`record ${id}`, await desk.get(`/api/patients/${id}`))
    keep(`record, with a reason ${id}`, await desk.get(`/api/patients/${id}?reason=asked+by+the+patient`))
  }
  keep('differences', await desk.post('/api/patients/differences/search'))
  for (const path of ['/api/practitioners', '/api/practitioners/loose-ends', '/api/covers', '/api/imports', '/api/two-person-requests', '/api/outbox', '/api/staff', '/api/sites']) {
    keep(path, await desk.get(path))
  }
  return asked
}

test.each(people)(
  'AZ-02: nothing that %s can ask is answered otherwise because of a closed chart: no row, count, mark, spelling, relative or shared address', async (who) => {
    const desk = await practice.as(who)
    const after = await everythingTo(desk)
    const leaks = Object.entries(after).filter(([name, answer]) => JSON.stringify(answer) !== JSON.stringify(before.get(who)?.[name]))
    expect(leaks.map(([name, answer]) => [name, before.get(who)?.[name], answer])).toEqual([])
    expect(JSON.stringify(after)).not.toContain(closed?.id)
  },
)
test('AZ-02: a closed chart’s number, asked for by its bearer’s id or typed for a new patient, answers as one that nobody bears', async () => {
  const desk = await practice.as('frontdesk2')
  const paths = ['', '/access-log', '/edit', '/change-contact', '/mark-deceased', '/undo-deceased']
  for (const path of paths) {
    const ask = (id: string) => (path === '' || path === '/access-log' ? desk.get(`/api/patients/${id}${path}`) : desk.post(`/api/patients/${id}${path}`, { reason: 'a try' }, { version: 1 }))
    const [there, nowhere] = [await ask(closed?.id ?? ''), await ask('00000000-0000-4000-8000-000000000000')]
    expect([path, there.status, { ...there.body, requestId: '' }]).toEqual([path, nowhere.status, { ...nowhere.body, requestId: '' }])
  }
  const create = (mrn: string) => desk.post('/api/patients', { legalGiven: 'Zed', legalFamily: 'Otherwise', birthDate: '1999-01-02', siteId: hudson, mrn, phone: null, phoneUse: null, email: null, reason: 'new here' })
  const taken = await create('Q-0003')
  expect([taken.status, taken.body.code]).toEqual([200, undefined])
})

test('AZ-02: a mail to the bearer of a closed chart is in the outbox without name, number or address', async () => {
  const { app } = practice
  const scene = { actor: systemActor, at: app.clock.now(), requestId: null, sourceAddress: null }
  const send = (personId: string) => app.store.tx((w) => queueMail(w, app, {
    scene, person: { kind: 'patient', id: personId }, purpose: 'security-notice', template: 'contact-changed', refs: { contact: 'phone', by: 'desk' },
  }))
  await send(neighbour.id)
  await send(closed?.id ?? '')
  const manager = await practice.as('manager3')
  const { body } = await manager.get<{ personId: string | null; address: string }[]>('/api/outbox')
  expect(body.filter((mail) => mail.address === family.email).map((mail) => mail.personId)).toEqual([neighbour.id])
  expect(JSON.stringify(body)).not.toContain(closed?.id)
  const by = (id: string) => manager.get(`/api/outbox?filter=${encodeURIComponent(JSON.stringify({ personId: id }))}`)
  const [there, nowhere] = [await by(closed?.id ?? ''), await by('00000000-0000-4000-8000-000000000000')]
  expect([there.status, there.body, there.headers.get('content-range')]).toEqual([nowhere.status, nowhere.body, nowhere.headers.get('content-range')])
})

test('AZ-02: the live line says nothing of a closed chart to whoever does not hold it open, and of a broken glass only to the privacy officers', async () => {
  const heard = { stranger: await listen('frontdesk3'), holder: await listen('frontdesk6'), officer: await listen('privacy1') }
  const holder = await practice.as('frontdesk6')
  await holder.post('/api/patients/break-glass', { mrn: 'Q-0003', kind: 'patient-is-here', reason: 'stands here' })
  const { version } = await open(holder, closed?.id ?? '')
  await holder.post(`/api/patients/${closed?.id}/edit`, { pronouns: 'she/her', reason: 'as she asks' }, { version })
  const manager = await practice.as('manager2')
  await manager.post(`/api/patients/${neighbour.id}/edit`, { pronouns: 'she/her', reason: 'as she asks' }, { version: (await open(manager, neighbour.id)).version })
  await eventually('the ordinary change is heard', () => heard.stranger.text().includes(neighbour.id))
  await eventually('the holder hears of the closed one', () => heard.holder.text().includes(closed?.id ?? '-'))
  expect(heard.stranger.text()).not.toContain(closed?.id)
  expect(heard.stranger.text()).not.toContain('break-glass')
  await eventually('the officer hears of the glass', () => heard.officer.text().includes('break-glass'))
  for (const one of Object.values(heard)) one.stop()
})

/** The event stream of a desk, as text. */
async function listen(who: string): Promise<{ text: () => string; stop: () => void }> {
  const desk = await practice.as(who)
  const controller = new AbortController()
  const response = await fetch(`${practice.origin}/api/events`, { headers: { Cookie: desk.cookie ?? '' }, signal: controller.signal })
  let text = ''
  const decoder = new TextDecoder()
  void (async () => {
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk)
  })().catch(() => undefined)
  return { text: () => text, stop: () => controller.abort() }
}

test('AZ-02: a search takes as long whether the closed chart is there or not, within what chance does', async () => {
  const desk = await practice.as('frontdesk4')
  const time = async (text: string): Promise<number> => {
    const taken: number[] = []
    for (let round = 0; round < 25; round++) {
      const from = performance.now()
      await desk.post('/api/patients/search', { text })
      taken.push(performance.now() - from)
    }
    return taken.toSorted((a, b) => a - b)[12] ?? 0
  }
  await time('q-0003')
  const [there, nowhere] = [await time('q-0003'), await time('q-0009')]
  expect(Math.abs(there - nowhere)).toBeLessThan(Math.max(there, nowhere))
})
