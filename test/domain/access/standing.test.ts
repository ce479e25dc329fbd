import { describe, expect, it } from 'vitest'
import { accessToItem } from '#domain/access/access.ts'
import type { AccessFacts, GrantFacts, LegalStatusFacts } from '#domain/access/facts.ts'
import { nobodyCanAct } from '#domain/access/gap.ts'
import { toldOutside } from '#domain/access/outside.ts'
import { startOfLocalDay } from '#domain/time.ts'
import { buildFacts, buildGrant, buildItem, FATHER, MOTHER, proxy } from '#test/domain/access/build-facts.ts'

const NY = 'America/New_York'
const on = (date: string) => startOfLocalDay(date, NY)
const codeAt = (facts: AccessFacts, at: number, personId = MOTHER) => accessToItem(facts, proxy(personId), buildItem({ category: 'bill-line' }), at).why.code
const withGrant = (said: Partial<GrantFacts>, more: Partial<AccessFacts> = {}) => buildFacts({ grants: [buildGrant(said)], ...more })
const status = (kind: LegalStatusFacts['kind'], said: Partial<LegalStatusFacts> = {}): LegalStatusFacts =>
  ({ kind, fromOn: '2026-03-01', untilOn: null, endedAt: null, formerPersonIds: [], ...said })

describe('dates of a grant', () => {
  it('R34: it is good through the end of its end date, local', () => {
    const facts = withGrant({ endOn: '2026-03-08' })
    expect(codeAt(facts, on('2026-03-09') - 1)).toBe('ALLOWED')
    expect(codeAt(facts, on('2026-03-09'))).toBe('GRANT_RAN_OUT')
  })

  it('begins with its first day', () => {
    const facts = withGrant({ startOn: '2026-03-08' })
    expect(codeAt(facts, on('2026-03-08') - 1)).toBe('GRANT_NOT_BEGUN')
    expect(codeAt(facts, on('2026-03-08'))).toBe('ALLOWED')
  })

  it('PX-03: past its review date it is closed until somebody has looked', () => {
    const facts = withGrant({ reviewOn: '2026-06-30' })
    expect(codeAt(facts, on('2026-07-01') - 1)).toBe('ALLOWED')
    expect(codeAt(facts, on('2026-07-01'))).toBe('REVIEW_OVERDUE')
  })

  it('PX-03: with the last day of its document it closes; a second good document carries it', () => {
    const document = { kind: 'birth-certificate' as const, expiresOn: '2026-06-30', seenAt: 0, retiredAt: null }
    expect(codeAt(withGrant({ documents: [document] }), on('2026-07-01'))).toBe('BASIS_EXPIRED')
    expect(codeAt(withGrant({ documents: [document, { ...document, kind: 'adoption-decree', expiresOn: null }] }), on('2026-07-01'))).toBe('ALLOWED')
    expect(codeAt(withGrant({ documents: [document, { ...document, kind: 'power-of-attorney', expiresOn: null }] }), on('2026-07-01'))).toBe('BASIS_EXPIRED')
  })

  it('yesterday’s question is answered with yesterday’s state', () => {
    const facts = withGrant({ timeline: [
      { at: on('2026-01-10'), state: 'pending', cause: 'granted' }, { at: on('2026-01-12'), state: 'active', cause: 'confirmed' },
      { at: on('2026-02-01'), state: 'suspended', cause: 'disputed' }, { at: on('2026-02-05'), state: 'active', cause: 'reviewed' }, { at: on('2026-03-01'), state: 'ended', cause: 'revoked' },
    ] })
    expect(['2026-01-09', '2026-01-11', '2026-01-20', '2026-02-03', '2026-02-20', '2026-03-02'].map((date) => codeAt(facts, on(date))))
      .toEqual(['NO_GRANT', 'GRANT_PENDING', 'ALLOWED', 'GRANT_SUSPENDED', 'ALLOWED', 'GRANT_REVOKED'])
  })

  it('R24: ending one parent’s access leaves the other’s as it was', () => {
    const father = buildGrant({ personId: FATHER })
    const before = buildFacts({ grants: [buildGrant(), father] })
    const after = buildFacts({ grants: [buildGrant({ timeline: [{ at: 0, state: 'active', cause: 'confirmed' }, { at: 5, state: 'ended', cause: 'revoked' }] }), father] })
    const at = on('2026-05-05')
    expect(codeAt(after, at)).toBe('GRANT_REVOKED')
    expect(accessToItem(after, proxy(FATHER), buildItem(), at)).toEqual(accessToItem(before, proxy(FATHER), buildItem(), at))
  })
})

