import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CannedReplies } from '#client/message-setup/CannedReplies.tsx'
import type { CannedReply } from '#domain/contracts/message-settings.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const lipids: CannedReply = {
  id: 'c1', version: 3, title: 'Lipids fine', text: 'Dear {patient}, your result is fine.', language: 'en', queueKind: null,
  fields: [{ name: 'patient', known: null }], uses: 12, retired: false, changedBy: 'Priya Nair', changedAt: '2026-11-02T12:00:00Z',
}

function open(replies: CannedReply[]) {
  const server = fakeServer({ 'GET /canned-replies': { body: replies }, 'POST /canned-replies': { body: lipids }, 'POST /canned-replies/c1/retire': { body: { ...lipids, retired: true } } })
  const shown = renderConsole(inRoute('/message-setup/canned', <CannedReplies />), { session: buildSession({ roles: ['manager'], mode: 'demo' }), at: '/message-setup/canned' })
  return { server, ...shown }
}

test('the first canned reply is written from its own key, and sent as it was typed', async () => {
  const { user, server } = open([])
  await screen.findByText('No canned reply yet')
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: 'New canned reply' })
  await user.type(within(dialog).getByLabelText('Title'), 'Refill sent')
  await user.type(within(dialog).getAllByRole('textbox').at(-1) ?? dialog, 'It is at the pharmacy.')
  await user.click(within(dialog).getByRole('button', { name: 'Keep it' }))
  await waitFor(() => expect(server.to('POST /canned-replies')[0]?.body).toEqual({ title: 'Refill sent', text: 'It is at the pharmacy.', language: 'en', queueKind: null }))
})

test('one that is no longer used is taken out at the version that was seen', async () => {
  const { user, server } = open([lipids])
  await user.click(await screen.findByRole('button', { name: 'Take out of use Lipids fine' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take it out of use' }))
  await waitFor(() => expect(server.to('POST /canned-replies/c1/retire')[0]?.headers['If-Match']).toBe('"3"'))
})
