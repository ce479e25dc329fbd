import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { StepUp } from '#client/layout/StepUp.tsx'
import ResultsPage from '#client/results/ResultsPage.tsx'
import type { ResultAnswer, ResultRow } from '#domain/contracts/results.ts'
import { buildPreview, buildRow, buildViewer, buildWhole, no } from '#test/client/results/build-result.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const NOW = Date.parse('2026-11-24T15:42:00Z')
const send = '{Control>}{Enter}{/Control}'

type Given = { rows?: ResultRow[]; whole?: Partial<ResultAnswer>; answers?: Parameters<typeof fakeServer>[0]; at?: string }

/** A clinician before the worklist, with Ada Green's result open. */
async function openList({ rows = [buildRow(), buildRow({ id: 'r2', patientName: 'Bo Reed' })], whole = {}, answers = {}, at = '/results/r1' }: Given = {}) {
  const group = (name: string) => rows.filter((row) => row.group === name)
  const counts = { review: group('review').length, order: group('order').length, held: group('held').length, blocked: group('blocked').length }
  const done = { body: { id: 'r1', version: 4, state: { ...buildWhole().forPatient, state: 'visible' }, told: 1 } }
  const server = fakeServer({
    'POST /results/worklist': ({ body }) => ({ body: { rows: group((body as { group: string }).group), next: null, counts, coveredNames: [] } }),
    'GET /results/r1': { body: buildWhole(whole) }, 'GET /results/r2': { body: buildWhole({ id: 'r2', patientName: 'Bo Reed' }) },
    'POST /results/r1/preview': { body: buildPreview() }, 'POST /results/r2/preview': { body: buildPreview() },
    'POST /results/r1/release': done, 'POST /results/r1/release-sensitive': done, 'POST /results/r1/verify': done, 'POST /results/r1/review': done, 'POST /results/r1/hold': done,
    'POST /session/step-up': { body: { proof: 'proof-1', endsAt: '2026-11-24T15:47:00Z' } }, 'POST /results/release-many': { body: { released: [], told: 1 } }, ...answers,
  })
  const shown = renderConsole(<StepUp>{inRoute('/results/:id?', <ResultsPage />)}</StepUp>, { session: buildSession({ roles: ['clinician'], now: NOW, mode: 'demo' }), at })
  await screen.findByRole('heading', { level: 2, name: 'Lipid panel' })
  await screen.findByText('Rule R62', { exact: false })
  return { server, ...shown }
}

test('an ordinary result goes out by two keys with the words that stand there, and the next one opens', async () => {
  const { user, server, place } = await openList()
  await screen.findByText('Sees values and comment')
  await user.keyboard('r')
  await user.keyboard(`About the same.${send}`)
  await waitFor(() => expect(server.to('POST /results/r1/release')).toHaveLength(1))
  expect(server.to('POST /results/r1/release')[0]).toMatchObject({ body: { comment: 'About the same.' }, headers: { 'If-Match': '"3"' } })
  await waitFor(() => expect(place()).toBe('/results/r2'))
})

test('a sensitive one has no such key: it asks once more, goes its own way with a second factor, and nothing else opens', async () => {
  const row = buildRow({ name: 'Lipid panel', sensitive: true, group: 'order' })
  const { user, server, place } = await openList({ rows: [row], whole: { ...row, needsStepUp: true } })
  await screen.findByText('Sees values and comment')
  expect(screen.queryByRole('checkbox')).toBeNull()
  await user.keyboard(send)
  expect(server.to('POST /results/r1/release-sensitive')).toHaveLength(0)
  await user.click(screen.getByRole('button', { name: /^Release…/ }))
  const dialog = await screen.findByRole('dialog', { name: 'Release: Lipid panel' })
  await within(dialog).findByText('Sees values and comment')
  await user.keyboard(send)
  await waitFor(() => expect(server.to('POST /results/r1/release-sensitive')).toHaveLength(1))
  expect(server.to('POST /results/r1/release-sensitive')[0]?.headers).toMatchObject({ 'Step-Up': 'proof-1' })
  expect(server.to('POST /results/r1/release')).toHaveLength(0)
  expect(place()).toBe('/results/r1')
})

