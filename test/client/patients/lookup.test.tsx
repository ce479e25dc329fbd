import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { PatientSearchAnswer } from '#domain/contracts/patients.ts'
import { PatientsPage } from '#client/patients/PatientsPage.tsx'
import { buildFound, buildRow, tooYoungRow } from '#test/client/patients/build-row.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, problem } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'
import { expectConsoleError } from '#test/support/console-gate.ts'

const path = 'POST /patients/search'
const differing = 'POST /patients/differences/search'
const noDifferences = { [differing]: { body: { rows: [], more: false } } }
const donnell = buildRow({ id: 'p2', name: 'Donnell Green', birthDate: '1936-03-12', age: 90, matched: ['name'] })

/** The Patients page over answers by what was typed; anything else finds nobody. */
function openPatients(answers: Record<string, PatientSearchAnswer>) {
  const server = fakeServer({ ...noDifferences, [path]: ({ body }) => ({ body: answers[(body as { text: string }).text] ?? buildFound([]) }) })
  return { server, ...renderConsole(<PatientsPage />, { session: buildSession() }) }
}

const box = () => screen.getByRole<HTMLInputElement>('combobox')
const rows = () => screen.findAllByRole('row')

test('nobody is shown and nobody is asked for before something is typed', () => {
  const { server } = openPatients({})
  expect(document.activeElement).toBe(box())
  expect(screen.queryByRole('grid')).toBeNull()
  expect(server.to(path)).toEqual([])
})

test('a row says who, born when, which identifiers matched, ends of the numbers, the portal, and has one button', async () => {
  const { user } = openPatients({ 'green 3/1': buildFound([buildRow(), donnell]) })
  await user.type(box(), 'green 3/1')
  const [first, second] = await rows()
  expect(first?.textContent).toContain('Angele Greenfelderborn 1 Mar 2004 · 22 years')
  expect(first?.textContent).toContain('Name and birth dateMRN ···4307phone ···64No portal account')
  expect(second?.textContent).toContain('Name only')
  for (const row of [first, second]) expect(row?.querySelectorAll('[data-row-button]')).toHaveLength(1)
  expect(screen.getByText('2 people')).toBeTruthy()
})

test('somebody who may be taken for another is marked with the reason', async () => {
  const { user } = openPatients({ green: buildFound([buildRow({ lookAlike: true, lookAlikeHow: 'twin-names' })]) })
  await user.type(box(), 'green')
  expect((await rows())[0]?.textContent).toContain('Family name and birth date; perhaps a twin')
})

test('the arrows choose a row while the focus stays in the box, and Enter opens it', async () => {
  const other = buildRow({ id: 'p3', name: 'Cameron Greenfelder' })
  const { user, place } = openPatients({ 'green 3/1': buildFound([buildRow(), other]) })
  await user.type(box(), 'green 3/1')
  await rows()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('row', { selected: true }).textContent).toContain('Cameron')
  expect(document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('Cameron')
  await user.keyboard('{Enter}')
  expect(place()).toBe('/patients/p3')
})

test('Ctrl Enter presses the chosen row’s button', async () => {
  const { user, place } = openPatients({ 'jake 2016': buildFound([buildRow({ name: 'Jake Fay', nextAction: tooYoungRow })]) })
  await user.type(box(), 'jake 2016')
  await rows()
  await user.keyboard('{Control>}{Enter}{/Control}')
  const dialog = await screen.findByRole('dialog', { name: 'Why is Jake Fay not asked?' })
  expect(within(dialog).getByText('An own account begins at 13 here.')).toBeTruthy()
  expect(place()).toBe('/')
})

test('Escape wipes text and rows from the screen and keeps the box ready', async () => {
  const { user } = openPatients({ green: buildFound([donnell]) })
  await user.type(box(), 'green')
  await rows()
  await user.keyboard('{Escape}')
  expect(box().value).toBe('')
  expect(screen.queryByText('Donnell Green')).toBeNull()
  expect(document.activeElement).toBe(box())
})

