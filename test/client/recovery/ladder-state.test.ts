import { expect, test } from 'vitest'
import { actsShown, firstWay, nothingTyped, primaryOf } from '#client/recovery/ladder-state.ts'
import { momentOf, sceneOf } from '#client/recovery/scene-of.ts'
import { buildCall, buildProof, notProven } from '#test/client/recovery/build-call.ts'
import type { CallDesk } from '#domain/contracts/recovery.ts'

const primary = (desk: CallDesk, typed: Partial<typeof nothingTyped> = {}, kind?: string) =>
  primaryOf(desk, kind ? (desk.ways.find((one) => one.kind === kind) ?? null) : firstWay(desk), { ...nothingTyped, ...typed })
const atDesk = (desk: CallDesk): CallDesk => ({ ...desk, call: desk.call && { ...desk.call, channel: 'desk' } })

test('whoever does not hold the case begins a call first; a case that is over has no button', () => {
  expect(primary(buildCall({ isMine: false }))?.does).toBe('begin')
  expect(primary(buildCall({ call: null }))?.does).toBe('begin')
  expect(primary(buildCall({ step: 'over', state: 'done' }))).toBeNull()
})

test('what the caller says is compared, empty boxes are left out, and after too many tries the case goes to a desk', () => {
  const find = buildCall({ step: 'find', located: false, facts: [] })
  expect(primary(find)).toMatchObject({ does: 'command', step: 'facts', lacks: 'recovery.lacks_facts' })
  expect(primary(find, { facts: { name: ' Clint ', city: '' } })).toMatchObject({ lacks: null, body: { said: [{ kind: 'name', text: 'Clint' }] } })
  expect(primary({ ...find, factsRefusal: notProven })).toMatchObject({ does: 'end', outcome: 'comes-to-desk' })
})

test('the strongest way that is open comes first; a way in hand stays chosen', () => {
  expect(firstWay(buildCall())?.kind).toBe('email-link')
  expect(firstWay(atDesk(buildCall()))?.kind).toBe('photo-id')
  expect(firstWay(buildCall({ proof: buildProof({ kind: 'second-person', contactId: null, state: 'waiting-approval' }) }))?.kind).toBe('second-person')
  expect(firstWay(buildCall({ proof: buildProof({ kind: 'second-person', contactId: null, state: 'failed' }) }))?.kind).toBe('email-link')
})

test('each way has its one button: send, wait, call back, confirm, compare, leave to a desk, record, ask', () => {
  expect(primary(buildCall())).toMatchObject({ step: 'send-link', body: { contactId: 'mail-1' } })
  expect(primary(buildCall({ proof: buildProof() }))).toMatchObject({ does: 'end', outcome: 'waits-for-mail' })
  const back = buildProof({ kind: 'call-back', contactId: 'phone-1', state: 'dialling', dial: '(555) 862-1582' })
  expect(primary(buildCall(), {}, 'call-back')).toMatchObject({ step: 'call-back', body: { contactId: 'phone-1' } })
  expect(primary(buildCall({ proof: back }), { lastTwo: '8' }, 'call-back')).toMatchObject({ step: 'confirm-number', lacks: 'recovery.lacks_two' })
  expect(primary(buildCall({ proof: back }), { lastTwo: '82' }, 'call-back')).toMatchObject({ lacks: null, body: { lastTwo: '82' } })
  expect(primary(buildCall({ proof: { ...back, state: 'ringing', words: 'lantern river' } }), { heard: 'lantern river' }, 'call-back')).toMatchObject({ step: 'repeat-words', lacks: null })
  expect(primary(buildCall(), {}, 'photo-id')).toMatchObject({ does: 'end', outcome: 'comes-to-desk' })
  expect(primary(atDesk(buildCall()), {}, 'photo-id')).toMatchObject({ step: 'photo-id', lacks: 'recovery.lacks_kind' })
  const seen = { kind: 'passport', issuer: 'USA', expiresOn: '2030-01-01', faceMatches: false }
  expect(primary(atDesk(buildCall()), { photoId: seen }, 'photo-id')).toMatchObject({ lacks: 'recovery.lacks_face' })
  expect(primary(atDesk(buildCall()), { photoId: { ...seen, faceMatches: true } }, 'photo-id')).toMatchObject({ lacks: null })
  expect(primary(buildCall(), {}, 'second-person')).toMatchObject({ does: 'approval' })
})

test('once it is proven the reset comes first and lifts the lock; when it is done the call ends', () => {
  const acts = buildCall().acts.map((one) => ({ ...one, refusal: null }))
  const proven = buildCall({ step: 'act', state: 'proven', proof: buildProof({ state: 'confirmed' }), acts })
  expect(primary(proven)).toEqual({ does: 'act', act: 'send-reset-link', label: 'recovery.act.unlock-and-send-reset-link' })
  expect(primary({ ...proven, account: { ...proven.account, isLocked: false } })).toMatchObject({ label: 'recovery.act.send-reset-link' })
  const done = acts.map((one) => (one.kind === 'send-reset-link' ? { ...one, doneAt: '2026-11-24T15:45:00Z' } : one))
  expect(primary({ ...proven, acts: done })).toMatchObject({ does: 'end', outcome: 'done' })
})

test('before the proof the two acts that a call is about keep their place; acts of other kinds of account are left out', () => {
  expect(actsShown(buildCall()).map(({ kind }) => kind)).toEqual(['send-reset-link', 'send-user-name'])
  const acts = buildCall().acts.map((one) => ({ ...one, refusal: one.kind === 'social-guidance' ? { ...notProven, code: 'RECOVERY_NOT_SOCIAL' } : null }))
  expect(actsShown(buildCall({ step: 'act', acts })).map(({ kind }) => kind)).not.toContain('social-guidance')
})

test('the words learn of the account only after the proof', () => {
  const social = { account: { ...buildCall().account, signIn: 'social' as const, provider: 'Google' } }
  expect(sceneOf(buildCall(social), 'email-link').proven).toBeNull()
  expect(sceneOf(buildCall({ ...social, step: 'act' }), 'email-link').proven).toEqual({ kind: 'social', provider: 'Google' })
  expect(sceneOf(buildCall({ step: 'act', account: { ...buildCall().account, state: 'none', signIn: 'none' } }), 'email-link').proven).toEqual({ kind: 'none' })
  expect(sceneOf(buildCall({ step: 'act' }), 'email-link').proven).toEqual({ kind: 'password' })
})

test('a proof speaks for its own way alone', () => {
  const desk = buildCall({ proof: buildProof() })
  expect(momentOf(desk, 'email-link')).toBe('sent')
  expect(momentOf(desk, 'photo-id')).toBe('none')
})
