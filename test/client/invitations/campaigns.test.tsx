import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import EnrollmentDashboard from '#client/enrollment-dashboard/EnrollmentDashboard.tsx'
import { hoursText, shareOf, spanUntil } from '#client/enrollment-dashboard/figures.ts'
import CampaignRecord from '#client/invitations/CampaignRecord.tsx'
import NewCampaignPage from '#client/invitations/NewCampaignPage.tsx'
import { cohortOf, emptyCohort } from '#client/invitations/cohort-form.ts'
import { buildCampaign, buildFigures } from '#test/client/invitations/build-invitation.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const NOW = Date.parse('2026-11-24T15:42:00Z')
const session = buildSession({ now: NOW, roles: ['manager'] })
const portal = (id: string, name: string) => ({ id, name, timeZone: 'America/New_York', serviceState: 'open', versionInForce: 1, versions: 1, jurisdictions: ['NY'] })
const lists = {
  'GET /portals': list('portals', [portal('mychart-ny-nj', 'MyChart NY/NJ'), portal('nextgen', 'NextGen')]),
  'GET /sites': list('sites', [{ id: 'main', name: 'Main Street', timeZone: 'America/New_York', jurisdiction: 'NY', phone: null, retired: false, version: 1 }]),
}

test('a campaign starts only after whom it reaches, and whom not and why, has been seen', async () => {
  const leftOut = [{ code: 'PATIENT_DECEASED', message: 'They have died.', next: 'Nothing is sent.', rule: 'R13', say: null, count: 4 }]
  const server = fakeServer({ ...lists, 'POST /campaigns/preview': { body: { inCohort: 204, toInvite: 200, leftOut, partial: false } }, 'POST /campaigns': { body: buildCampaign() } })
  const { user, place } = renderConsole(<NewCampaignPage />, { session, at: '/invitations/campaigns/new' })
  await user.type(screen.getByLabelText('Name'), 'Legacy, Main Street')
  await screen.findAllByRole('option', { name: 'MyChart NY/NJ' })
  await user.selectOptions(screen.getByLabelText('Invite to'), 'mychart-ny-nj')
  await user.selectOptions(screen.getByLabelText('Standing elsewhere'), 'nextgen')
  expect(screen.queryByRole('button', { name: /Start/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /See whom it reaches/ }))
  expect(await screen.findByText('They have died.')).toBeTruthy()
  expect(screen.getByText('About 2 h at this pace')).toBeTruthy()
  await user.type(screen.getByLabelText('Why this campaign'), 'Cut-over in March')
  await user.click(screen.getByRole('button', { name: /Start: invite 200/ }))
  await waitFor(() => expect(place()).toBe('/invitations/campaigns/camp-1'))
  expect(server.to('POST /campaigns')[0]?.body).toEqual({
    name: 'Legacy, Main Street', perHour: 100, reason: 'Cut-over in March',
    cohort: { portalId: 'mychart-ny-nj', siteId: null, standing: { portalId: 'nextgen', states: ['legacy-only'] }, ageFrom: null, ageTo: null },
  })
})

test('a cohort without bounds is said as none, and what is no number is no bound', () => {
  expect(cohortOf({ ...emptyCohort, portalId: 'p', ageFrom: '18', ageTo: 'old' })).toEqual({ portalId: 'p', siteId: null, standing: null, ageFrom: 18, ageTo: null })
})

test('a running campaign says how far, how fast, until when, and is paused with a reason', async () => {
  const server = fakeServer({ 'GET /campaigns/camp-1': { body: buildCampaign() }, 'POST /campaigns/camp-1/items': { body: { rows: [], more: false } }, 'POST /campaigns/camp-1/pause': { body: { id: 'camp-1', version: 3, state: 'paused' } } })
  const { user } = renderConsole(inRoute('/invitations/campaigns/:id', <CampaignRecord />), { session, at: '/invitations/campaigns/camp-1' })
  const bar = await screen.findByRole('progressbar', { name: 'Legacy, Main Street: inviting 1840' })
  expect(bar.getAttribute('aria-valuenow')).toBe('772')
  expect(screen.getByText('9 bounced or refused')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Pause' }))
  await user.type(within(screen.getByRole('dialog')).getByLabelText('Reason'), 'Phones are full')
  await user.click(screen.getByRole('button', { name: 'Pause it' }))
  await waitFor(() => expect(server.to('POST /campaigns/camp-1/pause')).toMatchObject([{ body: { reason: 'Phones are full' }, headers: { 'If-Match': '"2"' } }]))
})

test('every number opens the people behind it, narrowed alike, and Backspace goes back to the numbers', async () => {
  const rows = 'POST /enrollment-figures/rows'
  const server = fakeServer({ ...lists, 'POST /enrollment-figures/search': { body: buildFigures() }, [rows]: { body: { rows: [], more: false } } })
  const { user } = renderConsole(<EnrollmentDashboard />, { session, at: '/dashboards/enrollment' })
  await user.click(await screen.findByRole('button', { name: 'Tables' }))
  await user.click(within(await screen.findByRole('table', { name: 'By portal' })).getByRole('button', { name: 'MyChart NY/NJ, Activated: 20' }))
  await waitFor(() => expect(server.to(rows)).toHaveLength(1))
  const [asked] = server.to('POST /enrollment-figures/search').map(({ body }) => body as { from: string; to: string })
  expect(server.to(rows)[0]?.body).toEqual({ ...asked, portalId: 'mychart-ny-nj', what: 'activated', limit: 50 })
  await user.keyboard('{Backspace}')
  await user.click(await screen.findByRole('button', { name: 'Worried about privacy: 3' }))
  await waitFor(() => expect(server.to(rows)[1]?.body).toMatchObject({ what: 'declined-at-desk', reason: 'privacy-worry' }))
})

test('spans end today, shares are of the invited, and hours are said as minutes, hours or days', () => {
  expect(spanUntil('2026-11-24', '30')).toEqual({ from: '2026-10-26', to: '2026-11-24' })
  expect([shareOf(30, 40), shareOf(0, 0)]).toEqual([75, null])
  expect([0.5, 3.25, 60].map((hours) => Object.values(hoursText(hours)).join(' '))).toEqual(['30 min', '3.3 h', '2.5 d'])
})
