import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import ServiceLevelsPage from '#client/service-levels/ServiceLevelsPage.tsx'
import type { ServiceLevels } from '#domain/contracts/service-levels.ts'
import { ageBands } from '#domain/messages/words.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const replies = { answered: 40, onTime: 36, withinLimit: 39, medianMinutes: 600, p90Minutes: 1900 }
const emptyBands = Object.fromEntries(ageBands.map((band) => [band, 0])) as ServiceLevels['queues'][number]['bands']
const levels: ServiceLevels = {
  at: '2026-11-24T15:42:00Z', from: '2026-10-26', to: '2026-11-24', timeZone: 'America/New_York', sites: [],
  open: { total: 23, unclaimed: 9, late: 4, pastLimit: 1, waiting: 2, flagged: 0, nobodyAnswers: 3 },
  replies: { ...replies, before: replies, byKind: { reply: 38, call: 1, resolve: 1 } },
  queues: [{ id: 'q1', name: 'Providers', kind: 'provider-pool', portalName: 'MyChart NY/NJ', siteName: 'Main Street', total: 23, unclaimed: 9, bands: emptyBands, replies }], people: [], heat: { cells: [], busiest: null }, weeks: [],
  thisWeek: { from: '2026-11-23', arrived: 11, answered: 8, waiting: 2, flagged: 0, flaggedOpen: 0 },
  forecast: { late: 7, queues: [], assumption: 'At the pace of the last four weeks.', threads: [], nobody: 2 },
  notRead: { threads: 0, afterHours: 72 },
}

function open(figuresAsTables = false) {
  const server = fakeServer({
    'POST /service-levels/messages': { body: levels }, 'POST /service-levels/threads': { body: { at: levels.at, total: 4, rows: [] } },
    'POST /account/preferences': { body: { language: 'en', theme: 'light', singleKeys: true, figuresAsTables: true } },
  })
  const session = buildSession({ roles: ['manager'], mode: 'demo', staff: { figuresAsTables } })
  return { server, ...renderConsole(inRoute('/dashboards/messages', <ServiceLevelsPage />), { session, at: '/dashboards/messages' }) }
}

test('tables are chosen once: shown at the press, and kept on the server', async () => {
  const { user, server } = open()
  await user.click(await screen.findByRole('button', { name: 'Tables' }))
  expect(screen.getByRole('button', { name: 'Tables' }).getAttribute('aria-pressed')).toBe('true')
  await waitFor(() => expect(server.to('POST /account/preferences')[0]?.body).toMatchObject({ figuresAsTables: true }))
})

test('whoever chose tables before has them at once', async () => {
  open(true)
  expect((await screen.findByRole('button', { name: 'Tables' })).getAttribute('aria-pressed')).toBe('true')
})

test('a number opens the threads behind it, asked with the very figure', async () => {
  const { user, server } = open()
  const late = await screen.findByText('Late')
  const cell = late.closest('div')
  await user.click(within(cell ?? document.body).getAllByText('4')[0] ?? document.body)
  await waitFor(() => expect(server.to('POST /service-levels/threads')[0]?.body).toMatchObject({ figure: { of: 'open', late: true } }))
})