test('a row with one match opens after a second identifier that the server finds to be the same person’s, and is asked once', async () => {
  const { user, server, place } = openPatients({
    green: buildFound([donnell]), 'green 3/12/1936': buildFound([{ ...donnell, matched: ['name', 'birth-date'] }]), 'green 1/1/1990': buildFound([]),
  })
  await user.type(box(), 'green')
  await rows()
  await user.keyboard('{Enter}')
  const second = await screen.findByLabelText('Second identifier')
  await user.type(second, '1/1/1990{Enter}')
  await screen.findByText('That does not fit Donnell Green. Ask again, or look up what you were told.')
  expect(place()).toBe('/')
  await user.clear(second)
  await user.type(second, '3/12/1936{Enter}')
  await waitFor(() => expect(place()).toBe('/patients/p2'))
  expect(server.to(path).at(-1)?.body).toMatchObject({ text: 'green 3/12/1936' })
  await user.click(screen.getByRole('button', { name: 'Donnell Green' }))
  expect(screen.queryByRole('dialog', { name: 'Is it Donnell Green?' })).toBeNull()
})

test('nobody found offers near spellings, the first by Enter, and a new patient by Ctrl Enter', async () => {
  const { user, place } = openPatients({ grenfelder: buildFound([], { nearSpellings: ['Greenfelder', 'Grenfeld'] }), Greenfelder: buildFound([buildRow()]) })
  await user.type(box(), 'grenfelder')
  await screen.findByText('Nobody matches “grenfelder”')
  expect(screen.getByRole('button', { name: 'Grenfeld' })).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(box().value).toBe('Greenfelder')
  await rows()
  await user.clear(box())
  await user.type(box(), 'xyz')
  await screen.findByText('Nobody matches “xyz”')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(place()).toBe('/patients/new')
})

test('too many people ask for a birth date, which is typed on', async () => {
  const { user } = openPatients({ rodr: buildFound([buildRow()], { total: null, more: true, need: 'birth-date' }) })
  await user.type(box(), 'rodr')
  await screen.findByText(/More than 50 people match/)
  await user.click(screen.getByRole('button', { name: 'Add a birth date' }))
  expect(document.activeElement).toBe(box())
  expect(box().value).toBe('rodr ')
})

test('too little to look for says what is missing', async () => {
  const { user } = openPatients({ '1/2': buildFound([], { need: 'name' }) })
  await user.type(box(), '1/2')
  expect(await screen.findByText('Type a name beside it.')).toBeTruthy()
  expect(screen.queryByText(/Nobody matches/)).toBeNull()
})

test('a look-up that cannot be made says so and keeps what was typed', async () => {
  expectConsoleError(/STORAGE_BUSY/)
  fakeServer({ ...noDifferences, [path]: problem(503, 'STORAGE_BUSY') })
  const { user } = renderConsole(<PatientsPage />, { session: buildSession() })
  await user.type(box(), 'green')
  await screen.findByText('That did not work, and nothing was changed')
  expect(box().value).toBe('green')
})

test('whom a feed contradicts is listed under the empty box for whoever may settle it, and leads to the record', async () => {
  const server = fakeServer({ [differing]: { body: { rows: [{ patient: donnell, fields: ['birthDate', 'email'], sinceAt: '2026-11-20T12:00:00Z' }], more: false } } })
  const { user, place } = renderConsole(<PatientsPage />, { session: buildSession({ roles: ['front-desk'] }) })
  const row = await screen.findByRole('row', { name: /Donnell Green/ })
  expect(row.textContent).toContain('Birth date, E-mail')
  await user.click(within(row).getByRole('link', { name: 'Donnell Green' }))
  expect(place()).toBe('/patients/p2')
  expect(server.to(differing)).toHaveLength(1)
})
