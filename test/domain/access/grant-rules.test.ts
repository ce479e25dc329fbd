import { describe, expect, it } from 'vitest'
import { bases, basisRules, type Basis } from '#domain/access/bases.ts'
import type { LegalStatusFacts } from '#domain/access/facts.ts'
import { canGrant, canRecordStatus, canRunUntil, needsSecondPerson, type GrantWish } from '#domain/access/grant-rules.ts'
import { startOfLocalDay } from '#domain/time.ts'
import { shippedPolicy } from '#test/domain/portals/build-portal.ts'

const zone = 'America/New_York'
const on = '2026-06-15'
const moment = { at: startOfLocalDay(on, zone) + 1, on, zone }
const status = (kind: LegalStatusFacts['kind']): LegalStatusFacts => ({ kind, fromOn: '2026-01-01', untilOn: null, endedAt: null, formerPersonIds: [] })
/** Of whom each basis speaks, by birth date and standing. */
const CHILD = '2018-01-01'
const TEEN = '2011-01-01'
const ADULT = '1980-01-01'

type Said = { patient?: Partial<GrantWish['patient']>; proxy?: Partial<GrantWish['proxy']> } & Partial<Omit<GrantWish, 'patient' | 'proxy'>>
function wish({ patient, proxy, ...said }: Said = {}): GrantWish {
  const basis = said.basis ?? 'parent'
  return {
    patient: { birthDate: CHILD, dead: false, legalStatuses: [], ...patient },
    proxy: { isThePatient: false, isTheActor: false, dead: false, birthDate: '1985-01-01', isMinorParent: false, hasEmail: true, sharesPatientsContact: false, ...proxy },
    policy: shippedPolicy('mychart-ny-nj'), relationship: 'mother', basis, levelId: 'full', areas: null, startOn: on, endOn: null, reviewOn: '2027-06-15',
    documents: [{ kind: basisRules[basis].documents[0] ?? 'birth-certificate', expiresOn: null }], disputed: false, ...said,
  }
}
const codeOf = (said: Said) => {
  const answer = canGrant(wish(said), moment)
  return answer.allowed ? 'allowed' : answer.code
}

describe('R20–R33, R13: of whom a basis may speak', () => {
  const cases: Record<Basis, [child: string, adult: string, dead: string]> = {
    parent: ['allowed', 'PROXY_BASIS_FOR_MINORS', 'PROXY_PATIENT_DIED'], 'guardian-of-minor': ['allowed', 'PROXY_BASIS_FOR_MINORS', 'PROXY_PATIENT_DIED'],
    'custody-order': ['allowed', 'PROXY_BASIS_FOR_MINORS', 'PROXY_PATIENT_DIED'], 'state-agency': ['allowed', 'PROXY_BASIS_FOR_MINORS', 'PROXY_PATIENT_DIED'],
    'teen-consent': ['allowed', 'PROXY_BASIS_FOR_MINORS', 'PROXY_PATIENT_DIED'], 'diminished-capacity': ['allowed', 'allowed', 'PROXY_PATIENT_DIED'],
    'adult-consent': ['PROXY_BASIS_FOR_ADULTS', 'allowed', 'PROXY_PATIENT_DIED'], 'health-care-proxy': ['PROXY_BASIS_FOR_ADULTS', 'allowed', 'PROXY_PATIENT_DIED'],
    'power-of-attorney': ['PROXY_BASIS_FOR_ADULTS', 'allowed', 'PROXY_PATIENT_DIED'], 'adult-guardian': ['PROXY_BASIS_FOR_ADULTS', 'allowed', 'PROXY_PATIENT_DIED'],
    executor: ['PROXY_PATIENT_LIVES', 'PROXY_PATIENT_LIVES', 'allowed'],
  }
  it.each(bases)('%s', (basis) => {
    expect([
      codeOf({ basis, patient: { birthDate: basis === 'teen-consent' ? TEEN : CHILD } }), codeOf({ basis, patient: { birthDate: ADULT } }), codeOf({ basis, patient: { birthDate: ADULT, dead: true } }),
    ]).toEqual(cases[basis])
  })

  it.each(bases)('%s rests on a document of its own that is good today, and on no other', (basis) => {
    const patient = { birthDate: basisRules[basis].about === 'minor' ? TEEN : ADULT, dead: basisRules[basis].about === 'deceased' }
    const kind = basisRules[basis].documents[0] ?? 'birth-certificate'
    const wrong = basis === 'parent' ? 'power-of-attorney' : 'birth-certificate'
    expect([
      codeOf({ basis, patient, documents: [] }), codeOf({ basis, patient, documents: [{ kind: wrong, expiresOn: null }] }), codeOf({ basis, patient, documents: [{ kind, expiresOn: '2026-06-14' }] }),
      codeOf({ basis, patient, documents: [{ kind, expiresOn: on }] }),
    ]).toEqual(['PROXY_DOCUMENT_DOES_NOT_CARRY', 'PROXY_DOCUMENT_DOES_NOT_CARRY', 'PROXY_DOCUMENT_EXPIRED', 'allowed'])
  })

  it('R33: a minor’s own consent counts from 12 on', () => {
    const consent = (birthDate: string) => codeOf({ basis: 'teen-consent', patient: { birthDate } })
    expect([consent('2014-06-16'), consent('2014-06-15')]).toEqual(['PROXY_CONSENT_TOO_YOUNG', 'allowed'])
  })

  it('R33: a married or emancipated minor counts as an adult; somebody under guardianship cannot consent', () => {
    for (const kind of ['emancipated', 'married'] as const) {
      const patient = { birthDate: TEEN, legalStatuses: [status(kind)] }
      expect([codeOf({ patient }), codeOf({ basis: 'adult-consent', patient })]).toEqual(['PROXY_BASIS_FOR_MINORS', 'allowed'])
    }
    expect(codeOf({ basis: 'adult-consent', patient: { birthDate: ADULT, legalStatuses: [status('adult-guardianship')] } })).toBe('PROXY_CANNOT_CONSENT')
  })
})

