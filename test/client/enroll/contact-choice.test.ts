import { describe, expect, test } from 'vitest'
import { firstChoice, firstExplained, isWhole, usualWays, waysFor, type OnFile } from '#client/enroll/contact-choice.ts'
import { codeState, inGroups } from '#client/enroll/code-state.ts'
import { startable } from '#client/enroll/start-choice.ts'
import { buildCheck, buildShown, buildStart, fathers, NOW, words } from '#test/client/enroll/build-enrollment.ts'

const contact = (contactId: string, kind: OnFile['kind'], check: OnFile['check']): OnFile => ({ contactId, kind, use: null, masked: `${contactId}···`, check })
const ownMail = contact('mail', 'email', buildCheck())
const ownPhone = contact('mobile', 'phone', buildCheck({ kind: 'phone' }))
const fathersMail = contact('father', 'email', fathers)
const homePhone = contact('home', 'phone', buildCheck({ kind: 'phone', usable: false, refusal: words('CONTACT_HOME_PHONE'), ways: ['mobile', 'not-today'] }))

describe('where codes and notices go', () => {
  test('an own e-mail leads, then an own mobile, then the first way that the rule names', () => {
    expect(firstChoice([ownPhone, ownMail])).toEqual({ on: 'file', contactId: 'mail' })
    expect(firstChoice([fathersMail, ownPhone])).toEqual({ on: 'file', contactId: 'mobile' })
    expect(firstChoice([fathersMail])).toEqual({ on: 'way', way: 'mobile' })
    expect(firstChoice([])).toEqual({ on: 'way', way: 'email' })
  })

  test('what is refused is explained, an e-mail before a number, and not while another one can be used', () => {
    expect(firstExplained([homePhone, fathersMail])?.key).toBe('father')
    expect(firstExplained([homePhone])?.key).toBe('home')
    expect(firstExplained([fathersMail, ownPhone])).toBeNull()
  })

  test('coming back another day is always among the ways', () => {
    expect(waysFor(null)).toEqual(usualWays)
    expect(waysFor(fathers)).toContain('not-today')
  })

  test('a number is whole with ten digits, however it is written, and an address with its domain', () => {
    expect(['(555) 010', '555 010 1234', '+1 555-010-1234'].map((typed) => isWhole('phone', typed))).toEqual([false, true, true])
    expect(['walton', 'walton@', ' walton@mail.example '].map((typed) => isWhole('email', typed))).toEqual([false, false, true])
  })
})

describe('a code on the screen', () => {
  const shown = buildShown()
  const { code } = shown.enrollment
  if (!code) throw new Error('There is a code')

  test('works until its last instant, on the screen that was answered it, and no screen that was not', () => {
    expect(codeState(code, shown, NOW)).toBe('shown')
    expect(codeState(code, null, NOW)).toBe('elsewhere')
    expect(codeState({ ...code, id: 'code-2' }, shown, NOW)).toBe('elsewhere')
    expect(codeState(code, shown, Date.parse(code.endsAt) - 1)).toBe('shown')
    expect(codeState(code, shown, Date.parse(code.endsAt))).toBe('ended')
  })

  test('once a phone has it, its time is over for nobody: the page there goes on', () => {
    expect(codeState({ ...code, state: 'connected' }, shown, Date.parse(code.endsAt) + 1)).toBe('tied')
    expect(codeState({ ...code, state: 'spent' }, shown, NOW)).toBe('spent')
    expect(codeState(null, null, NOW)).toBe('ready')
  })

  test('is read aloud in two groups of four', () => {
    expect(inGroups('7Q4K92WX')).toBe('7Q4K 92WX')
  })
})

test('"Enroll" goes on with what is open, else starts where it may, else says why not', () => {
  const start = buildStart()
  const [portal] = start.portals
  if (!portal) throw new Error('There is a portal')
  expect(startable(start)).toMatchObject({ kind: 'start' })
  expect(startable({ ...start, portals: [{ ...portal, openEnrollmentId: 'draft-9' }] })).toEqual({ kind: 'open', enrollmentId: 'draft-9' })
  expect(startable({ ...start, portals: [{ ...portal, refusal: words('ACCOUNT_ACTIVE') }] })).toEqual({ kind: 'none' })
  expect(startable(start, 'another-portal')).toEqual({ kind: 'none' })
})
