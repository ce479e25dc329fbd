import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import Palette from '#client/layout/Palette.tsx'
import type { PatientRow } from '#domain/contracts/patients.ts'
import type { Role } from '#domain/roles.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

const row = (id: string, name: string): PatientRow => ({
  id, name, birthDate: '2014-11-23', age: 12, mrnTail: '7f4b', phoneTail: '76', siteName: 'Riverside', portalState: 'none', matched: ['name', 'birth-date'],
  lookAlike: false, lookAlikeHow: null, nextAction: { act: 'open' },
})

function openFor(role: Role, rows: PatientRow[] = [], requests: unknown[] = [], near: string[] = []) {
  const server = fakeServer({
    'POST /patients/search': ({ body }) => ({ body: { rows: rows.filter(({ name }) => name.toLowerCase().includes((body as { text: string }).text)), more: false, total: null, need: null, nearSpellings: rows.length === 0 ? near : [] } }),
    'GET /two-person-requests': list('two-person-requests', requests),
  })
  const session = buildSession({ roles: [role] })
  const close = vi.fn<() => void>()
  return { server, close, ...renderConsole(<Palette session={session.session} onClose={close} />, { session }) }
}

const titles = () => screen.getAllByRole('group').map((group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent)
const groupOf = (title: string) => screen.getByRole('group', { name: title })

test('people come first, then what can be done for the chosen one, and who does what this role may not', async () => {
  const { user } = openFor('front-desk', [row('p1', 'Hernan Heredia'), row('p2', 'Heredia Ortiz')])
  await user.type(screen.getByRole('combobox'), 'hered')
  await screen.findByText('For Hernan Heredia')
  expect(titles()).toEqual(['Patients', 'For Hernan Heredia', 'Not for your role'])
  expect(within(groupOf('Not for your role')).getByText('This can: Privacy officer, Practice manager.')).toBeTruthy()
})

test('the arrows move over all groups, and the commands are those of the person who is chosen', async () => {
  const { user, place, close } = openFor('front-desk', [row('p1', 'Hernan Heredia'), row('p2', 'Heredia Ortiz')])
  await user.type(screen.getByRole('combobox'), 'hered')
  await screen.findByText('For Hernan Heredia')
  await user.keyboard('{ArrowDown}')
  await screen.findByText('For Heredia Ortiz')
  await user.keyboard('{Enter}')
  expect(place()).toBe('/patients/p2')
  expect(close).toHaveBeenCalledOnce()
})

test('a refused command is reached and says who can, and Enter on it does nothing', async () => {
  const { user, close } = openFor('front-desk')
  await user.type(screen.getByRole('combobox'), 'check the log')
  const refused = await screen.findByRole('option', { name: /Check the log/ })
  expect(refused.getAttribute('aria-disabled')).toBe('true')
  expect(refused.getAttribute('aria-selected')).toBe('true')
  await user.keyboard('{Enter}')
  expect(close).not.toHaveBeenCalled()
})

test('what cannot be done now says why', async () => {
  const { user } = openFor('privacy-officer')
  await user.type(screen.getByRole('combobox'), 'decide')
  expect(within(await screen.findByRole('group', { name: 'Not now' })).getByText('Nothing waits for your decision.')).toBeTruthy()
})

test('an administrator, who sees no patient, searches none', async () => {
  const { user, server } = openFor('administrator', [row('p1', 'Hernan Heredia')])
  await user.type(screen.getByRole('combobox'), 'hernan')
  await waitFor(() => expect(server.to('GET /two-person-requests')).toHaveLength(1))
  expect(server.to('POST /patients/search')).toEqual([])
  expect(screen.queryByText('Hernan Heredia')).toBeNull()
})

test('an answer to older text is never shown', async () => {
  const { user, server } = openFor('front-desk', [row('p1', 'Hernan Heredia')])
  await user.type(screen.getByRole('combobox'), 'hernan')
  await screen.findByText('For Hernan Heredia')
  await user.type(screen.getByRole('combobox'), 'x')
  expect(screen.queryByText('For Hernan Heredia')).toBeNull()
  await waitFor(() => expect(server.to('POST /patients/search').at(-1)?.body).toMatchObject({ text: 'hernanx' }))
})

test('a row says what matched, the portal, and who may be mistaken for the person; Ctrl Enter says why somebody is not asked', async () => {
  const nextAction: PatientRow['nextAction'] = { act: 'why-not', code: 'ACCOUNT_TOO_YOUNG', message: 'An own account begins at 13 here.', next: 'Grant proxy access.', rule: 'R10', say: null }
  const { user } = openFor('front-desk', [{ ...row('p1', 'Hernan Heredia'), lookAlike: true, lookAlikeHow: 'same-name', nextAction }])
  await user.type(screen.getByRole('combobox'), 'hered')
  await screen.findByText('For Hernan Heredia')
  const option = screen.getByRole('option', { selected: true })
  for (const part of ['Name and birth date', 'Same name, same birth date', 'No portal account']) expect(within(option).getByText(part)).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('An own account begins at 13 here.')).toBeTruthy()
})

test('whoever is found by the name alone is asked for a second identifier from the palette, too', async () => {
  const { user, place } = openFor('front-desk', [{ ...row('p1', 'Hernan Heredia'), matched: ['name'] }])
  await user.type(screen.getByRole('combobox'), 'hered')
  await screen.findByText('For Hernan Heredia')
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('dialog', { name: 'Is it Hernan Heredia?' })).toBeTruthy()
  expect(place()).toBe('/')
})

test('where nobody is found, Enter takes the spelling that may have been meant', async () => {
  const { user, close } = openFor('front-desk', [], [], ['Heredia'])
  await user.type(screen.getByRole('combobox'), 'herdeia')
  await screen.findByRole('option', { name: 'Heredia' })
  await user.keyboard('{Enter}')
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('Heredia')
  expect(close).not.toHaveBeenCalled()
})
