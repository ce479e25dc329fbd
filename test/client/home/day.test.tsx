import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { TodayAnswer } from '#domain/contracts/today.ts'
import { DayHome } from '#client/home/DayHome.tsx'
import { buildComer, buildToday, NOW, tooYoung } from '#test/client/home/build-today.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, problem } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'
import { expectConsoleError } from '#test/support/console-gate.ts'

const path = 'POST /today/search'

/** Home of the front desk over these answers, the last one repeated. */
function openHome(...answers: TodayAnswer[]) {
  const queue = [...answers]
  const server = fakeServer({ [path]: () => ({ body: queue.length > 1 ? queue.shift() : queue[0] }) })
  return { server, ...renderConsole(<DayHome lookup={<p>lookup</p>} beside={<p>beside</p>} />, { session: buildSession({ now: NOW }) }) }
}

const table = async () => screen.findByRole('table', { name: 'Today at Main Street' })
const names = async () => within(await table()).getAllByRole('rowheader').map((cell) => cell.textContent)

test('each row shows when, who, born when, which language, the portal, what is missing, and one button', async () => {
  openHome(buildToday([
    buildComer(), buildComer({ name: 'Clint Champlin', language: 'en', portalState: 'legacy-only', nextAction: { act: 'enroll', missing: ['email', 'phone'] } }),
    buildComer({ name: 'Erminia Ondricka', nextAction: tooYoung }),
  ]))
  const [first, second, third] = within(await table()).getAllByRole('rowheader').map((cell) => cell.closest('tr'))
  expect(first?.textContent).toContain('11:00Carlota Muro27 Jul 1981 · 45 years · Spanish')
  expect(first?.textContent).toContain('No portal accountNothing missing')
  expect(second?.textContent).toContain('Legacy account onlyNo e-mail · No phone')
  expect(second?.textContent).not.toContain('English')
  expect(third?.textContent).toContain('Too young')
  for (const row of [first, second, third]) expect(row?.querySelectorAll('[data-row-button]')).toHaveLength(1)
})

test('the row of somebody without an account enrolls, and remembers that it was offered', async () => {
  const { user, place } = openHome(buildToday([buildComer()]))
  await user.click(within(await table()).getByRole('button', { name: 'Enroll now Carlota Muro' }))
  expect(place()).toBe('/patients/carlota/enroll')
})

