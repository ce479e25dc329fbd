import { describe, expect, it } from 'vitest'
import { noteOf, ruleNoteSchema } from '#domain/portals/provenance.ts'
import { shippedPortals } from '#domain/policies/shipped-portals.ts'
import { officeHoursSchema } from '#domain/portals/hours.ts'
import { replyPromiseSchema } from '#domain/portals/message-policy.ts'
import { portalPolicySchema, portalSchema } from '#domain/portals/policy.ts'
import { proxyLevelSchema } from '#domain/portals/proxy-policy.ts'
import { contactPointSchema } from '#domain/portals/contact-points.ts'
import { servicePolicySchema } from '#domain/portals/service-policy.ts'
import { buildPolicy, buildPortal } from '#test/domain/portals/build-portal.ts'

type Schema = { safeParse(value: unknown): { success: boolean } }
const accepts = (schema: Schema, value: unknown) => schema.safeParse(value).success
const shipped = shippedPortals.map((portal) => [portal.name, portal] as const)

describe('a policy is data', () => {
  it.each(shipped)('R85 %s is a complete portal by the schema', (_name, portal) => {
    expect(portalSchema.parse(portal)).toEqual(portal)
  })

  it.each(shipped)('R85 %s is the same after being stored as text', (_name, portal) => {
    expect(portalSchema.parse(JSON.parse(JSON.stringify(portal)))).toEqual(portal)
  })

  it('R85 five portals ship, each under its own stable id', () => {
    expect(shippedPortals.map(({ id }) => id)).toEqual([
      'mychart-ny-nj', 'nextgen-legacy', 'caremount', 'myportal-ca', 'followmyhealth',
    ])
  })

  it('a parameter that nobody knows is refused, so that a typing slip cannot pass for a rule', () => {
    expect(accepts(portalPolicySchema, { ...buildPolicy(), minimumAge: 13 })).toBe(false)
    expect(accepts(servicePolicySchema, { ...buildPolicy().service, retiredAt: null })).toBe(false)
  })

  it('a parameter that is missing is refused', () => {
    const { recovery: _left, ...rest } = buildPolicy()
    expect(accepts(portalPolicySchema, rest)).toBe(false)
  })

  it('a release mode is needed for every category of result', () => {
    const { results } = buildPolicy()
    const { genetic: _left, ...release } = results.release
    expect(accepts(portalPolicySchema, buildPolicy({ results }))).toBe(true)
    expect(accepts(portalPolicySchema, { ...buildPolicy(), results: { ...results, release } })).toBe(false)
  })

  it('a time zone must be one that the calendar knows', () => {
    expect(accepts(portalPolicySchema, buildPolicy({ timeZone: 'America/Bridgewater' }))).toBe(false)
  })

  it('a date must be one that exists', () => {
    expect(accepts(portalPolicySchema, buildPolicy({ effectiveFromOn: '2025-02-29' }))).toBe(false)
    expect(accepts(portalPolicySchema, buildPolicy({ effectiveFromOn: '2024-02-29' }))).toBe(true)
  })
})

describe('R85 versions', () => {
  const from = (effectiveFromOn: string | null) => buildPolicy({ effectiveFromOn })

  it('R85 a later version starts on a later day', () => {
    expect(accepts(portalSchema, buildPortal('a', [from(null), from('2025-03-01'), from('2027-01-01')]))).toBe(true)
    expect(accepts(portalSchema, buildPortal('a', [from('2025-03-01'), from('2025-03-01')]))).toBe(false)
    expect(accepts(portalSchema, buildPortal('a', [from('2025-03-01'), from('2025-02-28')]))).toBe(false)
  })

  it('R85 only the first version may be without a start', () => {
    expect(accepts(portalSchema, buildPortal('a', [from(null), from(null)]))).toBe(false)
    expect(accepts(portalSchema, buildPortal('a', [from('2025-03-01'), from(null)]))).toBe(false)
  })

  it('R85 version numbers rise', () => {
    const portal = buildPortal('a', [from(null), from('2025-03-01')])
    const versions = portal.versions.map((version) => ({ ...version, versionNumber: 1 }))
    expect(accepts(portalSchema, { ...portal, versions })).toBe(false)
  })

  it('R85 a version belongs to its portal, and a portal has at least one', () => {
    expect(accepts(portalSchema, { ...buildPortal('a', [from(null)]), id: 'b' })).toBe(false)
    expect(accepts(portalSchema, { id: 'a', name: 'A', versions: [] })).toBe(false)
  })
})

