import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import PatientRecord from '#client/patients/PatientRecord.tsx'
import type { MatrixAnswer, ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import type { Role } from '#domain/roles.ts'
import { buildRecord } from '#test/client/patients/build-record.ts'
import { buildColumn, buildGrant, buildMatrix, buildProxies } from '#test/client/proxy-access/build-access.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, problem } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const NOW = Date.parse('2026-11-24T15:42:00Z')
const record = buildRecord({ id: 'p1', name: 'Ossie Rodriguez', birthDate: '2014-12-07', age: 11, mrnTail: 'a02c' })

type Given = { role?: Role; matrix?: Partial<MatrixAnswer>; facts?: Partial<ProxiesAnswer>; answers?: Parameters<typeof fakeServer>[0] }

/** The proxy tab of Ossie, thirteen days before she turns twelve. */
async function openTab({ role = 'front-desk', matrix = {}, facts = {}, answers = {} }: Given = {}) {
  const server = fakeServer({
    'GET /patients/p1': { body: record }, 'GET /patients/p1/access': { body: buildMatrix(matrix) }, 'GET /patients/p1/proxies': { body: buildProxies(facts) }, ...answers,
  })
  const shown = renderConsole(inRoute('/patients/:id/*', <Suspense><PatientRecord /></Suspense>), { session: buildSession({ roles: [role], now: NOW }), at: '/patients/p1/proxy-access' })
  await screen.findByRole('grid')
  return { server, ...shown }
}

const why = () => screen.getByRole('region', { name: /^Why/ })
const cursor = () => document.getElementById(screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '')

test('the matrix is a real table: lines and people are headed, each cell says its answer in a word', async () => {
  await openTab()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Who can see what of Ossie Rodriguez, and why')
  const line = screen.getByRole('rowheader', { name: 'Lab and test results' }).closest('tr')
  expect([...(line?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual(['sees', 'stops', 'sees', 'stops'])
  const kept = screen.getByRole('rowheader', { name: 'See and pay bills' }).closest('tr')
  expect([...(kept?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual(['sees', 'sees', 'sees', 'sees'])
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(expect.arrayContaining(['today', 'from 7 Dec']))
  expect(screen.getByText('12 in 13 days')).toBeTruthy()
})

test('the cursor begins at results on the birthday, with the verdict, the age on that day, the grant, the rule, its source and what to say', async () => {
  await openTab()
  const text = why().textContent ?? ''
  for (const part of ['Inés Rodriguez · Lab and test results · 7 Dec', 'Stops at the 12th birthday', '7 Dec 2026, 00:00 ET, by itself', 'Age on that day: 12, band 12–17', 'Full access, Parent of a minor, since 3 Mar 2025', 'R21', 'Source: MyChart guide (S0)', 'The source lists two sets of what stays', 'You keep bills and immunizations.']) {
    expect(text).toContain(part)
  }
})

test('with the keyboard alone: arrows move the cursor and the why follows, ? goes to it', async () => {
  const { user } = await openTab()
  await user.tab()
  screen.getByRole('grid').focus()
  expect(cursor()?.textContent).toBe('stops')
  await user.keyboard('{ArrowLeft}')
  expect(cursor()?.textContent).toBe('sees')
  expect(why().textContent).toContain('Sees it')
  await user.keyboard('{ArrowDown}{End}')
  expect(why().textContent).toContain('Tomás Rodriguez · Medications and refills')
  await user.keyboard('?')
  expect(why().contains(document.activeElement)).toBe(true)
})

test('the brackets step through the days on which anything changes', async () => {
  const { user, server } = await openTab()
  await user.keyboard(']')
  await waitFor(() => expect(server.to('GET /patients/p1/access').at(-1)?.path).toContain(encodeURIComponent('2032-12-07T05:00:00.000Z')))
})

test('any other day can be compared, by the portal’s own midnight', async () => {
  const { user, server } = await openTab()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Second day' }), 'another day…')
  const field = screen.getByLabelText('Second day: another day…')
  fireEvent.change(field, { target: { value: '2027-03-01' } })
  await waitFor(() => expect(server.to('GET /patients/p1/access').at(-1)?.path).toContain(encodeURIComponent('2027-03-01T05:00:00.000Z')))
})

test('nobody who could read results is said before it happens', async () => {
  await openTab()
  expect(screen.getByText('From 7 Dec nobody can read the results on the portal.')).toBeTruthy()
})

test('several portals have a switch, one has none', async () => {
  const portals = [{ id: 'mychart-ny-nj', name: 'MyChart NY/NJ', timeZone: 'America/New_York' }, { id: 'nextgen-legacy', name: 'NextGen (legacy)', timeZone: 'America/New_York' }]
  const { user, server } = await openTab({ matrix: { portals } })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Portal' }), 'NextGen (legacy)')
  await waitFor(() => expect(server.to('GET /patients/p1/access').at(-1)?.path).toContain('portal=nextgen-legacy'))
})

test('of somebody whom a safety note stops the clerk learns that it is so, what to say and what not; never why', async () => {
  const held = buildColumn({ personId: 'carlos', name: 'Carlos Vega', relationship: 'father', held: true, state: 'held', grantId: 'g-carlos' })
  await openTab({ matrix: { columns: [buildColumn(), held], hasBlock: true }, facts: { hasBlock: true, grants: [buildGrant(), buildGrant({ id: 'g-carlos', personId: 'carlos', personName: 'Carlos Vega', state: 'held', cause: 'held' })] } })
  const refusal = screen.getByRole('region', { name: 'Grant refused: Carlos Vega' })
  expect(refusal.textContent).toContain('The privacy office answers requests like this in writing.')
  expect(refusal.textContent).toContain('Don’t say that a note exists, or who is on it.')
  expect(within(refusal).queryByRole('button')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Read the notes' })).toBeNull()
})

test('X revokes the access of the column in which the cursor stands: at whose request, and nothing else has to be said', async () => {
  const path = 'POST /proxy-grants/g-tomas/revoke'
  const { user, server } = await openTab({ answers: { [path]: { body: { id: 'g-tomas', state: 'ended', version: 3 } } } })
  screen.getByRole('grid').focus()
  await user.keyboard('{End}x')
  const dialog = await screen.findByRole('dialog', { name: 'Revoke access' })
  expect(within(dialog).getByText(/^Tomás Rodriguez sees nothing from the next look on/)).toBeTruthy()
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'At whose request' }), 'the other parent')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to(path).map(({ body }) => body)).toEqual([{ wish: 'other-parent' }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('from a later day on is an end date, not a revocation', async () => {
  const { user, server } = await openTab()
  screen.getByRole('grid').focus()
  await user.keyboard('x')
  await user.click(await screen.findByRole('radio', { name: 'From a later day: set an end' }))
  await user.click(screen.getByRole('button', { name: 'Set an end…' }))
  expect(await screen.findByRole('dialog', { name: 'Review the access of Inés Rodriguez' })).toBeTruthy()
  expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([])
})

test('whoever was family before an adoption can be named also where they never had access', async () => {
  const path = 'POST /patients/p1/legal-status'
  const { user, server } = await openTab({ answers: { [path]: { body: { requestId: 'r1', state: 'open', endsAt: '2026-11-25T15:42:00.000Z' } } } })
  await user.click(screen.getByRole('button', { name: /^Record.* Legal standing$/ }))
  const dialog = await screen.findByRole('dialog', { name: 'Record a legal standing' })
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Legal standing' }), 'adopted')
  await user.click(within(dialog).getByRole('checkbox', { name: 'Tomás Rodriguez' }))
  await user.click(within(dialog).getByRole('checkbox', { name: /^Dolores Pulido/ }))
  await user.type(within(dialog).getByRole('textbox', { name: /reason/i }), 'the decree was shown')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to(path)).toMatchObject([{ body: { kind: 'adopted', formerPersonIds: ['tomas'], formerLinkIds: ['link-9'] } }]))
})

test('access that stands comes before access that is over', async () => {
  await openTab({ facts: { grants: [buildGrant({ id: 'g-old', personName: 'Olga Before', state: 'ended', now: 'none', cause: 'revoked' }), buildGrant()] } })
  const rows = screen.getAllByRole('button', { name: /^Open… / }).map((one) => one.getAttribute('aria-label'))
  expect(rows).toEqual(['Open… Inés Rodriguez, MyChart NY/NJ', 'Open… Olga Before, MyChart NY/NJ'])
})

test('the page of one parent asks for that parent alone, and prints', async () => {
  const print = vi.fn<() => void>()
  vi.stubGlobal('print', print)
  const page = { practiceName: 'Maple Harbor', patientName: 'Ossie Rodriguez', personName: 'Inés Rodriguez', portalName: 'MyChart NY/NJ', language: 'es', helpline: '1-833-678-8687', tty: '711', at: '2026-11-24T15:42:00.000Z', atOn: '2026-11-24', withOn: '2026-12-07', rows: [{ capability: 'see-results', name: 'Resultados', first: 'yes', second: 'no' }], sentences: ['Desde los 12 años …'] }
  const { user, server } = await openTab({ answers: { 'GET /patients/p1/parent-page': { body: page } } })
  await user.click(screen.getByRole('button', { name: 'Print the page of Inés Rodriguez' }))
  const dialog = await screen.findByRole('dialog', { name: 'Print the page of Inés Rodriguez' })
  await within(dialog).findByText('Lo que usted puede ver de Ossie Rodriguez en el portal')
  expect(server.to('GET /patients/p1/parent-page')[0]?.path).toContain('person=ines')
  expect(dialog.textContent).not.toContain('Tomás')
  await user.keyboard('p')
  expect(print).toHaveBeenCalledOnce()
})

test('nobody has access: it is said, and can be granted', async () => {
  fakeServer({ 'GET /patients/p1': { body: record }, 'GET /patients/p1/access': { body: buildMatrix({ columns: [], gap: null }) }, 'GET /patients/p1/proxies': { body: buildProxies({ grants: [] }) } })
  renderConsole(inRoute('/patients/:id/*', <Suspense><PatientRecord /></Suspense>), { session: buildSession({ roles: ['front-desk'], now: NOW }), at: '/patients/p1/proxy-access' })
  expect(await screen.findByText('Nobody else has access')).toBeTruthy()
  expect(screen.queryByRole('grid')).toBeNull()
  expect(screen.queryByRole('button', { name: /Revoke/ })).toBeNull()
})

test('a clinician reads and revokes, and grants nothing', async () => {
  await openTab({ role: 'clinician' })
  expect(screen.queryByRole('button', { name: /Grant access/ })).toBeNull()
  expect(screen.getByRole('button', { name: /Revoke/ })).toBeTruthy()
})

test('the privacy officer says why, reads the notes and records the finding about a held request', async () => {
  const held = buildGrant({ id: 'g-carlos', personId: 'carlos', personName: 'Carlos Vega', state: 'held', cause: 'held', version: 7 })
  const path = 'POST /proxy-grants/g-carlos/decide-held'
  const server = fakeServer({
    'GET /patients/p1': { body: record }, 'GET /patients/p1/proxies': { body: buildProxies({ hasBlock: true, grants: [held] }) }, [path]: { body: { id: 'g-carlos', state: 'denied', version: 8 } },
    'GET /patients/p1/access': { body: buildMatrix({ hasBlock: true, columns: [buildColumn({ personId: 'carlos', name: 'Carlos Vega', held: true, grantId: 'g-carlos', state: 'held' })] }) },
    'GET /patients/p1/blocks': { body: { blocks: [{ id: 'b1', kind: 'court-order', note: 'Order of 3 May', setByName: 'Rosa Delgado', setAt: '2026-05-03T12:00:00.000Z', liftedAt: null, version: 1, marks: [{ kind: 'name', value: 'Carlos Vega' }], cleared: [] }] } },
  })
  const { user } = renderConsole(inRoute('/patients/:id/*', <Suspense><PatientRecord /></Suspense>), { session: buildSession({ roles: ['privacy-officer'], now: NOW }), at: '/patients/p1/proxy-access' })
  await user.type(await screen.findByLabelText('In a few words'), 'Held request of 20 November')
  await user.click(screen.getByRole('button', { name: 'Open' }))
  await user.click(await screen.findByRole('button', { name: 'Decide…' }))
  const dialog = await screen.findByRole('dialog', { name: 'The request for Carlos Vega' })
  await user.click(within(dialog).getByRole('button', { name: 'Read the notes' }))
  expect(await screen.findByText('Order of 3 May')).toBeTruthy()
  await user.keyboard('{Escape}')
  await user.click(await screen.findByRole('radio', { name: 'The note means this person: it stays closed' }))
  await user.type(screen.getByLabelText('Reason'), 'Same birth date as in the order')
  await user.click(screen.getByRole('button', { name: 'Record the finding' }))
  await waitFor(() => expect(server.to(path)).toMatchObject([{ body: { decision: 'decline', reason: 'Same birth date as in the order' }, headers: { 'If-Match': '"7"' } }]))
  expect(server.to('GET /patients/p1/access')[0]?.path).toContain('reason=Held+request')
})

test('a read that is refused says so instead of an empty matrix', async () => {
  const { expectConsoleError } = await import('#test/support/console-gate.ts')
  expectConsoleError(/OWN_OR_HOUSEHOLD/)
  fakeServer({ 'GET /patients/p1': { body: record }, 'GET /patients/p1/access': problem(403, 'OWN_OR_HOUSEHOLD'), 'GET /patients/p1/proxies': { body: buildProxies() } })
  renderConsole(inRoute('/patients/:id/*', <Suspense><PatientRecord /></Suspense>), { session: buildSession({ roles: ['front-desk'], now: NOW }), at: '/patients/p1/proxy-access' })
  expect(await screen.findByText('What is so: OWN_OR_HOUSEHOLD')).toBeTruthy()
})
