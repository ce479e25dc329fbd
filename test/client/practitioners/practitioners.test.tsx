import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import PractitionersPage from '#client/practitioners/PractitionersPage.tsx'
import type { Role } from '#domain/roles.ts'
import { buildCover, buildDangling, buildRecord, clinicians } from '#test/client/practitioners/build-practitioners.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list, problem } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

const NOW = Date.parse('2026-11-24T15:42:00Z')

function open(part: string, role: Role, answers: Parameters<typeof fakeServer>[0], staffId = 'me') {
  const { candidates: _candidates, careTeams: _teams, orders: _orders, sameNpi: _same, matchedAt: _at, matchedByName: _by, ...line } = buildRecord()
  const server = fakeServer({
    'GET /practitioners': list('practitioners', [line]),
    'GET /practitioners/p1': { body: buildRecord() },
    'GET /dangling-relations': { body: { rows: [buildDangling()], more: false } },
    'GET /covers': { body: { rows: [buildCover()], more: false, clinicians } },
    ...answers,
  })
  const session = buildSession({ roles: [role], now: NOW, staff: { id: staffId } })
  return { server, ...renderConsole(<PractitionersPage />, { session, at: `/practitioners${part}` }) }
}

test('the administrator says on the worklist which colleague a practitioner is, with the version that was seen', async () => {
  const path = 'POST /practitioners/p1/match'
  const { user, server } = open('/loose-ends', 'administrator', { [path]: { body: { id: 'p1', version: 5 } } })
  await user.click(await screen.findByRole('button', { name: 'Match… Samuel A. Fay' }))
  const dialog = await screen.findByRole('dialog', { name: 'Which colleague is Samuel A. Fay?' })
  expect(within(dialog).getByText('8 in care teams, 3 orders')).toBeTruthy()
  expect(within(dialog).getByText('Samantha Fay (former-system)')).toBeTruthy()
  await user.click(within(dialog).getByRole('radio', { name: /Dr. Samuel Fay/ }))
  await user.click(within(dialog).getByRole('button', { name: 'This is the colleague' }))
  await waitFor(() => expect(server.to(path)).toMatchObject([{ body: { staffId: 'fay' }, headers: { 'If-Match': '"4"' } }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(server.to('GET /dangling-relations').length).toBeGreaterThan(1)
})

test('whoever matches sees every role that a feed tells of, each once', async () => {
  const roles = [{ specialty: 'Cardiology', place: 'Harbor East' }, { specialty: 'Family Medicine', place: null }, { specialty: 'Cardiology', place: 'Harbor East' }]
  const { user } = open('/loose-ends', 'administrator', { 'GET /practitioners/p1': { body: buildRecord({ roles }) } })
  await user.click(await screen.findByRole('button', { name: 'Match… Samuel A. Fay' }))
  expect(await screen.findByText('Cardiology, Harbor East · Family Medicine')).toBeTruthy()
})

test('nobody here is an answer, too', async () => {
  const path = 'POST /practitioners/p1/unmatch'
  const { user, server } = open('/loose-ends', 'administrator', { [path]: { body: { id: 'p1', version: 5 } } })
  await user.click(await screen.findByRole('button', { name: 'Match… Samuel A. Fay' }))
  await user.click(await screen.findByRole('button', { name: 'Nobody here' }))
  await waitFor(() => expect(server.to(path)).toMatchObject([{ headers: { 'If-Match': '"4"' } }]))
})

test('a refused match keeps the panel open and says why', async () => {
  const { user } = open('', 'administrator', { 'POST /practitioners/p1/match': problem(409, 'NPI_DIFFERS') })
  await user.click(await screen.findByRole('button', { name: 'Match… Samuel A. Fay' }))
  await user.click(await screen.findByRole('radio', { name: /Carol/ }))
  await user.click(screen.getByRole('button', { name: 'This is the colleague' }))
  expect(await screen.findByText('What is so: NPI_DIFFERS')).toBeTruthy()
  expect(screen.getByRole('dialog')).toBeTruthy()
})

test('a manager reads who is matched but matches nobody', async () => {
  open('', 'manager', {})
  expect(await screen.findByRole('rowheader', { name: 'Samuel A. Fay' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Match/ })).toBeNull()
})

test('no loose ends is good news', async () => {
  open('/loose-ends', 'administrator', { 'GET /dangling-relations': { body: { rows: [], more: false } } })
  expect(await screen.findByText('No loose ends')).toBeTruthy()
})

test('a clinician sets cover for the own absence, by whole days of the practice’s clock, with a prescriber', async () => {
  const path = 'POST /covers'
  const { user, server } = open('/covers', 'clinician', { [path]: { body: { id: 'c2', version: 1 } } }, 'fay')
  await screen.findByRole('table')
  await user.keyboard('n')
  const dialog = screen.getByRole('dialog', { name: 'Who stands in?' })
  const options = (name: string) => within(within(dialog).getByRole('combobox', { name })).getAllByRole('option').map((option) => option.textContent)
  expect(options('Away')).toEqual(['Dr. Samuel Fay · prescriber'])
  expect(options('Stands in')).toEqual(['Choose…', 'Dr. Carol Weimann · prescriber'])
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Stands in' }), 'weimann')
  await user.type(within(dialog).getByLabelText('Last day away'), '2026-11-27')
  await user.click(within(dialog).getByRole('button', { name: 'Set cover' }))
  await waitFor(() => expect(server.to(path).map(({ body }) => body)).toEqual([
    { absentId: 'fay', coveringId: 'weimann', fromAt: '2026-11-24T05:00:00.000Z', untilAt: '2026-11-28T05:00:00.000Z' },
  ]))
})

test('a cover is ended by whoever is away or a manager; whoever stands in sees no way to', async () => {
  const path = 'POST /covers/c1/end'
  const { user, server, unmount } = open('/covers', 'manager', { [path]: { body: { id: 'c1', version: 3 } } })
  await user.click(await screen.findByRole('button', { name: 'End now… Dr. Samuel Fay' }))
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).getByText('From now on Dr. Carol Weimann no longer stands in for Dr. Samuel Fay.')).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'End this cover' }))
  await waitFor(() => expect(server.to(path)).toMatchObject([{ headers: { 'If-Match': '"2"' } }]))
  unmount()
  open('/covers', 'clinician', {}, 'weimann')
  expect(await screen.findByRole('rowheader', { name: 'Dr. Samuel Fay' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /End now/ })).toBeNull()
})

test('whole days are shown as days, the last one included', async () => {
  open('/covers', 'manager', {})
  expect((await screen.findByRole('table')).textContent).toMatch(/Mon 23 Nov.*Fri 27 Nov/)
})

test('the administrator, who sets no cover, is offered none', async () => {
  open('/covers', 'administrator', {})
  expect(await screen.findByRole('table')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Set cover/ })).toBeNull()
})
