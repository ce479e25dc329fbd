import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { BirthdaysCard } from '#client/proxy-access/BirthdaysCard.tsx'
import ProxyAccessPage from '#client/proxy-access/ProxyAccessPage.tsx'
import { WhoHasAccess } from '#client/proxy-access/WhoHasAccess.tsx'
import type { BirthdayLine, WaitingLine } from '#domain/contracts/proxy-access.ts'
import type { Role } from '#domain/roles.ts'
import { buildRecord } from '#test/client/patients/build-record.ts'
import { buildGrant, buildProxies } from '#test/client/proxy-access/build-access.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

const NOW = Date.parse('2026-11-24T15:42:00Z')
const as = (role: Role) => ({ session: buildSession({ roles: [role], now: NOW }) })

function buildBirthday(given: Partial<BirthdayLine> = {}): BirthdayLine {
  return {
    key: 'k1', patientId: 'p1', patientName: 'Ossie Rodriguez', birthDate: '2014-12-07', age: 12, on: '2026-12-07', at: '2026-12-07T05:00:00.000Z', daysLeft: 13, portalId: 'mychart-ny-nj', portalName: 'MyChart NY/NJ',
    step: '30', hasOwnAccount: false, gap: true, told: 2, preparedInvitationId: null,
    proxies: [{ personId: 'ines', name: 'Inés Rodriguez', relationship: 'mother', before: 22, after: 9, loses: [{ capability: 'see-results', name: 'Lab and test results' }] }], ...given,
  }
}

function buildWaiting(given: Partial<WaitingLine> = {}): WaitingLine {
  return {
    id: 'w1', grantId: 'g1', version: 1, patientId: 'p1', patientName: 'Ossie Rodriguez', birthDate: '2014-12-07', personName: 'Inés Rodriguez', relationship: 'mother', portalName: 'MyChart NY/NJ',
    waitsFor: 'proxy', state: 'pending', cause: 'granted', sinceAt: '2026-11-20T15:00:00.000Z', endsAt: null, requestId: null, ...given,
  }
}

test('what waits says for whom, opens the record, and leads whoever decides to the request', async () => {
  fakeServer({ 'GET /proxy-requests': list('proxy-requests', [buildWaiting(), buildWaiting({ id: 'w2', waitsFor: 'second-person', state: 'requested', personName: 'Tomás Rodriguez', relationship: 'father' })]) })
  renderConsole(<ProxyAccessPage />, { ...as('manager'), at: '/proxy-access' })
  const [first, second] = (await screen.findAllByRole('rowheader')).map((head) => head.closest('tr'))
  expect(first?.textContent).toContain('their confirmation')
  expect(within(first as HTMLElement).getByRole('link').getAttribute('href')).toBe('/patients/p1/proxy-access')
  expect(within(second as HTMLElement).getByRole('link', { name: 'Decide' }).getAttribute('href')).toBe('/approvals')
})

test('documents that end are listed with the days that are left', async () => {
  const line = { id: 'd1', grantId: 'g1', version: 1, patientId: 'p1', patientName: 'Ossie Rodriguez', birthDate: '2014-12-07', personName: 'Tomás Rodriguez', portalName: 'MyChart NY/NJ', basis: 'custody-order', kind: 'custody-order', expiresOn: '2026-12-01', daysLeft: 7, expired: false }
  fakeServer({ 'GET /proxy-documents': list('proxy-documents', [line, { ...line, id: 'd2', expiresOn: '2026-11-01', daysLeft: -23, expired: true }]) })
  renderConsole(<ProxyAccessPage />, { ...as('front-desk'), at: '/proxy-access/documents' })
  expect(await screen.findByText('1 Dec 2026, in 7 days')).toBeTruthy()
  expect(screen.getByText('ended 1 Nov 2026')).toBeTruthy()
})

test('a birthday ahead shows each proxy before and after, who has been told, and that nobody could read results', async () => {
  const server = fakeServer({ 'GET /birthdays': { body: { rows: [buildBirthday()], more: false, counts: { within7: 0, within30: 1, within90: 4 } } } })
  const { user } = renderConsole(<ProxyAccessPage />, { ...as('front-desk'), at: '/proxy-access/birthdays' })
  const line = (await screen.findByRole('link', { name: 'Ossie Rodriguez' })).closest('li')
  for (const part of ['7 Dec 2026 · in 13 days', 'Inés Rodriguez, mother: 22 things before, 9 after', 'closes: Lab and test results', 'Nobody can read results', 'no own account', '2 people told']) expect(line?.textContent).toContain(part)
  await user.click(screen.getByRole('button', { name: '7 days · 0' }))
  await waitFor(() => expect(server.to('GET /birthdays').at(-1)?.path).toContain('within=7'))
})