test('verifying alone is offered where its portal waits for that, says who sees it then, and is no release', async () => {
  const waits = { ...buildWhole().forPatient, for: ['hold-end' as const, 'verification' as const] }
  const { user, server } = await openList({
    whole: { forPatient: waits, forRepresentatives: waits },
    answers: {
      'POST /results/r1/preview': ({ body }) => ({
        body: (body as { act?: string }).act === 'verification' ? buildPreview([buildViewer({ visible: false, held: true, sentence: 'It is held until 2026-11-26T15:00:00Z.' })]) : buildPreview(),
      }),
    },
  })
  expect(screen.queryByRole('button', { name: 'Seen, nothing more' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Verify only' }))
  const dialog = await screen.findByRole('dialog', { name: 'Verify: Lipid panel' })
  await within(dialog).findByText(/Will not see it: It is held until/)
  await user.keyboard(send)
  await waitFor(() => expect(server.to('POST /results/r1/verify')).toHaveLength(1))
  expect(server.to('POST /results/r1/release')).toHaveLength(0)
})

test('what is out is not released again: the button keeps its place and says why, and a comment shows as an update', async () => {
  const out = { ...buildWhole().forPatient, state: 'visible' as const, for: [] }
  const may = { ...buildWhole().may, release: no, recall: { ...no, allowed: true } }
  const { user, server } = await openList({ whole: { forPatient: out, forRepresentatives: out, may }, answers: { 'POST /results/r1/comment': { body: { id: 'r1', version: 4, state: out, told: 1 } } } })
  expect(screen.queryByRole('button', { name: /^Release/ })).toBeNull()
  await user.keyboard('r')
  await user.keyboard(`Call me if you like.${send}`)
  await waitFor(() => expect(server.to('POST /results/r1/comment')).toHaveLength(1))
  expect(server.to('POST /results/r1/comment')[0]?.body).toEqual({ comment: 'Call me if you like.' })
})

test('a hold says from whom, on what ground, what is known and until when; nothing is sent while one of them is missing', async () => {
  const { user, server } = await openList()
  await user.keyboard('{Alt>}h{/Alt}')
  const dialog = await screen.findByRole('dialog', { name: 'Hold this result' })
  await user.click(await within(dialog).findByRole('checkbox', { name: /Ada Green/ }))
  expect(within(dialog).queryByRole('radio', { name: /upset/ })).toBeNull()
  expect(within(dialog).queryByRole('radio', { name: /Substantial harm to the patient/ })).toBeNull()
  await user.click(within(dialog).getByRole('radio', { name: /Data may be wrong/ }))
  await user.keyboard(send)
  expect(server.to('POST /results/r1/hold')).toHaveLength(0)
  await user.type(within(dialog).getByLabelText(/What you know/), 'Label and order disagree')
  await user.keyboard(send)
  await waitFor(() => expect(server.to('POST /results/r1/hold')).toHaveLength(1))
  expect(server.to('POST /results/r1/hold')[0]).toMatchObject({ body: { recipient: 'patient', personId: null, others: [], ground: 'data-doubtful', reason: 'Label and order disagree' }, headers: { 'Step-Up': 'proof-1' } })
  expect(server.to('POST /results/r1/hold')[0]?.body).toHaveProperty('endAt', expect.stringMatching(/Z$/))
})

test('ordinary ones are marked and go in one command; a doubtful, critical or sensitive one has no box', async () => {
  const rows = [buildRow(), buildRow({ id: 'r2', patientName: 'Bo Reed' }), buildRow({ id: 'r3', doubtful: true }), buildRow({ id: 'r4', critical: true }), buildRow({ id: 'r5', sensitive: true, group: 'order' })]
  const { user, server } = await openList({ rows })
  const boxes = screen.getAllByRole('checkbox')
  expect(boxes).toHaveLength(2)
  for (const box of boxes) await user.click(box)
  await user.keyboard('{Alt>}r{/Alt}')
  const dialog = await screen.findByRole('dialog', { name: 'Release 2 results together' })
  await within(dialog).findAllByText(/Will see it/)
  await user.keyboard(send)
  await waitFor(() => expect(server.to('POST /results/release-many')).toHaveLength(1))
  expect(server.to('POST /results/release-many')[0]?.body).toMatchObject({ results: [{ id: 'r1', version: 3 }, { id: 'r2', version: 3 }] })
})

test('what came in the same message is named with where each stands', async () => {
  await openList({ whole: { cameWith: [{ id: 'r7', name: 'HIV Ag/Ab Combo', category: 'hiv-htlv', sensitive: true, state: 'blocked', sentence: 'FollowMyHealth never shows this kind of result.' }] } })
  const card = screen.getByRole('region', { name: /Came in the same message/ })
  expect(within(card).getByRole('link', { name: 'HIV Ag/Ab Combo' }).getAttribute('href')).toBe('/results/r7')
  expect(card.textContent).toContain('Blocked: FollowMyHealth never shows this kind of result.')
})
