import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { StepUp } from '#client/layout/StepUp.tsx'
import KindsPage from '#client/results/KindsPage.tsx'
import type { TestKindsAnswer } from '#domain/contracts/test-kinds.ts'
import type { Role } from '#domain/roles.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const version = { number: 1, category: 'genetic' as const, reason: 'Asked the laboratory', saidByName: 'Priya Nair', fromAt: '2026-11-20T12:00:00Z', appliedAt: '2026-11-20T12:00:15Z', changed: 2, leftOut: 1 }
const kinds: TestKindsAnswer = {
  untold: [{ code: 'XQ7', system: 'MHM', name: 'Serum marker seven', doubt: 'unknown-code', results: 3 }],
  said: [{ by: 'code', key: 'mhm|g1', label: 'Gene panel (G1)', versions: [{ ...version, number: 2, category: null, reason: 'Was wrong', leftOut: 0 }, version] }],
}
const look = { key: 'mhm|xq7', number: 0, listed: { categories: ['laboratory'], because: [] }, now: { categories: ['laboratory'], because: [] } }

async function openKinds(role: Role = 'manager', answers: Parameters<typeof fakeServer>[0] = {}) {
  const server = fakeServer({
    'GET /test-kinds': { body: kinds }, 'POST /test-kinds/look': { body: look }, 'POST /test-kinds/say': { body: { key: 'mhm|xq7', number: 1 } },
    'POST /session/step-up': { body: { proof: 'proof-1', endsAt: '2026-11-24T15:47:00Z' } }, ...answers,
  })
  const shown = renderConsole(<StepUp>{inRoute('/results/kinds', <KindsPage />)}</StepUp>, { session: buildSession({ roles: [role], mode: 'demo' }), at: '/results/kinds' })
  await screen.findByText('Serum marker seven')
  return { server, ...shown }
}

test('a test that nobody can tell is said what it is, with a reason and a second factor for this very test', async () => {
  const { user, server } = await openKinds()
  await user.click(screen.getByRole('button', { name: 'Say what it is… Serum marker seven' }))
  const dialog = await screen.findByRole('dialog', { name: 'What kind of result is this test' })
  await within(dialog).findByText(/Public lists and names say: Laboratory/)
  expect(within(dialog).getByRole('button', { name: 'Say it from now on' })).toHaveProperty('disabled', true)
  await user.selectOptions(within(dialog).getByLabelText('Kind of result'), 'Genetic')
  await user.type(within(dialog).getByLabelText('Reason'), 'Asked the laboratory')
  await user.click(within(dialog).getByRole('button', { name: 'Say it from now on' }))
  await waitFor(() => expect(server.to('POST /test-kinds/say')).toHaveLength(1))
  expect(server.to('POST /test-kinds/say')[0]).toMatchObject({
    body: { test: { by: 'code', code: 'XQ7', system: 'MHM', name: 'Serum marker seven' }, number: 0, category: 'genetic', reason: 'Asked the laboratory' }, headers: { 'Step-Up': 'proof-1' },
  })
  expect(server.to('POST /session/step-up')[0]?.body).toMatchObject({ action: 'test-kind.say', objectId: 'code:mhm_xq7' })
})

test('each version stands with who, why and from when, and what it did; the newest is in force and may be taken back no further', async () => {
  const { user } = await openKinds('manager', { 'POST /test-kinds/look': { body: { ...look, key: 'mhm|g1', number: 2 } } })
  const card = screen.getByRole('region', { name: 'What the practice has said' })
  const versions = within(card).getAllByRole('listitem').filter((one) => one.closest('ol'))
  expect(versions.map((one) => one.textContent)).toEqual([expect.stringMatching(/^As public lists and names say · version 2 · Priya Nair, .*: Was wrong/), expect.stringMatching(/^Genetic · version 1 .*1 was out already and stays as it came out\.$/)])
  await user.click(within(card).getByRole('button', { name: 'Change… Gene panel (G1)' }))
  await within(await screen.findByRole('dialog')).findByRole('option', { name: 'As public lists and names say' })
})

test('a code that is no LOINC code is refused where it is typed', async () => {
  const { user, server } = await openKinds()
  await user.click(screen.getByRole('button', { name: 'Say what a test is…' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText('Code'), '2093-4')
  await user.tab()
  await within(dialog).findByText(/its last digit does not agree/)
  expect(server.to('POST /test-kinds/look')).toHaveLength(0)
  await user.clear(within(dialog).getByLabelText('Code'))
  await user.type(within(dialog).getByLabelText('Code'), '2093-3')
  await user.tab()
  await within(dialog).findByText(/Public lists and names say/)
})

test('whoever only reads sees no button', async () => {
  await openKinds('privacy-officer')
  expect(screen.queryByRole('button', { name: /Say|Change/ })).toBeNull()
})
