import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import RecoveryPage from '#client/recovery/RecoveryPage.tsx'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

test('the queue of one portal, in every group of it', async () => {
  const server = fakeServer({
    'POST /recovery/search': { body: { rows: [], more: false, waiting: 0 } },
    'GET /portals': list('portals', [{ id: 'mychart-ny-nj', name: 'MyChart NY/NJ' }, { id: 'followmyhealth', name: 'FollowMyHealth' }]),
  })
  const { user } = renderConsole(<RecoveryPage />, { session: buildSession({ roles: ['helpline'] }), at: '/recovery' })
  await screen.findByRole('option', { name: 'FollowMyHealth' })
  await user.selectOptions(screen.getByLabelText('Portal'), 'followmyhealth')
  await waitFor(() => expect(server.to('POST /recovery/search').at(-1)?.body).toMatchObject({ group: 'waiting', portalId: 'followmyhealth' }))
  await user.click(screen.getByRole('button', { name: 'Ended' }))
  await waitFor(() => expect(server.to('POST /recovery/search').at(-1)?.body).toMatchObject({ group: 'ended', portalId: 'followmyhealth' }))
  await user.selectOptions(screen.getByLabelText('Portal'), '')
  await waitFor(() => expect(server.to('POST /recovery/search').at(-1)?.body).not.toHaveProperty('portalId'))
})
