import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import MessagesPage from '#client/messages/MessagesPage.tsx'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import type { Role } from '#domain/roles.ts'
import { isoOf } from '#domain/time.ts'
import { buildClock, buildQueue, buildRow, NOW } from '#test/client/messages/build-thread.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

const named = (id: string, name: string, given: Partial<ThreadRow> = {}) => buildRow({ id, patient: { id: `p-${id}`, name, birthDate: '1968-08-09', age: 58, mrnTail: '4f2a' }, mine: false, assignee: null, ...given })
const three = [named('a', 'Estela Flórez'), named('b', 'Carin Schowalter'), named('c', 'Brady Kuhlman')]

async function openList(rows: readonly ThreadRow[] = three, role: Role = 'clinician') {
  let current = rows
  const server = fakeServer({
    'GET /message-queues': { body: [buildQueue({ isMember: role !== 'manager' })] }, 'GET /portals': { body: [], headers: { 'Content-Range': 'portals 0-0/0' } },
    'POST /message-threads/search': () => ({ body: { at: isoOf(NOW), rows: current, total: current.length, next: null } }),
    'POST /message-threads/next': { body: { row: null } }, 'POST /message-threads/propose-assignment': { body: { proposals: [], people: [{ id: 'staff-lena', name: 'Dr. Lena Fay', open: 4, away: false, coveredBy: null }] } },
    'POST /message-threads/bulk-assign': { body: { done: 2 } },
  })
  const shown = renderConsole(<Suspense><MessagesPage /></Suspense>, { session: buildSession({ roles: [role], now: NOW }), at: '/messages' })
  await screen.findAllByRole('listitem').catch(() => [])
  const become = async (next: readonly ThreadRow[]) => {
    current = next
    await act(() => shown.queryClient.invalidateQueries({ queryKey: ['messages'] }))
  }
  return { server, become, ...shown }
}

const rowsShown = () => screen.getAllByRole('listitem').map((row) => row.querySelector('button')?.textContent ?? '')
const focused = () => document.activeElement?.textContent ?? ''

test('the list is one stop of Tab; J and K and the arrows go from row to row, and Enter opens', async () => {
  const { user, place } = await openList()
  expect(screen.getAllByRole('listitem').map((row) => row.querySelector('button')?.tabIndex)).toEqual([0, -1, -1])
  await user.keyboard('j')
  expect(focused()).toContain('Estela Flórez')
  await user.keyboard('j')
  expect(focused()).toContain('Carin Schowalter')
  await user.keyboard('{ArrowDown}')
  expect(focused()).toContain('Brady Kuhlman')
  await user.keyboard('k{Enter}')
  await waitFor(() => expect(place()).toBe('/messages/b'))
})

test('a row says who, how long it has, about what, and the first words; who has it is named, and what is unread shows', async () => {
  await openList([named('a', 'Estela Flórez', { assignee: { id: 'staff-lena', name: 'Dr. Lena Fay' }, notRead: true })])
  const [text] = rowsShown()
  for (const part of ['Estela Flórez', '4:58 left', 'Cholesterol result', 'today 15:40', '“Is 98 good?”', 'Not read']) expect(text).toContain(part)
  expect(screen.getByRole('img', { name: 'Dr. Lena Fay' })).toBeTruthy()
})

test('a row being read stays where it is: new ones wait above the list until they are asked for', async () => {
  const { user, become } = await openList()
  await become([named('n', 'Alfonso Dietrich'), ...three])
  expect(rowsShown()[0]).toContain('Estela Flórez')
  await user.click(await screen.findByRole('button', { name: '1 new' }))
  expect(rowsShown()[0]).toContain('Alfonso Dietrich')
})

test('a new thread with emergency wording is announced at once', async () => {
  const { become } = await openList()
  await become([named('n', 'Alfonso Dietrich', { flagged: true }), ...three])
  expect((await screen.findByRole('alert')).textContent).toContain('1 new, with emergency wording')
})

test('an answered thread shows our words as ours, a waiting one that it waits', async () => {
  await openList([named('a', 'Estela Flórez', { clock: buildClock({ answeredAt: isoOf(NOW) }) }), named('b', 'Carin Schowalter', { state: 'waiting', clock: buildClock({ paused: true, pausedSinceAt: isoOf(NOW) }) })])
  expect(rowsShown()[0]).toContain('We wrote: Is 98 good?')
  expect(rowsShown()[1]).toContain('waits for patient')
})

test('the views carry their counts; what is late by the next opening stands under the list and leads to those threads', async () => {
  const { user, server } = await openList()
  expect(screen.getByRole('button', { name: 'Mine 3' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Unclaimed 9' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'See' }))
  await waitFor(() => expect(server.to('POST /message-threads/search').at(-1)?.body).toMatchObject({ queueId: 'q1', dueBefore: buildQueue().opensAt }))
})

test('when nothing is due that nobody has, N says so', async () => {
  const { user } = await openList()
  await user.keyboard('n')
  await screen.findByText('Nothing else is due that nobody has.')
})

test('a manager assigns several at once, in one command, to whoever has room', async () => {
  const { user, server } = await openList(three, 'manager')
  await user.click(screen.getByRole('checkbox', { name: 'Choose the thread of Estela Flórez' }))
  await user.click(screen.getByRole('checkbox', { name: 'Choose the thread of Brady Kuhlman' }))
  await user.click(screen.getByRole('button', { name: 'Assign 2' }))
  await screen.findByRole('radio', { name: 'Dr. Lena Fay · 4 open' })
  fireEvent.change(screen.getByRole('textbox', { name: 'Note for your colleagues' }), { target: { value: 'Before the holiday' } })
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to('POST /message-threads/bulk-assign')[0]?.body).toEqual({ threads: [{ id: 'a', version: 4 }, { id: 'c', version: 4 }], to: 'staff-lena', note: 'Before the holiday' }))
  await waitFor(() => expect(screen.queryByText('2 chosen')).toBeNull())
})
