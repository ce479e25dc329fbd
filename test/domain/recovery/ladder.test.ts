import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BARRED_FOR, COUNTS_AFTER, destinationOf, destinationStanding, ladder, needsSecondPerson, type LadderContact, type LadderFacts,
} from '#domain/recovery/ladder.ts'
import { DAY, HOUR, MINUTE } from '#domain/time.ts'

const NOW = Date.UTC(2026, 10, 24, 15)
const contact = (kind: 'email' | 'phone', age: number, more: Partial<LadderContact> = {}): LadderContact => ({ id: `${kind}-${age}`, kind, sinceAt: NOW - age, standing: 'own', ...more })
const facts = (more: Partial<LadderFacts> = {}): LadderFacts => ({
  contacts: [contact('email', 400 * DAY), contact('phone', 400 * DAY)], youngestSinceAt: NOW - 400 * DAY, deceased: false, disputed: false, flagged: false,
  wrongFacts: 0, failedProofs: 0, agents: 1, stoppedBefore: false, suspended: false, overLimit: false, ...more,
})
const standings = (more: Partial<LadderFacts>) => ladder(facts(more), NOW).ways.map((way) => `${way.kind} ${way.standing} ${way.code}`)

describe('the ways in order of strength', () => {
  test.each<[string, Partial<LadderFacts>, string[]]>([
    ['old contacts: all ways are open', {}, [
      'email-link suffices RECOVERY_EMAIL_COUNTS', 'call-back suffices RECOVERY_NUMBER_COUNTS', 'photo-id suffices RECOVERY_PHOTO_ID', 'second-person suffices RECOVERY_SECOND_PERSON']],
    ['nothing on file: a desk, or two persons', { contacts: [], youngestSinceAt: null }, [
      'email-link not-possible RECOVERY_NO_EMAIL', 'call-back not-possible RECOVERY_NO_NUMBER', 'photo-id suffices RECOVERY_PHOTO_ID', 'second-person suffices RECOVERY_SECOND_PERSON']],
    ['ID-02: a mobile changed six days ago does not count today', { contacts: [contact('email', 400 * DAY), contact('phone', 6 * DAY)], youngestSinceAt: NOW - 6 * DAY }, [
      'email-link suffices RECOVERY_EMAIL_COUNTS', 'call-back not-today RECOVERY_CONTACT_YOUNG', 'photo-id suffices RECOVERY_PHOTO_ID', 'second-person suffices RECOVERY_SECOND_PERSON']],
    ['ID-03: an address of six days only with a second person', { contacts: [contact('email', 6 * DAY)], youngestSinceAt: NOW - 6 * DAY }, [
      'email-link with-second-person RECOVERY_CONTACT_YOUNG', 'call-back not-possible RECOVERY_NO_NUMBER', 'photo-id suffices RECOVERY_PHOTO_ID', 'second-person suffices RECOVERY_SECOND_PERSON']],
    ['ID-03: while any contact is younger than 72 hours even the old ones take a second person', { contacts: [contact('email', 400 * DAY), contact('email', DAY)], youngestSinceAt: NOW - DAY }, [
      'email-link with-second-person RECOVERY_CONTACT_FRESH', 'email-link not-today RECOVERY_CONTACT_FRESH', 'call-back not-possible RECOVERY_NO_NUMBER',
      'photo-id with-second-person RECOVERY_CONTACT_FRESH', 'second-person suffices RECOVERY_SECOND_PERSON']],
    ['ID-03: a contact put on and taken off again within 72 hours still asks for one', { youngestSinceAt: NOW - HOUR }, [
      'email-link with-second-person RECOVERY_CONTACT_FRESH', 'call-back with-second-person RECOVERY_CONTACT_FRESH', 'photo-id with-second-person RECOVERY_CONTACT_FRESH', 'second-person suffices RECOVERY_SECOND_PERSON']],
    ['R10: a mailbox that somebody else reads is no way', { contacts: [contact('email', 400 * DAY, { standing: 'shared' })] }, [
      'email-link not-possible RECOVERY_CONTACT_SHARED', 'call-back not-possible RECOVERY_NO_NUMBER', 'photo-id suffices RECOVERY_PHOTO_ID', 'second-person suffices RECOVERY_SECOND_PERSON']],
    ['R44: five wrong answers leave the desk alone', { wrongFacts: 5 }, [
      'email-link not-possible RECOVERY_WRONG_FACTS', 'call-back not-possible RECOVERY_WRONG_FACTS', 'photo-id suffices RECOVERY_PHOTO_ID', 'second-person not-possible RECOVERY_WRONG_FACTS']],
    ['one failed proof: a second person; two: the desk alone', { failedProofs: 1 }, [
      'email-link with-second-person RECOVERY_PROOF_FAILED', 'call-back with-second-person RECOVERY_PROOF_FAILED', 'photo-id with-second-person RECOVERY_PROOF_FAILED', 'second-person suffices RECOVERY_SECOND_PERSON']],
    ['after "this was not me" a face and a second person', { suspended: true }, [
      'email-link not-possible RECOVERY_SUSPENDED', 'call-back not-possible RECOVERY_SUSPENDED', 'photo-id with-second-person RECOVERY_SUSPENDED', 'second-person not-possible RECOVERY_SUSPENDED']],
    ['R13: a death closes every way', { deceased: true }, [
      'email-link not-possible PATIENT_DECEASED', 'call-back not-possible PATIENT_DECEASED', 'photo-id not-possible PATIENT_DECEASED', 'second-person not-possible PATIENT_DECEASED']],
  ])('%s', (_what, more, expected) => {
    expect(standings(more)).toEqual(expected)
  })

  test.each<[string, Partial<LadderFacts>, string]>([
    ['two agents are a sign, no more', { agents: 2 }, 'suffices'], ['the third agent within 48 hours brings a second person', { agents: 3 }, 'with-second-person'],
    ['four wrong answers close nothing', { wrongFacts: 4 }, 'suffices'], ['a flag brings a second person', { flagged: true }, 'with-second-person'],
    ['a dispute brings one', { disputed: true }, 'with-second-person'], ['ID-08: beyond a limit two persons', { overLimit: true }, 'with-second-person'],
    ['a stopped call leaves the desk', { stoppedBefore: true }, 'not-possible'],
  ])('%s', (_what, more, standing) => {
    expect(ladder(facts(more), NOW).ways[0]?.standing).toBe(standing)
  })

  test('both sides of 30 days and of 72 hours, to the millisecond', () => {
    const at = (age: number) => [destinationStanding(contact('email', age), NOW), ladder(facts({ contacts: [contact('email', age)], youngestSinceAt: NOW - age }), NOW).ways[0]?.standing]
    expect(at(COUNTS_AFTER)).toEqual(['free', 'suffices'])
    expect(at(COUNTS_AFTER - 1)).toEqual(['second-person', 'with-second-person'])
    expect(at(BARRED_FOR)).toEqual(['second-person', 'with-second-person'])
    expect(at(BARRED_FOR - 1)).toEqual(['never', 'not-today'])
  })

  test('it is said from when a young contact counts', () => {
    expect(ladder(facts({ contacts: [contact('phone', 6 * DAY)] }), NOW).ways.find((way) => way.kind === 'call-back')?.fromAt).toBe(NOW + 24 * DAY)
  })
})