describe('who may be a proxy', () => {
  it.each([
    ['isThePatient', { isThePatient: true }, 'PROXY_IS_THE_PATIENT'], ['isTheActor', { isTheActor: true }, 'PROXY_IS_ONESELF'], ['dead', { dead: true }, 'PROXY_PERSON_DIED'],
    ['a minor', { birthDate: '2010-01-01' }, 'PROXY_IS_A_MINOR'], ['a minor who is a parent', { birthDate: '2010-01-01', isMinorParent: true }, 'allowed'],
    ['somebody without a known birth date', { birthDate: null }, 'allowed'],
  ] as const)('%s', (_who, proxy, code) => expect(codeOf({ proxy })).toBe(code))

  it('R10: from 12 nobody who reads the teen’s own mail', () => {
    expect([codeOf({ patient: { birthDate: TEEN }, proxy: { sharesPatientsContact: true } }), codeOf({ proxy: { sharesPatientsContact: true } })]).toEqual(['PROXY_SHARES_TEENS_CONTACT', 'allowed'])
  })
})

describe('what a portal takes', () => {
  it.each([
    ['an unknown level', { levelId: 'everything' }, 'PROXY_LEVEL_UNKNOWN'], ['areas where the level has none', { areas: { bills: 'view' } }, 'PROXY_AREAS_NOT_HERE'],
    ['a representative without an area', { levelId: 'trusted-representative', areas: { bills: 'none' } }, 'PROXY_AREAS_NEEDED'],
    ['a representative with one', { levelId: 'trusted-representative', areas: { bills: 'view' } }, 'allowed'],
    ['no portal for new access', { policy: shippedPolicy('nextgen-legacy') }, 'PROXY_PORTAL_CLOSED'], ['a portal without proxies', { policy: shippedPolicy('caremount') }, 'PROXY_PORTAL_CLOSED'],
    ['R30: a mail that is needed', { policy: shippedPolicy('followmyhealth'), proxy: { hasEmail: false } }, 'PROXY_EMAIL_NEEDED'],
  ] satisfies [string, Said, string][])('%s', (_what, said, code) => expect(codeOf(said)).toBe(code))
})