test('why not is said with its rule, a sentence to say and a way on, and Escape closes it', async () => {
  const { user } = openHome(buildToday([buildComer({ nextAction: tooYoung })]))
  await user.click(within(await table()).getByRole('button', { name: 'Why not? Carlota Muro' }))
  const dialog = await screen.findByRole('dialog', { name: 'Why is Carlota Muro not asked?' })
  for (const part of ['An own account begins at 13 here.', 'Rule R10', '“From 13 on there can be an own account.”']) expect(within(dialog).getByText(part)).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('Open the record')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('J and K move over the day, Enter opens, Ctrl Enter presses the row’s button', async () => {
  const { user, place } = openHome(buildToday([buildComer(), buildComer({ name: 'Erminia Ondricka', nextAction: tooYoung })]))
  await table()
  await user.keyboard('jj')
  expect(document.activeElement?.textContent).toContain('Erminia Ondricka')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByRole('dialog')).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.keyboard('k{Enter}')
  expect(place()).toBe('/patients/carlota')
})

test('what is over is out of the way: seen, did not come, a quarter of an hour late; the whole day has them', async () => {
  const { user } = openHome(buildToday([
    buildComer({ name: 'Seen Already', status: 'fulfilled', startAt: '2026-11-24T14:00:00.000Z' }),
    buildComer({ name: 'Never Came', status: 'noshow', startAt: '2026-11-24T14:30:00.000Z' }),
    buildComer({ name: 'Late Perhaps', startAt: '2026-11-24T15:30:00.000Z' }), buildComer({ portalState: 'active', nextAction: { act: 'open' } }),
  ]))
  expect((await names()).join()).toMatch(/Late Perhaps.*Carlota Muro/)
  expect(await names()).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Not enrolled' }))
  expect((await names()).join()).toContain('Late Perhaps')
  expect(await names()).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Whole day' }))
  expect(await names()).toHaveLength(4)
})

test('next in line are the first three without an account, each person once, and all of them on demand', async () => {
  const people = ['Ann One', 'Bea Two', 'Cat Three', 'Dan Four'].map((name) => buildComer({ name }))
  const { user } = openHome(buildToday([...people, buildComer({ name: 'Ann One', id: 'again' }), buildComer({ name: 'Has Account', portalState: 'active' })]))
  const card = await screen.findByRole('region', { name: 'Next in line, not enrolled' })
  expect(within(card).getAllByRole('listitem').map((item) => /[A-Z][a-z]+ (One|Two|Three|Four)/.exec(item.textContent)?.[0])).toEqual(['Ann One', 'Bea Two', 'Cat Three'])
  expect(within(card).getByText('3 of 4')).toBeTruthy()
  await user.click(within(card).getByRole('button', { name: 'All 4 of them' }))
  expect(screen.getByRole('button', { name: 'Not enrolled', pressed: true })).toBeTruthy()
})

test('a change shows in its row; a new row waits above the list until it is asked for; one that is gone leaves', async () => {
  const before = buildToday([buildComer(), buildComer({ name: 'Gone Soon' })])
  const after = buildToday([buildComer({ name: 'Brand New', startAt: '2026-11-24T15:50:00.000Z' }), buildComer({ portalState: 'invited' })])
  const { user, queryClient } = openHome(before, after)
  expect(await names()).toHaveLength(2)
  await queryClient.invalidateQueries({ queryKey: ['appointments'] })
  await waitFor(async () => expect(await names()).toHaveLength(1))
  expect((await table()).textContent).toContain('Invited')
  await user.click(screen.getByRole('button', { name: '1 new' }))
  expect((await names()).join()).toMatch(/Brand New.*Carlota Muro/)
})

test('somebody who could be taken for another is marked, in words too', async () => {
  openHome(buildToday([buildComer({ lookAlike: true })]))
  expect((await table()).textContent).toContain('Somebody is called alike: ask for the birth date')
})

test('a day without appointments says where they come from; a day that is over says that nobody is left', async () => {
  const { unmount } = openHome(buildToday([]))
  expect(await screen.findByText('Nobody is expected on this day')).toBeTruthy()
  unmount()
  openHome(buildToday([buildComer({ status: 'fulfilled' })]))
  expect(await screen.findByText('Nobody is still to come')).toBeTruthy()
})

test('more than a list shows is said under it', async () => {
  openHome(buildToday([buildComer()], { more: true }))
  expect(await screen.findByText('The first 1 of the day. Look others up by name.')).toBeTruthy()
})

test('whoever works at two sites changes between their days', async () => {
  const sites = [{ id: 'main', name: 'Main Street' }, { id: 'mill', name: 'Mill Road' }]
  const { user, server } = openHome(buildToday([buildComer()], { sites }), buildToday([], { sites, site: { id: 'mill', name: 'Mill Road', timeZone: 'America/Los_Angeles' } }))
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Site' }), 'Mill Road')
  expect(await screen.findByRole('heading', { name: 'Today at Mill Road' })).toBeTruthy()
  expect(server.to(path).map(({ body }) => body)).toEqual([{}, { siteId: 'mill' }])
  expect(screen.getByText(/times PT/)).toBeTruthy()
})

test('at midnight at the site the next day is read', async () => {
  const { server } = openHome(buildToday([], { day: '2026-11-23' }), buildToday([buildComer()]))
  expect(await table()).toBeTruthy()
  expect(server.to(path)).toHaveLength(2)
})

test('a day that cannot be read says why, and the look-up stays', async () => {
  expectConsoleError(/STORAGE_BUSY/)
  fakeServer({ [path]: problem(503, 'STORAGE_BUSY') })
  renderConsole(<DayHome lookup={<p>lookup</p>} beside={<p>beside</p>} />, { session: buildSession({ now: NOW }) })
  expect(await screen.findByText('That did not work, and nothing was changed')).toBeTruthy()
  expect(screen.getByText('lookup')).toBeTruthy()
})