describe('rules that contradict themselves are refused', () => {
  it.each([[48, 72, true], [72, 72, true], [73, 72, false], [0, 72, false]])(
    'R50 a target of %i hours with a limit of %i: %s',
    (target, limit, fits) => {
      expect(accepts(replyPromiseSchema, { unit: 'elapsed-hours', target, limit })).toBe(fits)
    },
  )

  it('R50 a unit that is neither elapsed hours nor business days is refused', () => {
    expect(accepts(replyPromiseSchema, { unit: 'office-hours', target: 1, limit: 3 })).toBe(false)
  })

  const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  it.each([
    ['one stretch', [{ opens: '08:30', closes: '17:30' }], true],
    ['a lunch break', [{ opens: '08:30', closes: '12:00' }, { opens: '12:30', closes: '17:30' }], true],
    ['two stretches that touch', [{ opens: '08:30', closes: '12:00' }, { opens: '12:00', closes: '17:30' }], true],
    ['open to midnight', [{ opens: '08:30', closes: '24:00' }], true],
    ['two that overlap', [{ opens: '08:30', closes: '12:01' }, { opens: '12:00', closes: '17:30' }], false],
    ['two out of order', [{ opens: '13:00', closes: '17:30' }, { opens: '08:30', closes: '12:00' }], false],
    ['closing before opening', [{ opens: '17:30', closes: '08:30' }], false],
    ['no time at all', [{ opens: '08:30', closes: '08:30' }], false],
    ['an hour that is none', [{ opens: '08:30', closes: '25:00' }], false],
  ])('R50 hours with %s', (_words, mon, fits) => {
    expect(accepts(officeHoursSchema, { ...closed, mon })).toBe(fits)
  })

  it.each([
    ['every age once', [[0, 12], [12, 18], [18, null]], true],
    ['one band for all', [[0, null]], true],
    ['a gap', [[0, 12], [13, null]], false],
    ['an overlap', [[0, 12], [11, null]], false],
    ['no start at 0', [[12, null]], false],
    ['an end', [[0, 12], [12, 18]], false],
    ['an open band in the middle', [[0, null], [12, null]], false],
    ['a band of no years', [[0, 12], [12, 12], [12, null]], false],
  ])('R20 age bands with %s', (_words, ages, fits) => {
    const bands = ages.map(([fromAge, untilAge]) => ({ fromAge, untilAge, allows: {} }))
    expect(accepts(proxyLevelSchema, { id: 'full', name: { en: 'Full', es: 'Completo' }, bands })).toBe(fits)
  })

  it.each([
    ['opens, ends messages, becomes read-only, retires', '2025-01-01', '2025-02-27', '2025-02-27', '2025-03-01', true],
    ['retires on the day it ends messages', '2025-01-01', '2025-03-01', null, '2025-03-01', true],
    ['retires before its messages end', null, '2025-03-02', null, '2025-03-01', false],
    ['is read-only before it opens', '2025-03-01', null, '2025-02-28', null, false],
    ['retires before it is read-only', null, null, '2025-03-02', '2025-03-01', false],
    ['retires before it opens', '2025-03-02', null, null, '2025-03-01', false],
  ])('R80 a portal that %s', (_words, opensOn, messagesEndOn, readOnlyOn, retiredOn, fits) => {
    const readOnly = readOnlyOn ? { fromOn: readOnlyOn, keeps: ['view'] } : null
    const service = { ...buildPolicy().service, opensOn, messagesEndOn, readOnly, retiredOn }
    expect(accepts(servicePolicySchema, service)).toBe(fits)
  })

  const point = { purposes: ['sign-up'], kind: 'office', phone: null, tty: null, email: null, address: null, hours: null }
  it.each([
    ['a phone with a number', { kind: 'phone', phone: '1-833-678-8687' }, true],
    ['a phone without one', { kind: 'phone' }, false],
    ['a mailbox with an address', { kind: 'mailbox', email: 'desk@practice.example' }, true],
    ['a mailbox without one', { kind: 'mailbox' }, false],
    ['an office with a number of its own', { kind: 'office', phone: '1-833-678-8687' }, false],
    ['no purpose', { purposes: [] }, false],
  ])('R43 a contact point that is %s', (_words, said, fits) => {
    expect(accepts(contactPointSchema, { ...point, ...said })).toBe(fits)
  })

  it('R63 a rule is stricter only than a law that it cites', () => {
    const note = noteOf('R63', ['S2'], { citedLaw: 'a law', stricterThanCitedLaw: true })
    expect(accepts(ruleNoteSchema, note)).toBe(true)
    expect(accepts(ruleNoteSchema, { ...note, citedLaw: null })).toBe(false)
    expect(accepts(ruleNoteSchema, { ...note, citedLaw: null, stricterThanCitedLaw: false })).toBe(true)
    expect(accepts(ruleNoteSchema, { ...note, sources: [] })).toBe(false)
    expect(accepts(ruleNoteSchema, { ...note, rule: '63' })).toBe(false)
  })
})