const anyContact = fc.record({
  id: fc.uuid(), kind: fc.constantFrom('email' as const, 'phone' as const), sinceAt: fc.integer({ min: NOW - 60 * DAY, max: NOW }),
  standing: fc.constantFrom('own' as const, 'shared' as const, 'barred' as const, 'bounced' as const, 'unusable' as const),
})
const anyFacts: fc.Arbitrary<LadderFacts> = fc.record({
  contacts: fc.array(anyContact, { maxLength: 5 }), youngestSinceAt: fc.option(fc.integer({ min: NOW - 60 * DAY, max: NOW })), deceased: fc.boolean(), disputed: fc.boolean(), flagged: fc.boolean(),
  wrongFacts: fc.integer({ min: 0, max: 7 }), failedProofs: fc.integer({ min: 0, max: 3 }), agents: fc.integer({ min: 1, max: 4 }), stoppedBefore: fc.boolean(), suspended: fc.boolean(), overLimit: fc.boolean(),
})

describe('whatever is so', () => {
  test('no destination is younger than 72 hours, shared, barred or a phone; alone none is younger than 30 days', () => {
    fc.assert(fc.property(anyFacts, ({ contacts }) => {
      const found = destinationOf(contacts, NOW)
      if (!found) return
      expect(found.contact.kind).toBe('email')
      expect(found.contact.standing).toBe('own')
      expect(NOW - found.contact.sinceAt).toBeGreaterThanOrEqual(found.standing === 'free' ? COUNTS_AFTER : BARRED_FOR)
    }))
  })

  test('a way that suffices alone goes through an own contact of 30 days, a face, or two persons', () => {
    fc.assert(fc.property(anyFacts, (one) => {
      for (const way of ladder(one, NOW).ways.filter(({ standing, contactId }) => standing === 'suffices' && contactId !== null)) {
        const through = one.contacts.find(({ id }) => id === way.contactId)
        expect(through?.standing).toBe('own')
        expect(NOW - (through?.sinceAt ?? NOW)).toBeGreaterThanOrEqual(COUNTS_AFTER)
      }
    }))
  })

  test('one more thing that speaks against it never opens a way', () => {
    const rank = { suffices: 3, 'with-second-person': 2, 'not-today': 1, 'not-possible': 0 }
    const worse: ((one: LadderFacts) => LadderFacts)[] = [
      (one) => ({ ...one, flagged: true }), (one) => ({ ...one, disputed: true }), (one) => ({ ...one, overLimit: true }), (one) => ({ ...one, suspended: true }),
      (one) => ({ ...one, stoppedBefore: true }), (one) => ({ ...one, agents: one.agents + 1 }), (one) => ({ ...one, wrongFacts: one.wrongFacts + 1 }), (one) => ({ ...one, deceased: true }),
      (one) => ({ ...one, youngestSinceAt: NOW - MINUTE }),
    ]
    fc.assert(fc.property(anyFacts, fc.constantFrom(...worse), (one, make) => {
      const [before, after] = [ladder(one, NOW), ladder(make(one), NOW)]
      before.ways.forEach((way, at) => expect(rank[after.ways[at]?.standing ?? 'suffices']).toBeLessThanOrEqual(rank[way.standing]))
      if (needsSecondPerson(before) && after.step !== 'closed') expect(needsSecondPerson(after)).toBe(true)
    }))
  })

  test('a living person is never without a way: a face at a desk always counts, alone or with a second person', () => {
    fc.assert(fc.property(anyFacts, (one) => {
      const face = ladder(one, NOW).ways.find((way) => way.kind === 'photo-id')
      expect(['suffices', 'with-second-person'].includes(face?.standing ?? '')).toBe(!one.deceased)
    }))
  })
})
