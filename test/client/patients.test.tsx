import { screen, waitFor } from '@testing-library/react'
import { Suspense, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import PatientRecord from '#client/patients/PatientRecord.tsx'
import type { Role } from '#domain/roles.ts'
import { buildStart } from '#test/client/enroll/build-enrollment.ts'
import { buildRecord } from '#test/client/patients/build-record.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { nobodyElse } from '#test/client/proxy-access/nobody-else.ts'
import { fakeServer, problem } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'
import { expectConsoleError } from '#test/support/console-gate.ts'

const overview = buildRecord({
  id: 'p1', name: 'Hernán Heredia', birthDate: '2014-11-23', age: 12, language: 'es-US',
  portals: [{
    portalId: 'mychart-ny-nj', portalName: 'MyChart NY/NJ', serviceState: 'open', state: 'none', sinceAt: null, lastSignInAt: null,
    sentence: 'May have his own since yesterday.', rule: 'R10',
  }],
  provenance: { source: 'synthea', synthetic: true, madeFields: ['e-mail'], createdAt: '2026-11-01T10:00:00Z', updatedAt: '2026-11-01T10:00:00Z' },
})

const as = (role: Role) => ({ session: buildSession({ roles: [role] }) })
const record = (part = '') => ({ at: `/patients/p1${part}`, route: '/patients/:id/*' })
const shown = (page: ReactNode, where: ReturnType<typeof record>) => inRoute(where.route, <Suspense>{page}</Suspense>)

test('the record says who in one line, and each portal in a sentence with its rule', async () => {
  fakeServer({ ...nobodyElse('p1'), 'GET /patients/p1': { body: overview }, 'GET /patients/p1/enrollment': { body: buildStart() } })
  const where = record()
  renderConsole(shown(<PatientRecord />, where), { ...as('front-desk'), at: where.at })
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Hernán Heredia')
  expect(document.body.textContent).toContain('born 23 Nov 2014 · 12 years')
  for (const part of ['Child, 12–17', 'Spanish at home', 'May have his own since yesterday.', 'Rule R10', 'Synthetic']) expect(screen.getByText(part)).toBeTruthy()
  expect(document.title).not.toContain('Heredia')
})

test('a clerk is told who may read the access log, and the server is not asked', async () => {
  const server = fakeServer({ ...nobodyElse('p1'), 'GET /patients/p1': { body: overview }, 'GET /patients/p1/enrollment': { body: buildStart() } })
  const where = record('/access-log')
  renderConsole(shown(<PatientRecord />, where), { ...as('front-desk'), at: where.at })
  await screen.findByText('Your role does not include this.')
  expect(screen.getByText('Ask: Practice manager, Privacy officer.')).toBeTruthy()
  expect(server.asked.map(({ path }) => path).filter((path) => path.includes('access'))).toEqual([])
})

test('a privacy officer says why before a record opens', async () => {
  const server = fakeServer({ ...nobodyElse('p1'), 'GET /patients/p1': { body: overview } })
  const where = record()
  const { user } = renderConsole(shown(<PatientRecord />, where), { ...as('privacy-officer'), at: where.at })
  await user.click(await screen.findByRole('button', { name: 'Open' }))
  expect(screen.getByText('Say in a few words why.')).toBeTruthy()
  expect(server.asked).toEqual([])
  await user.type(screen.getByLabelText('In a few words'), 'question of the patient')
  await user.click(screen.getByRole('button', { name: 'Open' }))
  await waitFor(() => expect(server.asked[0]?.path).toBe('/patients/p1?reason=question+of+the+patient'))
})

test('a chart that is not there looks like any number that is not there', async () => {
  expectConsoleError(/NOT_FOUND/)
  fakeServer({ 'GET /patients/p1': problem(404, 'NOT_FOUND') })
  const where = record()
  renderConsole(shown(<PatientRecord />, where), { ...as('front-desk'), at: where.at })
  await screen.findByText('What is so: NOT_FOUND')
})
