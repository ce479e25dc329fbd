import { screen, waitFor, within } from '@testing-library/react'
import { reactRouterProvider } from 'ra-core'
import { expect, test } from 'vitest'
import CreatePatientPage from '#client/patients/CreatePatientPage.tsx'
import ClosedChartPage from '#client/patients/ClosedChart.tsx'
import PatientRecord from '#client/patients/PatientRecord.tsx'
import { MINUTE, isoOf } from '#domain/time.ts'
import { buildStart } from '#test/client/enroll/build-enrollment.ts'
import { buildRecord } from '#test/client/patients/build-record.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { nobodyElse } from '#test/client/proxy-access/nobody-else.ts'
import { fakeServer, list, problem } from '#test/client/support/fake-server.ts'
import { expectConsoleError } from '#test/support/console-gate.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

const read = 'GET /patients/patient-ana'
const enrolling = { ...nobodyElse('patient-ana'), 'GET /patients/patient-ana/enrollment': { body: buildStart() } }
const editPath = 'POST /patients/patient-ana/edit'
const sites = list('sites', [{ id: 'site-main', name: 'Main Street', timeZone: 'America/New_York', jurisdiction: 'NY', phone: null, retired: false, version: 1 }])
const session = buildSession({ roles: ['front-desk'] })
const { Route, Routes } = reactRouterProvider
const record = <Routes><Route path="/patients/:id/*" element={<PatientRecord />} /></Routes>

