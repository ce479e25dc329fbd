import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, test } from 'vitest'
import MessagesPage from '#client/messages/MessagesPage.tsx'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { isoOf } from '#domain/time.ts'
import { buildQueue, buildRow, buildThread, NOW } from '#test/client/messages/build-thread.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const REPLY = 'POST /message-threads/t1/reply'
const saved = { body: { draft: { text: 'x', kind: 'reply', seenMessageId: 'm1', savedAt: isoOf(NOW) } } }
const sent = { body: { row: buildRow({ version: 5, state: 'resolved' }), entryId: 'e2', next: null } }

/** Leaving a thread is told to the server: before the server of the test is gone. */
afterEach(async () => {
  cleanup()
  await act(async () => undefined)
})

type Given = { thread?: ThreadAnswer; answers?: Parameters<typeof fakeServer>[0] }

/** The thread of Carin on a desk; `now` answers with what it has become meanwhile. */
async function openThread({ thread = buildThread(), answers = {} }: Given = {}) {
  let current = thread
  const server = fakeServer({
    'GET /message-queues': { body: [buildQueue()] }, 'POST /message-threads/search': { body: { at: isoOf(NOW), rows: [thread.row], total: 1, next: null } },
    'POST /message-threads/t1/open': () => ({ body: current }), 'POST /message-threads/t1/heartbeat': { body: { leaseEndsAt: null, mine: true, version: 4, lastPatientMessageId: 'm1', present: [] } },
    'POST /message-threads/t1/leave': { body: { left: true } }, 'POST /message-threads/t1/save-draft': saved, 'POST /message-threads/readers': () => ({ body: current.readers }), [REPLY]: sent, ...answers,
  })
  const shown = renderConsole(inRoute('/messages/:id', <Suspense><MessagesPage /></Suspense>), { session: buildSession({ roles: ['clinician'], now: NOW }), at: '/messages/t1' })
  await screen.findByRole('heading', { name: 'Cholesterol result' })
  const become = async (next: ThreadAnswer) => {
    current = next
    await act(() => shown.queryClient.invalidateQueries({ queryKey: ['message-thread'] }))
  }
  return { server, become, ...shown }
}

const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to Carin' })
/** Puts a text into the box at once: what counts here is what comes of it. */
const write = (text: string) => {
  box().focus()
  fireEvent.change(box(), { target: { value: text } })
}
const teen = () => buildThread({
  readers: {
    readers: [...buildThread().readers.readers, { kind: 'proxy', id: 'x1', name: 'Ana Schowalter', relationship: 'mother', rule: 'R22', mayReply: true }], ask: true, fingerprint: 'f2', patientOnly: null,
  },
})

test('whoever holds the thread is told who reads an answer before it goes, and sends it with what they have seen', async () => {
  const { user, server, place } = await openThread()
  expect(screen.getByText('Will be read by Carin Schowalter')).toBeTruthy()
  write('Please keep taking it.')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to(REPLY)).toHaveLength(1))
  const [reply] = server.to(REPLY)
  expect(reply?.body).toEqual({ text: 'Please keep taking it.', seenMessageId: 'm1', readersSeen: 'f1', readersConfirmed: false, audience: 'all-who-may', leaves: 'resolved', nextIn: {} })
  expect(reply?.headers['If-Match']).toBe('"4"')
  await waitFor(() => expect(place()).toBe('/messages'))
})

test('a field without a value blocks: the button says which, and Ctrl Enter goes to it instead of sending', async () => {
  const { user, server } = await openThread({
    answers: {
      'GET /canned-replies': { body: [{ id: 'c1', version: 1, title: 'Lipids: better, continue', text: '', language: 'en', queueKind: null, fields: [], uses: 41, retired: false, changedBy: 'A', changedAt: isoOf(NOW) }] },
      'POST /canned-replies/c1/fill': { body: { text: 'Dear Carin, please keep taking {which medicine?}.', missing: ['which medicine?'], parts: [{ text: 'Dear Carin, please keep taking ', field: null, missing: false }, { text: 'which medicine?', field: 'which medicine?', missing: true }] } },
    },
  })
  await user.keyboard('/')
  await screen.findByRole('option', { name: /Lipids/ })
  await screen.findByText('1 field to fill before it can be sent')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(box().value).toBe('Dear Carin, please keep taking {which medicine?}.'))
  expect(screen.getByRole('button', { name: 'Reply and next' }).getAttribute('aria-disabled')).toBe('true')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(server.to(REPLY)).toHaveLength(0)
  await waitFor(() => expect(box().value.slice(box().selectionStart, box().selectionEnd)).toBe('{which medicine?}'))
  write(box().value.replace('{which medicine?}', 'the statin'))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to(REPLY)[0]?.body).toMatchObject({ text: 'Dear Carin, please keep taking the statin.', cannedReplyId: 'c1' }))
})

test('R22: when a proxy of a 12- to 17-year-old reads it, too, sending asks; only the patient is an answer', async () => {
  const { user, server } = await openThread({ thread: teen() })
  write('Come on Friday.')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const asked = await screen.findByRole('dialog', { name: 'Who may read this answer?' })
  expect(within(asked).getByText('Ana Schowalter (Mother)', { exact: false })).toBeTruthy()
  expect(server.to(REPLY)).toHaveLength(0)
  await user.click(within(asked).getByRole('button', { name: 'Only the patient' }))
  await waitFor(() => expect(server.to(REPLY)[0]?.body).toMatchObject({ audience: 'patient-only', readersConfirmed: true }))
})