describe('security.md §1: what one person alone may not grant', () => {
  const alone = (said: Said) => !needsSecondPerson(wish(said), moment)
  it.each(bases)('%s', (basis) => {
    const patient = { birthDate: basisRules[basis].about === 'minor' ? CHILD : ADULT, dead: basisRules[basis].about === 'deceased' }
    expect(alone({ basis, patient })).toBe(basis === 'parent' || basis === 'adult-consent')
  })

  it('a parent of a teen alone where the portal narrows by age, with two where it does not; in dispute always two', () => {
    expect(alone({ patient: { birthDate: TEEN } })).toBe(true)
    expect(alone({ patient: { birthDate: TEEN }, policy: shippedPolicy('followmyhealth') })).toBe(false)
    expect(alone({ patient: { birthDate: TEEN }, policy: shippedPolicy('myportal-ca') })).toBe(true)
    expect(alone({ disputed: true })).toBe(false)
  })

  it('an emancipated minor’s own consent is an adult’s', () => {
    expect(alone({ basis: 'adult-consent', patient: { birthDate: TEEN, legalStatuses: [status('emancipated')] } })).toBe(true)
  })
})

describe('PX-03: an end or review date is always set', () => {
  const until = (endOn: string | null, reviewOn: string | null, birthDate = CHILD) => {
    const answer = canRunUntil({ birthDate, policy: shippedPolicy('mychart-ny-nj'), startOn: on, endOn, reviewOn }, moment)
    return answer && !answer.allowed ? answer.code : 'allowed'
  }
  it('not in the past, not beyond five years, or childhood where that is longer', () => {
    expect([until(null, null), until(null, '2026-06-14'), until('2026-06-15', null), until(null, '2035-12-31'), until(null, '2036-01-01')])
      .toEqual(['PROXY_DATE_TOO_FAR', 'PROXY_DATES_BACKWARDS', 'allowed', 'allowed', 'PROXY_DATE_TOO_FAR'])
    expect([until('2031-06-15', null, ADULT), until('2031-06-16', null, ADULT), until('2040-01-01', '2027-01-01', ADULT)]).toEqual(['allowed', 'PROXY_DATE_TOO_FAR', 'allowed'])
  })
})

describe('R33: recording a legal status', () => {
  const record = (kind: LegalStatusFacts['kind'], birthDate: string, more: Partial<Parameters<typeof canRecordStatus>[0]> = {}) => {
    const documents = { emancipated: 'court-order', married: 'marriage-certificate', 'minor-parent': 'birth-certificate', 'state-custody': 'agency-letter', adopted: 'adoption-decree', 'adult-guardianship': 'court-order', 'diminished-capacity': 'clinician-statement' } as const
    const answer = canRecordStatus({ birthDate, majority: 18, held: [], kind, fromOn: on, untilOn: null, document: documents[kind], ...more }, moment)
    return answer.allowed ? 'allowed' : answer.code
  }
  it.each([
    ['emancipated', 'allowed', 'LEGAL_STATUS_NOT_A_MINOR'], ['married', 'allowed', 'LEGAL_STATUS_NOT_A_MINOR'], ['minor-parent', 'allowed', 'LEGAL_STATUS_NOT_A_MINOR'],
    ['state-custody', 'allowed', 'LEGAL_STATUS_NOT_A_MINOR'], ['adopted', 'allowed', 'LEGAL_STATUS_NOT_A_MINOR'], ['adult-guardianship', 'LEGAL_STATUS_NOT_AN_ADULT', 'allowed'],
    ['diminished-capacity', 'allowed', 'allowed'],
  ] as const)('%s: of a minor %s, of an adult %s', (kind, minor, adult) => expect([record(kind, TEEN), record(kind, ADULT)]).toEqual([minor, adult]))

  it('rests on its own paper, runs forward, and is not recorded twice', () => {
    expect([
      record('married', TEEN, { document: 'court-order' }), record('emancipated', TEEN, { untilOn: '2026-06-14' }), record('emancipated', TEEN, { held: [status('emancipated')] }),
    ]).toEqual(['LEGAL_STATUS_DOCUMENT', 'PROXY_DATES_BACKWARDS', 'LEGAL_STATUS_HELD'])
  })
})