describe('R23: the 18th birthday', () => {
  const birthDate = '2008-05-20'
  it.each(['parent', 'guardian-of-minor', 'custody-order', 'state-agency', 'teen-consent', 'diminished-capacity'] as const)('ends what %s gave', (basis) => {
    const facts = withGrant({ basis }, { birthDate })
    expect(codeAt(facts, on('2026-05-20') - 1)).toBe('ALLOWED')
    expect(codeAt(facts, on('2026-05-20'))).toBe('MAJORITY_REACHED')
  })
  it.each(['adult-consent', 'health-care-proxy', 'power-of-attorney', 'adult-guardian', 'diminished-capacity'] as const)('%s opens what it gives an adult’s proxy, from that day on', (basis) => {
    const facts = withGrant({ basis, startOn: '2026-05-20' }, { birthDate })
    expect(codeAt(facts, on('2026-05-20') - 1)).toBe('GRANT_NOT_BEGUN')
    expect(codeAt(facts, on('2026-05-20'))).toBe('ALLOWED')
  })
})

describe('R33: legal status overrides the age band', () => {
  it.each([['emancipated', 'ENDED_BY_EMANCIPATION'], ['married', 'ENDED_BY_MARRIAGE']] as const)('%s: parental access ends for good, the patient counts as an adult', (kind, code) => {
    const facts = buildFacts({
      birthDate: '2010-01-01', legalStatuses: [status(kind, { untilOn: '2026-04-30' })],
      grants: [buildGrant(), buildGrant({ personId: FATHER, basis: 'adult-consent', startOn: '2026-03-02' })],
    })
    expect(codeAt(facts, on('2026-03-01') - 1)).toBe('ALLOWED')
    expect(codeAt(facts, on('2026-03-01'))).toBe(code)
    expect(codeAt(facts, on('2026-06-01'))).toBe(code)
    expect(accessToItem(facts, proxy(FATHER), buildItem(), on('2026-03-05')).visible).toBe(true)
    expect(codeAt(facts, on('2026-06-01'), FATHER)).toBe('GRANT_NOT_BEGUN')
  })

  it('state custody: parents are suspended until a review, the agency sees in full', () => {
    const facts = (cause: 'confirmed' | 'reviewed') => buildFacts({
      birthDate: '2012-01-01', legalStatuses: [status('state-custody', { untilOn: '2026-06-30' })],
      grants: [
        buildGrant({ timeline: [{ at: 0, state: 'active', cause: 'confirmed' }, { at: on('2026-07-02'), state: 'active', cause }] }),
        buildGrant({ personId: FATHER, basis: 'state-agency', relationship: 'agency' }),
      ],
    })
    expect(codeAt(facts('confirmed'), on('2026-07-03'))).toBe('SUSPENDED_BY_CUSTODY')
    expect(codeAt(facts('reviewed'), on('2026-07-01'))).toBe('SUSPENDED_BY_CUSTODY')
    expect(codeAt(facts('reviewed'), on('2026-07-03'))).toBe('ALLOWED')
    expect(accessToItem(facts('confirmed'), proxy(FATHER), buildItem(), on('2026-04-01')).visible).toBe(true)
  })

  it('adopted: the former family’s access ends, named persons only where some are named', () => {
    const grants = [buildGrant(), buildGrant({ personId: FATHER })]
    const all = buildFacts({ grants, legalStatuses: [status('adopted')] })
    expect([codeAt(all, on('2026-03-02')), codeAt(all, on('2026-03-02'), FATHER)]).toEqual(['ENDED_BY_ADOPTION', 'ENDED_BY_ADOPTION'])
    const one = buildFacts({ grants, legalStatuses: [status('adopted', { formerPersonIds: [FATHER] })] })
    expect([codeAt(one, on('2026-03-02')), codeAt(one, on('2026-03-02'), FATHER)]).toEqual(['ALLOWED', 'ENDED_BY_ADOPTION'])
    const after = buildFacts({ grants: [buildGrant({ startOn: '2026-03-01' })], legalStatuses: [status('adopted')] })
    expect(codeAt(after, on('2026-03-02'))).toBe('ALLOWED')
  })

  it('a minor parent’s own chart goes by the age band', () => {
    const facts = buildFacts({ birthDate: '2010-01-01', legalStatuses: [status('minor-parent')] })
    expect(accessToItem(facts, proxy(), buildItem(), on('2026-04-01')).why.code).toBe('BAND_CLOSED')
  })

  it('a teen’s consent and diminished capacity open the whole level at 12 to 17', () => {
    for (const basis of ['teen-consent', 'diminished-capacity'] as const) {
      expect(accessToItem(withGrant({ basis }, { birthDate: '2011-01-01' }), proxy(), buildItem(), on('2026-04-01')).visible).toBe(true)
    }
  })

  it('a status that was taken back as a mistake was never there from then on', () => {
    const facts = buildFacts({ birthDate: '2010-01-01', legalStatuses: [status('emancipated', { endedAt: on('2026-04-01') })] })
    expect([codeAt(facts, on('2026-03-15')), codeAt(facts, on('2026-04-01'))]).toEqual(['ENDED_BY_EMANCIPATION', 'ALLOWED'])
  })
})