test('R22: to everybody named is the other answer, and goes to exactly those who were named', async () => {
  const { user, server } = await openThread({ thread: teen() })
  write('Come on Friday.')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await user.click(await screen.findByRole('button', { name: 'Send to all 2' }))
  await waitFor(() => expect(server.to(REPLY)[0]?.body).toMatchObject({ audience: 'all-who-may', readersConfirmed: true, readersSeen: 'f2' }))
})

test('CC-02: a claim that is lost while somebody writes keeps the text, says who has the thread, and offers to take it over', async () => {
  const { become } = await openThread()
  write('Half an answer')
  const held = { code: 'THREAD_HELD', message: 'Dr. Lena Fay has this thread, since 10:31.', next: 'Take another thread.', rule: 'CC-02', say: null }
  await become(buildThread({ row: { mine: false, assignee: { id: 'staff-lena', name: 'Dr. Lena Fay' }, version: 5 }, may: { ...buildThread().may, reply: held, claim: held, giveBack: held, wait: held, resolve: held, call: held } }))
  expect(await screen.findByText('Half an answer')).toBeTruthy()
  expect(screen.getByText('What you have written is kept, for you alone:')).toBeTruthy()
  expect(screen.getByText('Dr. Lena Fay has this thread, since 10:31.')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: 'Take over…' }).length).toBeGreaterThan(0)
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('CC-03: what the patient writes meanwhile is read before anything is sent', async () => {
  const { user, server, become } = await openThread()
  write('Please keep taking it.')
  const first = buildThread()
  await become({ ...first, lastPatientMessageId: 'm2', entries: first.entries.flatMap((entry) => [entry, { ...entry, id: 'm2', text: 'I have stopped already.' }]) })
  await screen.findByText('The patient has written again. Read it above, then send.')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(server.to(REPLY)).toHaveLength(0)
  await user.click(screen.getByRole('button', { name: 'I have read it' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to(REPLY)[0]?.body).toMatchObject({ seenMessageId: 'm2' }))
})

test('a server that cannot be reached leaves the text where it is, says so, and a second try is the same act', async () => {
  let isThere = false
  const { user, server } = await openThread({ answers: { [REPLY]: () => (isThere ? sent : 'no line') } })
  write('Please keep taking it.')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('Your text is safe.')
  expect(box().value).toBe('Please keep taking it.')
  isThere = true
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to(REPLY)).toHaveLength(2))
  expect(server.to(REPLY)[1]?.headers['Idempotency-Key']).toBe(server.to(REPLY)[0]?.headers['Idempotency-Key'])
})

test('what is written is kept on the server soon after, a ready text that is looked for is not', async () => {
  const { server } = await openThread({ answers: { 'GET /canned-replies': { body: [] } } })
  write('/li')
  write('A word')
  await waitFor(() => expect(server.to('POST /message-threads/t1/save-draft').at(-1)?.body).toMatchObject({ text: 'A word', kind: 'reply' }), { timeout: 3_000 })
  expect(server.to('POST /message-threads/t1/save-draft').some(({ body }) => (body as { text: string }).text.startsWith('/'))).toBe(false)
  await screen.findByText('draft saved')
})

test('AU-10: a sign of life at a thread is no activity of a person', async () => {
  const { server } = await openThread()
  await waitFor(() => expect(server.to('POST /message-threads/t1/heartbeat').length).toBeGreaterThan(0))
  expect(server.to('POST /message-threads/t1/heartbeat')[0]?.headers['X-Activity']).toBeUndefined()
})

test('R80: on a portal that takes no messages there is no box to write in, but a call to record', async () => {
  const none = { code: 'PORTAL_TAKES_NO_MESSAGES', message: 'This portal takes no messages today.', next: 'Call the patient.', rule: 'R80, R81', say: 'The portal takes no messages today, so I am calling you.' }
  const first = buildThread()
  const { user } = await openThread({ thread: { ...first, may: { ...first.may, reply: none }, context: { ...first.context, portalTakesMessages: false } } })
  expect(screen.queryByRole('textbox')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Record a call' }))
  expect(await screen.findByRole('dialog', { name: 'Record a call' })).toBeTruthy()
})

test('R52: emergency wording is closed only with what was done, which nobody is led to by a default', async () => {
  const { user, server } = await openThread({
    thread: buildThread({ row: { flagged: true }, flag: { reasons: [{ sign: 'chest', quote: 'my chest feels tight' }], flaggedAt: isoOf(NOW), settled: null } }),
    answers: { 'POST /message-threads/t1/resolve': sent },
  })
  expect(screen.getByText('“If this is an emergency, please hang up and call 911 now.”')).toBeTruthy()
  await user.keyboard('e')
  const dialog = await screen.findByRole('dialog', { name: 'Say what was done…' })
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(within(dialog).getByText('Choose what was done.')).toBeTruthy()
  await user.click(within(dialog).getByRole('radio', { name: 'The patient was sent to 911' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to('POST /message-threads/t1/resolve').at(-1)?.body).toMatchObject({ disposition: 'sent-to-911' }))
})

test('a refused key does nothing: what is not mine is not given back', async () => {
  const no = { code: 'THREAD_NOT_YOURS', message: 'You do not hold this thread.', next: 'Claim it first.', rule: 'CC-02', say: null }
  const { user } = await openThread({ thread: buildThread({ row: { mine: false, assignee: null }, may: { ...buildThread().may, reply: no, giveBack: no, wait: no, resolve: no, call: no } }) })
  await user.keyboard('uwe')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('button', { name: 'Claim' })).toBeTruthy()
})