test('on Home the next birthdays say what happens; where none is near there is no card', async () => {
  const rows = [buildBirthday({ key: 'a', on: '2026-11-23', at: '2026-11-23T05:00:00.000Z', daysLeft: -1, gap: false, patientName: 'Hernán Heredia' }), buildBirthday({ key: 'b', age: 18, daysLeft: 2, on: '2026-11-26', at: '2026-11-26T05:00:00.000Z', patientName: 'Frank McDermott' })]
  fakeServer({ 'GET /birthdays': { body: { rows, more: true, counts: { within7: 1, within30: 5, within90: 9 } } } })
  renderConsole(<BirthdaysCard />, as('front-desk'))
  expect((await screen.findByRole('link', { name: 'Hernán Heredia' })).closest('li')?.textContent).toContain('yesterday1 proxy changed at 00:00')
  expect(screen.getByRole('link', { name: 'Frank McDermott' }).closest('li')?.textContent).toContain('Thu 26 Nov1 proxy loses access; no account')
  expect(screen.getByRole('link', { name: 'All 5 within 30 days' })).toBeTruthy()
})

test('whoever has no worklist is asked for no birthdays', async () => {
  const server = fakeServer({})
  renderConsole(<BirthdaysCard />, as('administrator'))
  await Promise.resolve()
  expect(server.asked).toEqual([])
})

test('letters are for whoever may print them; others are told who does', async () => {
  fakeServer({})
  renderConsole(<ProxyAccessPage />, { ...as('clinician'), at: '/proxy-access/letters' })
  expect(await screen.findByText('Your role does not include this.')).toBeTruthy()
})

test('an own invitation that is ready is settled with a reason and the version that was seen', async () => {
  const path = 'POST /prepared-invitations/i1/settle'
  const line = { id: 'i1', version: 3, patientId: 'p1', patientName: 'Frank McDermott', birthDate: '2008-11-26', portalId: 'mychart-ny-nj', portalName: 'MyChart NY/NJ', preparedAt: '2026-11-20T05:00:00.000Z' }
  const server = fakeServer({ 'GET /proxy-letters': list('proxy-letters', []), 'GET /prepared-invitations': list('prepared-invitations', [line]), [path]: { body: { id: 'i1', version: 4 } } })
  const { user } = renderConsole(<ProxyAccessPage />, { ...as('front-desk'), at: '/proxy-access/letters' })
  await user.click(await screen.findByRole('button', { name: 'Handed over Frank McDermott' }))
  await user.type(await screen.findByLabelText('Reason'), 'Given at the desk')
  await user.click(screen.getByRole('button', { name: 'Handed over' }))
  await waitFor(() => expect(server.to(path)).toMatchObject([{ body: { state: 'sent', reason: 'Given at the desk' }, headers: { 'If-Match': '"3"' } }]))
})

test('the overview says who has access and until when, what changed, and on what basis', async () => {
  const grants = [buildGrant({ now: 'limited', wasMore: true }), buildGrant({ id: 'g2', personId: 'dolores', personName: 'Dolores Pulido', relationship: 'grandparent', state: 'ended', cause: 'revoked', stateAt: '2026-06-09T14:00:00.000Z', now: 'none' })]
  fakeServer({ 'GET /patients/p1/proxies': { body: buildProxies({ grants }) } })
  renderConsole(<WhoHasAccess patient={buildRecord({ id: 'p1', age: 12 })} reason={null} />, as('front-desk'))
  const first = (await screen.findByRole('rowheader', { name: /Inés Rodriguez/ })).closest('tr')
  for (const part of ['Limited, was full', 'bills, immunizations', '7 Dec 2026', '12th birthday', 'Parent of a minor', 'Rosa Delgado, 3 Mar 2025']) expect(first?.textContent).toContain(part)
  const second = screen.getByRole('rowheader', { name: /Dolores Pulido/ }).closest('tr')
  for (const part of ['Ended', 'since 9 Jun', 'revoked']) expect(second?.textContent).toContain(part)
  expect(screen.getByRole('img', { name: 'Ages at which access changes: 0–11, full view for proxies' })).toBeTruthy()
})