test('somebody was first: the text is safe, can be compared, and goes on top of what is on record now', async () => {
  const now = buildRecord({ version: 4, pronouns: 'they/them', gender: 'female' })
  let tries = 0
  const server = fakeServer({
    ...enrolling, [read]: { body: buildRecord() }, 'GET /sites': sites,
    [editPath]: () => ((tries += 1) === 1 ? problem(412, 'VERSION_STALE', { current: now }) : { body: { version: 5 } }),
  })
  const { user, place } = renderConsole(record, { session, at: '/patients/patient-ana/edit' })
  await user.type(await screen.findByLabelText('Pronouns'), 'she/her')
  await user.type(screen.getByLabelText('Reason'), 'she told me')
  await user.click(screen.getByRole('button', { name: /Keep the changes/ }))
  expect(await screen.findByText(/Somebody changed this at/)).toBeDefined()
  expect(screen.getByText(/Your text is safe. New: Gender, Pronouns/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Compare' }))
  expect((await screen.findByRole('row', { name: /Pronouns/ })).textContent).toContain('they/themshe/her')
  await user.click(screen.getByRole('button', { name: 'Take it, keep my text' }))
  expect(screen.getByLabelText<HTMLInputElement>('Pronouns').value).toBe('she/her')
  expect(screen.getByLabelText<HTMLInputElement>('Gender').value).toBe('female')
  await user.click(screen.getByRole('button', { name: /Keep the changes/ }))
  await waitFor(() => expect(place()).toBe('/patients/patient-ana'))
  const [first, second] = server.to(editPath)
  expect([first?.headers['If-Match'], second?.headers['If-Match']]).toEqual(['"3"', '"4"'])
  expect(second?.body).toEqual({ pronouns: 'she/her', keepFormerName: true, reason: 'she told me' })
})

test('a changed legal name asks whether it was changed or mistyped', async () => {
  const server = fakeServer({ ...enrolling, [read]: { body: buildRecord() }, 'GET /sites': sites, [editPath]: { body: { version: 4 } } })
  const { user } = renderConsole(record, { session, at: '/patients/patient-ana/edit' })
  expect(screen.queryByText('The name was mistyped: it is put right')).toBeNull()
  await user.type(await screen.findByLabelText('Legal family name'), ' Gómez')
  await user.click(screen.getByLabelText('The name was mistyped: it is put right'))
  await user.type(screen.getByLabelText('Reason'), 'read from the ID')
  await user.click(screen.getByRole('button', { name: /Keep the changes/ }))
  await waitFor(() => expect(server.to(editPath)[0]?.body).toEqual({ legalFamily: 'Ruiz Gómez', keepFormerName: false, reason: 'read from the ID' }))
})

test('somebody alike is shown beside the new patient; the filled button goes back, another person takes a reason', async () => {
  const candidate = { id: 'patient-ana', name: 'Ana Ruiz', birthDate: '1980-03-01', age: 46, mrnTail: '7f4b', phoneTail: '76', siteName: 'Main Street', portalState: 'none', matched: [], alike: 'same-name' }
  const server = fakeServer({ ...nobodyElse('patient-ana'),
    'GET /sites': sites,
    'POST /patients': ({ body }) => ((body as { override?: unknown }).override ? { body: { id: 'new-one', version: 1 } } : problem(409, 'LOOKS_LIKE_SOMEBODY', { current: { candidates: [candidate] } })),
  })
  const { user, place } = renderConsole(<CreatePatientPage />, { session })
  await user.type(await screen.findByLabelText('Legal given name'), 'Ana')
  await user.type(screen.getByLabelText('Legal family name'), 'Ruiz')
  await user.type(screen.getByLabelText('Birth date'), '1980-03-01')
  await user.type(screen.getByLabelText('Why'), 'new at the desk')
  await user.click(screen.getByRole('button', { name: /Create the record/ }))
  expect(await screen.findByText('Same name, same birth date')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Open this record' }).getAttribute('href')).toContain('/patients/patient-ana')
  await user.click(screen.getByRole('button', { name: 'Go back and mend' }))
  expect(screen.getByLabelText<HTMLInputElement>('Legal given name').value).toBe('Ana')
  await user.click(screen.getByRole('button', { name: /Create the record/ }))
  await user.type(await screen.findByLabelText('It is another person, because'), 'both stand here')
  await user.click(screen.getByRole('button', { name: 'Another person: create' }))
  await waitFor(() => expect(place()).toBe('/patients/new-one'))
  expect(server.to('POST /patients').at(-1)?.body).toMatchObject({ override: { reason: 'both stand here' }, phone: null, email: null, mrn: null })
})

test('a wrong guess at a closed chart says only that nobody fits; without words nothing is asked', async () => {
  const server = fakeServer({ ...nobodyElse('patient-ana'), 'POST /patients/break-glass': problem(404, 'NOT_FOUND') })
  const { user } = renderConsole(<ClosedChartPage />, { session })
  await user.type(await screen.findByLabelText('MRN'), 'VIP-1')
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect(await screen.findByText('Say in a few words why.')).toBeDefined()
  expect(server.asked).toHaveLength(0)
  await user.type(screen.getByLabelText('In a few words'), 'stands here')
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect(await screen.findByText(/Nobody fits/)).toBeDefined()
  expect(server.to('POST /patients/break-glass')[0]?.body).toEqual({ mrn: 'VIP-1', kind: 'patient-is-here', reason: 'stands here' })
})

test('a chart that is held open says for how long', async () => {
  fakeServer({ ...enrolling, [read]: { body: buildRecord({ restricted: true, heldUntil: isoOf(Date.now() + 42 * MINUTE), alerts: [{ kind: 'restricted' }] }) } })
  renderConsole(record, { session, at: '/patients/patient-ana' })
  expect((await screen.findByText(/open to you, and to you alone/)).textContent).toMatch(/4[12]:\d\d/)
  expect(screen.getByText(/Say nothing of it/)).toBeDefined()
})

test('the own chart asks why before it opens', async () => {
  expectConsoleError(/OWN_OR_HOUSEHOLD_CHART/)
  let isOpen = false
  const server = fakeServer({
    ...enrolling,
    [read]: () => (isOpen ? { body: buildRecord({ heldUntil: isoOf(Date.now() + 60 * MINUTE) }) } : problem(403, 'OWN_OR_HOUSEHOLD_CHART')),
    'POST /patients/break-glass': () => { isOpen = true; return { body: { patientId: 'patient-ana', endsAt: isoOf(Date.now() + 60 * MINUTE) } } },
  })
  const { user } = renderConsole(record, { session, at: '/patients/patient-ana' })
  await user.type(await screen.findByLabelText('In a few words'), 'my own record, asked by the doctor')
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect(await screen.findByText('Ana Ruiz', { selector: 'h1' })).toBeDefined()
  expect(server.to('POST /patients/break-glass')[0]?.body).toMatchObject({ patientId: 'patient-ana' })
})

test('a person recorded as deceased has a banner, the way to undo it, and no contact to change', async () => {
  fakeServer({ ...enrolling, [read]: { body: buildRecord({ deceased: true, deceasedOn: '2026-10-01', death: { evidence: 'family', recordedAt: '2026-10-02T14:00:00Z', recordedBy: 'Rosa Delgado' } }) } })
  const { user } = renderConsole(record, { session, at: '/patients/patient-ana' })
  expect(await screen.findByText(/Died on 1 Oct 2026/)).toBeDefined()
  expect(screen.getByText(/Recorded by Rosa Delgado/)).toBeDefined()
  expect(screen.queryByRole('button', { name: /Add…/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Change…/ }))
  expect(await screen.findByText(/This person is recorded as deceased/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Ask to undo it…' }))
  expect(await screen.findByText(/A manager or the privacy officer decides/)).toBeDefined()
})

test('a contact is changed with evidence and a reason; how many addresses were told is said', async () => {
  const server = fakeServer({ ...enrolling, [read]: { body: buildRecord() }, 'POST /patients/patient-ana/change-contact': { body: { version: 4, told: 2 } } })
  const { user } = renderConsole(record, { session, at: '/patients/patient-ana' })
  await user.click(await screen.findByRole('button', { name: 'Change a···@example.org' }))
  await user.type(await screen.findByLabelText('New address'), 'new@example.org')
  await user.click(screen.getByLabelText('The patient is here, in front of me'))
  await user.type(screen.getByLabelText('Reason'), 'has a new one')
  await user.click(screen.getByRole('button', { name: 'Change it' }))
  await waitFor(() => expect(server.to('POST /patients/patient-ana/change-contact')[0]?.body).toEqual({
    kind: 'email', contactId: 'contact-1', value: 'new@example.org', use: null, evidence: 'photo-id', patientIsPresent: true, reason: 'has a new one',
  }))
})

test.each([['helpline' as const], ['clinician' as const]])('%s sees no way to change the record', async (role) => {
  fakeServer({ ...enrolling, [read]: { body: buildRecord() } })
  renderConsole(record, { session: buildSession({ roles: [role] }), at: '/patients/patient-ana' })
  await screen.findByText('Ana Ruiz', { selector: 'h1' })
  expect(screen.queryByRole('button', { name: /Change…/ })).toBeNull()
  expect(screen.queryByRole('button', { name: /Add…/ })).toBeNull()
})

test('what a feed says otherwise stands beside what is on record; taking it asks for a reason, a contact is not taken by a press', async () => {
  const settle = 'POST /patients/patient-ana/settle-difference'
  const at = { editedAt: '2026-11-01T12:00:00Z', sinceAt: '2026-11-20T12:00:00Z' }
  const differences = [{ field: 'language' as const, feedValue: 'fr', ...at }, { field: 'email' as const, feedValue: 'o···@example.org', ...at }]
  const server = fakeServer({ ...enrolling, [read]: { body: buildRecord({ language: 'es', differences }) }, [settle]: { body: { version: 4 } } })
  const { user } = renderConsole(record, { session, at: '/patients/patient-ana' })
  const language = await screen.findByRole('row', { name: /Language/ })
  expect(language.textContent).toMatch(/es.*fr/)
  const email = screen.getByRole('row', { name: /o···@example.org/ })
  expect(within(email).queryByRole('button', { name: 'Take the feed’s' })).toBeNull()
  await user.click(within(language).getByRole('button', { name: 'Take the feed’s' }))
  const panel = await screen.findByRole('dialog')
  await user.type(within(panel).getByLabelText('Reason'), 'asked the patient')
  await user.click(within(panel).getByRole('button', { name: /Take the feed’s/ }))
  await waitFor(() => expect(server.to(settle)[0]?.body).toEqual({ field: 'language', take: 'feed', reason: 'asked the patient' }))
  expect(server.to(settle)[0]?.headers['If-Match']).toBe('"3"')
})
