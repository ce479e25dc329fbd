import type { GrantLine, MatrixAnswer, MatrixCell, MatrixColumn, ProxiesAnswer, WhyAnswer } from '#domain/contracts/proxy-access.ts'
import { capabilities, type Capability } from '#domain/portals/capabilities.ts'
import { allowedAtAge } from '#domain/portals/proxy-policy.ts'
import { myChartNyNj } from '#domain/policies/mychart-ny-nj.ts'

const [policy] = myChartNyNj.versions
if (!policy) throw new Error('MyChart ships with a policy')
const { proxyAccess } = policy

/** Why a cell is so, as the server explains it. */
export function buildWhy(given: Partial<WhyAnswer> = {}): WhyAnswer {
  return {
    code: 'ALLOWED', rule: 'R20', sources: ['S0'], citedLaw: null, findings: [], findingSentences: [], ageThen: 11, band: { fromAge: 0, untilAge: 12 }, grantId: 'g-ines',
    basis: 'parent', levelId: 'full', policyVersion: 6, message: 'Under 12 a proxy with full access sees everything.', say: null, ...given,
  }
}

const bandClosed = buildWhy({
  code: 'BAND_CLOSED', rule: 'R21', ageThen: 12, band: { fromAge: 12, untilAge: 18 }, message: 'From the 12th birthday results, appointments and medications are hidden from every proxy.',
  findings: ['SOURCE_CONTRADICTS_ITSELF'], findingSentences: ['The source lists two sets of what stays (R22). The policy grants both.'],
  say: 'From her 12th birthday the law keeps results between Ossie and her doctor. You keep bills and immunizations.',
})

/** The cells of a full proxy at an age, by the rules of MyChart. */
export function cellsAt(age: number): MatrixCell[] {
  const allowed = allowedAtAge(proxyAccess, 'full', age)
  return capabilities.map((capability) => (capability in allowed
    ? { capability, answer: 'yes', why: buildWhy({ ageThen: age, ...(age < 12 ? {} : { rule: 'R22', band: { fromAge: 12, untilAge: 18 } }) }) }
    : { capability, answer: 'no', why: bandClosed }))
}

/** One person's column: a parent with full access, eleven on the first day and twelve on the second. */
export function buildColumn(given: Partial<MatrixColumn> = {}): MatrixColumn {
  const [first, second] = [cellsAt(11), cellsAt(12)]
  return {
    personId: 'ines', name: 'Inés Rodriguez', relationship: 'mother', grantId: 'g-ines', state: 'active', levelId: 'full', levelName: 'Full access', sinceOn: '2025-03-03', first, second,
    changes: first.filter((cell, index) => cell.answer !== second[index]?.answer).length, held: false, ...given,
  }
}

const words: Partial<Record<Capability, string>> = { 'see-results': 'Lab and test results', 'see-notes': 'Progress notes' }

/** Who can see what of Ossie, thirteen days before she turns twelve. */
export function buildMatrix(given: Partial<MatrixAnswer> = {}): MatrixAnswer {
  const change = (on: string, age: number) => ({ at: `${on}T05:00:00.000Z`, on, kind: 'birthday' as const, age, personId: null, cells: 14, sentence: `${age}th birthday` })
  return {
    patientId: 'p1', portalId: 'mychart-ny-nj', portalName: 'MyChart NY/NJ', timeZone: 'America/New_York', policyVersion: 6, portals: [{ id: 'mychart-ny-nj', name: 'MyChart NY/NJ', timeZone: 'America/New_York' }],
    at: '2026-11-24T15:42:00.000Z', atOn: '2026-11-24', with: '2026-12-07T05:00:00.000Z', withOn: '2026-12-07', ageAt: 11, ageWith: 12,
    rows: capabilities.map((capability) => ({ capability, name: words[capability] ?? capability })),
    columns: [buildColumn(), buildColumn({ personId: 'tomas', name: 'Tomás Rodriguez', relationship: 'father', grantId: 'g-tomas' })],
    own: { hasAccount: false, first: [], second: [] },
    ahead: [change('2026-12-07', 12), change('2032-12-07', 18)],
    gap: { fromOn: '2026-12-07', sentence: 'From 7 Dec nobody can read Ossie’s results on the portal.' }, hasBlock: false, ...given,
  }
}

/** A grant as the record shows it. */
export function buildGrant(given: Partial<GrantLine> = {}): GrantLine {
  return {
    id: 'g-ines', version: 2, patientId: 'p1', patientName: 'Ossie Rodriguez', portalId: 'mychart-ny-nj', portalName: 'MyChart NY/NJ', personId: 'ines', personName: 'Inés Rodriguez', personPatientId: null,
    relationship: 'mother', basis: 'parent', levelId: 'full', levelName: 'Full access', areas: null, startOn: '2025-03-03', endOn: null, reviewOn: '2027-03-03', state: 'active', cause: 'confirmed',
    stateAt: '2025-03-03T15:00:00.000Z', now: 'full', sees: [{ capability: 'see-bills', name: 'bills' }, { capability: 'see-immunizations', name: 'immunizations' }], wasMore: false, why: buildWhy(),
    nextChange: { on: '2026-12-07', at: '2026-12-07T05:00:00.000Z', kind: 'birthday', sentence: '12th birthday' },
    documents: [{ id: 'd1', kind: 'birth-certificate', expiresOn: null, seenByName: 'Rosa Delgado', seenAt: '2025-03-03T15:00:00.000Z', state: 'good' }],
    verifiedHow: 'photo-id', verifiedByName: 'Rosa Delgado', verifiedAt: '2025-03-03T15:00:00.000Z', invitedAt: null, invitationEndsAt: null,
    history: [{ state: 'pending', cause: 'granted', at: '2025-03-03T15:00:00.000Z', byName: 'Rosa Delgado' }, { state: 'active', cause: 'confirmed', at: '2025-03-03T15:10:00.000Z', byName: 'Inés Rodriguez' }],
    ...given,
  }
}

/** Everything on the proxy tab beside the matrix. */
export function buildProxies(given: Partial<ProxiesAnswer> = {}): ProxiesAnswer {
  return {
    patientId: 'p1', birthDate: '2014-12-07', age: 11, deceased: false,
    ruler: [
      { fromAge: 0, untilAge: 12, startsOn: '2014-12-07', kind: 'full', now: true }, { fromAge: 12, untilAge: 18, startsOn: '2026-12-07', kind: 'limited', now: false },
      { fromAge: 18, untilAge: null, startsOn: '2032-12-07', kind: 'own-decision', now: false },
    ],
    portals: [{
      id: 'mychart-ny-nj', name: 'MyChart NY/NJ', timeZone: 'America/New_York', takesNew: true, inviteNeedsEmail: false, serviceLines: ['sti-care'], misfits: { 'adult-consent': 'The patient is a minor and does not count as an adult: this basis is for adults.', executor: 'The patient lives.' },
      levels: [{ id: 'full', name: 'Full access', perArea: false }, { id: 'read-only', name: 'Read-only access', perArea: false }, { id: 'trusted-representative', name: 'Trusted representative', perArea: true }],
    }],
    grants: [buildGrant(), buildGrant({ id: 'g-tomas', personId: 'tomas', personName: 'Tomás Rodriguez', relationship: 'father', basis: 'custody-order' })],
    legalStatuses: [], consents: [], hasBlock: false, suppressed: [], candidates: [{ name: 'Dolores Pulido', relationship: 'grandparent', patientId: 'p9', linkId: 'link-9' }], ...given,
  }
}
