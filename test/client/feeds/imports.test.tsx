import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ImportAnswer, PreviewAnswer } from '#domain/contracts/feeds.ts'
import type { RosterMapping } from '#domain/rosters/mapping.ts'
import ImportRecord from '#client/feeds/ImportRecord.tsx'
import ImportsPage from '#client/feeds/ImportsPage.tsx'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const content = 'MRN,Last Name,DOB\n1,Doe,1/1/80\n2,Ng,2/30/80\n'
const row = (given: Partial<ImportAnswer> = {}): ImportAnswer => ({
  id: 'i1', source: 'Old practice', kind: 'roster', state: 'draft', dryRun: false, initial: false, siteId: null, startedBy: 'staff-rosa',
  createdAt: '2026-11-20T10:00:00Z', startedAt: null, endedAt: null, read: 0, created: 0, changed: 0, unchanged: 0, refused: 0,
  rowsPerSecond: null, remainingSeconds: null, cancelling: false, failure: null, version: 1,
  files: [{ place: 1, name: 'roster.csv', size: content.length, received: content.length, bytesDone: 0, recordsDone: 0, done: false }],
  ...given,
})
const mapping: RosterMapping = {
  headings: ['mrn', 'last name', 'dob'], columns: ['mrn', 'family', 'birth-date'], dateOrder: 'month-first', dateSystem: '1900',
  mrnSystem: 'Old practice', mrnWidth: null,
}
const preview: PreviewAnswer = {
  kind: 'roster',
  rows: [
    { line: 2, kind: 'Patient', name: 'Doe', birthDate: '1980-01-01', refusal: null, notes: [] },
    { line: 3, kind: 'Patient', name: null, birthDate: null, refusal: { message: 'There is no 30 February.', next: 'Mend the date.', rule: 'F1' }, notes: [] },
  ],
  table: {
    headings: ['MRN', 'Last Name', 'DOB'], cells: [['1', 'Doe', '1/1/80']], mapping, columns: mapping.columns, faults: [], neverKept: [], saved: [],
  },
}
const manager = { session: buildSession({ roles: ['manager'] }) }
const one = { at: '/imports/i1' }
const sites = list('sites', [{ id: 'site-main', name: 'Main Street', retired: false }])

test('a manager begins an import with a file and the name of its source, and the content follows', async () => {
  const server = fakeServer({
    'GET /imports': list('imports', []),
    'POST /imports': { body: row() },
    'POST /imports/i1/content': { body: { received: content.length, complete: true } },
  })
  const { user, place } = renderConsole(<ImportsPage />, manager)
  await screen.findByText('No imports yet')
  await user.keyboard('n')
  const panel = within(await screen.findByRole('dialog'))
  await user.upload(panel.getByLabelText('File'), new File([content], 'roster.csv'))
  await user.type(panel.getByLabelText('Source'), 'Old practice')
  await user.click(panel.getByRole('button', { name: 'Upload' }))
  await waitFor(() => expect(place()).toBe('/imports/i1'))
  expect(server.to('POST /imports')[0]?.body).toEqual({ source: 'Old practice', fileName: 'roster.csv', size: content.length })
  const [piece] = server.to('POST /imports/i1/content')
  expect(piece?.path).toBe('/imports/i1/content?from=0')
  expect(piece?.headers).toMatchObject({ 'Content-Type': 'application/octet-stream', 'X-CSRF-Token': 'csrf-of-rosa' })
})

test('an import is tried before it can be done, and another reading of the columns is tried again', async () => {
  let now = row()
  const server = fakeServer({
    'GET /sites': sites,
    'GET /imports/i1': () => ({ body: now }),
    'POST /imports/i1/preview': { body: preview },
    'GET /imports/i1/refusals': list('refusals', [
      { id: '1:2', fileName: 'roster.csv', line: 3, kind: 'Patient', rows: 1, message: 'There is no 30 February.', next: 'Mend the date.', rule: 'F1' },
    ]),
    'POST /imports/i1/start': () => {
      now = row({ dryRun: true, state: 'done', read: 2, created: 1, refused: 1, version: 2 })
      return { body: now }
    },
  })
  const { user } = renderConsole(inRoute('/imports/:id', <ImportRecord />), { ...manager, ...one })
  await screen.findByText(/There is no 30 February/)
  expect(screen.queryByRole('button', { name: 'Import for good' })).toBeNull()
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Try without writing' }).disabled).toBe(false))
  await user.click(screen.getByRole('button', { name: 'Try without writing' }))
  await screen.findByRole('button', { name: 'Import for good' })
  expect(server.to('POST /imports/i1/start')[0]?.body).toEqual({ dryRun: true, siteId: 'site-main', mapping, saveMappingAs: 'Old practice' })
  expect((await screen.findByRole('link', { name: 'Download the report' })).getAttribute('href')).toBe('/api/imports/i1/refusals.csv')
  await user.selectOptions(screen.getByLabelText('Dates are written'), 'day-first')
  expect(screen.queryByRole('button', { name: 'Import for good' })).toBeNull()
})

test('a running import shows how far it is and can be cancelled; an administrator sees figures and no buttons', async () => {
  const running = row({ state: 'running', read: 1200, refused: 3, rowsPerSecond: 400, remainingSeconds: 90 })
  const server = fakeServer({ 'GET /imports/i1': { body: running }, 'POST /imports/i1/cancel': { body: running } })
  const { user, unmount } = renderConsole(inRoute('/imports/:id', <ImportRecord />), { ...manager, ...one })
  await screen.findByText('400 rows a second · about 1:30 left')
  await user.click(screen.getByRole('button', { name: 'Cancel the import' }))
  await waitFor(() => expect(server.to('POST /imports/i1/cancel')).toHaveLength(1))
  unmount()
  renderConsole(inRoute('/imports/:id', <ImportRecord />), { session: buildSession({ roles: ['administrator'] }), ...one })
  await screen.findByText('400 rows a second · about 1:30 left')
  expect(screen.queryByRole('button')).toBeNull()
})