describe('R13: after a death', () => {
  const death = { fromAt: on('2026-02-01'), on: '2026-02-01' }
  it('every grant is closed but the executor’s, which opens only then', () => {
    const facts = buildFacts({ death, grants: [buildGrant(), buildGrant({ personId: FATHER, basis: 'executor' })] })
    expect([codeAt(facts, on('2026-01-31')), codeAt(facts, on('2026-02-01'))]).toEqual(['ALLOWED', 'PATIENT_DIED'])
    expect([codeAt(facts, on('2026-01-31'), FATHER), codeAt(facts, on('2026-02-01'), FATHER)]).toEqual(['PATIENT_LIVES', 'ALLOWED'])
  })
})

describe('PX-03: a block', () => {
  const blocked = [{ personId: MOTHER, fromAt: on('2026-02-01'), liftedAt: null }]
  it('closes everything, whatever the grant says, and a portal hears what it hears of a stranger', () => {
    const facts = buildFacts({ blocked })
    const answer = accessToItem(facts, proxy(), buildItem(), on('2026-02-01'))
    const stranger = accessToItem(buildFacts({ grants: [] }), proxy('nobody'), buildItem(), on('2026-02-01'))
    expect(answer).toMatchObject({ visible: false, why: { code: 'BLOCKED', grantId: null, basis: null } })
    expect(toldOutside(answer.why)).toEqual(toldOutside(stranger.why))
  })

  it('revoked, suspended, held, run out, dead or blocked: one and the same answer outside', () => {
    const at = on('2026-05-05')
    const cases: AccessFacts[] = [
      buildFacts({ grants: [] }), buildFacts({ blocked }), withGrant({ endOn: '2026-01-01' }), withGrant({ reviewOn: '2026-01-01' }),
      ...(['requested', 'held', 'pending', 'suspended', 'ended', 'denied'] as const).map((state) => withGrant({ timeline: [{ at: 0, state, cause: 'granted' }] })),
      buildFacts({ death: { fromAt: 0, on: null } }), buildFacts({ legalStatuses: [status('adopted')] }), buildFacts({ legalStatuses: [status('state-custody')] }),
    ]
    expect(new Set(cases.map((facts) => JSON.stringify(toldOutside(accessToItem(facts, proxy(), buildItem(), at).why))))).toEqual(
      new Set(['{"code":"NO_ACCESS","rule":"R27","sources":[],"findings":[]}']),
    )
  })
})

describe('the gap', () => {
  const before = on('2026-12-07') - 1
  it('from the 12th birthday nobody can read the results of a child without an own account', () => {
    expect([nobodyCanAct(buildFacts(), before), nobodyCanAct(buildFacts(), before + 1)]).toEqual([false, true])
  })
  it('an own account, or a teen’s consent, closes it', () => {
    expect(nobodyCanAct(buildFacts({ ownAccount: { state: 'active', sinceAt: 0 } }), before + 1)).toBe(false)
    expect(nobodyCanAct(withGrant({ basis: 'teen-consent' }), before + 1)).toBe(false)
  })
})
