import { describe, expect, it } from 'vitest'
import { accessToItem, capabilitiesAt } from '#domain/access/access.ts'
import { itemCategories } from '#domain/access/items.ts'
import { viewOf, type RecordItem } from '#domain/access/view.ts'
import { everyItemOf } from '#domain/portals/capabilities.ts'
import { buildPolicy, shippedPolicy } from '#test/domain/portals/build-portal.ts'
import { buildFacts, buildGrant, buildItem, FATHER, MOTHER, patient, proxy } from '#test/domain/access/build-facts.ts'

const childhood = Date.UTC(2026, 10, 24)
const confidential = (said: Parameters<typeof buildItem>[0] = {}) => buildItem({ confidentialTo: ['sti-care'], ...said })

describe('R31: care that is confidential to a minor', () => {
  it.each(itemCategories)('a marked %s is closed to every proxy at any age below 18', (category) => {
    for (const birthDate of ['2023-01-01', '2014-12-07', '2009-02-01']) {
      const facts = buildFacts({ birthDate, grants: [buildGrant(), buildGrant({ personId: FATHER, basis: 'teen-consent' })] })
      for (const viewer of [proxy(), proxy(FATHER)]) {
        expect(accessToItem(facts, viewer, confidential({ category }), childhood).visible).toBe(false)
      }
    }
  })

  it('no list, count or amount holds anything of it', () => {
    const item = (id: string, category: RecordItem['category'], amountCents: number | null, marked: boolean): RecordItem =>
      ({ ...(marked ? confidential({ category }) : buildItem({ category })), id, amountCents })
    const items = [
      item('visit', 'appointment', null, true), item('swab', 'result', null, true), item('pills', 'medication', null, true), item('copay', 'bill-line', 4000, true),
      item('letter', 'letter', null, true), item('check', 'appointment', null, false), item('fee', 'bill-line', 2500, false),
    ]
    const view = viewOf(buildFacts(), proxy(), items, childhood)
    expect(view.items.map(({ id }) => id)).toEqual(['check', 'fee'])
    expect(view.counts).toEqual({ appointment: 1, 'bill-line': 1 })
    expect(view.billTotalCents).toBe(2500)
    const unmarked = items.filter((one) => one.confidentialTo.length === 0)
    expect(view).toEqual(viewOf(buildFacts(), proxy(), unmarked, childhood))
  })

  it('the minor’s consent lifts the mark of that line for that person, and only the mark', () => {
    const consents = [{ personId: MOTHER, serviceLine: 'sti-care' as const, givenAt: childhood - 1000, withdrawnAt: null }]
    const grants = [buildGrant(), buildGrant({ personId: FATHER })]
    const child = buildFacts({ consents, grants })
    expect(accessToItem(child, proxy(), confidential(), childhood).visible).toBe(true)
    expect(accessToItem(child, proxy(FATHER), confidential(), childhood).why.code).toBe('CONFIDENTIAL_TO_MINOR')
    expect(accessToItem(child, proxy(), confidential({ confidentialTo: ['sti-care', 'mental-health'] }), childhood).visible).toBe(false)
    const teen = buildFacts({ consents, grants, birthDate: '2011-05-05' })
    expect(accessToItem(teen, proxy(), confidential(), childhood).why.code).toBe('BAND_CLOSED')
    expect(accessToItem(teen, proxy(), confidential({ category: 'bill-line' }), childhood).visible).toBe(true)
    expect(accessToItem(child, proxy(), confidential(), childhood - 1001).visible).toBe(false)
    const withdrawn = buildFacts({ consents: consents.map((one) => ({ ...one, withdrawnAt: childhood })) })
    expect(accessToItem(withdrawn, proxy(), confidential(), childhood).visible).toBe(false)
  })

  it('from 18 the grant alone decides', () => {
    const facts = buildFacts({ birthDate: '2008-11-24', grants: [buildGrant({ basis: 'adult-consent', startOn: '2026-11-24' })] })
    expect(accessToItem(facts, proxy(), confidential(), childhood).visible).toBe(false)
    expect(accessToItem(facts, proxy(), confidential(), Date.UTC(2026, 10, 24, 5)).visible).toBe(true)
  })

  it('somebody who died as a minor stays one: an executor sees nothing that was confidential', () => {
    const facts = buildFacts({
      birthDate: '2005-01-01', death: { fromAt: Date.UTC(2020, 0, 1), on: '2020-01-01' }, grants: [buildGrant({ basis: 'executor' })],
    })
    expect(accessToItem(facts, proxy(), confidential(), childhood).visible).toBe(false)
    expect(accessToItem(facts, proxy(), buildItem(), childhood).visible).toBe(true)
  })

  it('the patient sees it', () => {
    const facts = buildFacts({ birthDate: '2010-01-01', ownAccount: { state: 'active', sinceAt: 0 } })
    expect(accessToItem(facts, patient, confidential(), childhood)).toMatchObject({ visible: true, why: { code: 'OWN_RECORD' } })
  })

  it('the staff’s matrix says "per item" where something is marked; a portal’s does not', () => {
    const answer = (markedCategories: ('result' | 'bill-line')[]) => capabilitiesAt(buildFacts({ markedCategories }), proxy(), childhood)
      .filter((one) => one.answer === 'per-item').map((one) => one.capability)
    expect(answer(['result', 'bill-line'])).toEqual(['see-results', 'see-bills', 'pay-bills'])
    expect(answer([])).toEqual([])
  })
})

describe('R25: what was acquired at 12 to 17 is not on MyPortal', () => {
  const facts = (birthDate: string, ownAccount = false) => buildFacts({
    birthDate, versions: [shippedPolicy('myportal-ca')], ownAccount: { state: ownAccount ? 'active' : 'none', sinceAt: 0 },
  })
  it.each([
    ['the day before the 12th birthday', '2022-05-19', true],
    ['the 12th birthday', '2022-05-20', false],
    ['the last day of being 17', '2028-05-19', false],
    ['the 18th birthday', '2028-05-20', true],
  ])('acquired on %s', (_when, acquiredOn, visible) => {
    const item = buildItem({ acquiredOn })
    expect(accessToItem(facts('2010-05-20'), proxy(), item, Date.UTC(2027, 0, 1)).visible).toBe(visible)
    // The later adult, too, as published: the source is silent on adulthood, and the answer says so.
    const own = accessToItem(facts('2010-05-20', true), patient, item, Date.UTC(2035, 0, 1))
    expect(own.visible).toBe(visible)
    if (!visible) expect(own.why).toMatchObject({ code: 'ACQUIRED_IN_YOUTH', rule: 'R25', findings: ['SOURCE_SILENT_ON_ADULTHOOD'] })
  })

  it('bills and bookings are no clinical items', () => {
    for (const category of ['bill-line', 'appointment', 'letter', 'insurance'] as const) {
      expect(accessToItem(facts('2010-05-20'), proxy(), buildItem({ category, acquiredOn: '2024-01-01' }), Date.UTC(2026, 0, 1)).visible).toBe(true)
    }
  })

  it('an item without a date is read as one of those years once the patient has reached them', () => {
    const undated = buildItem({ acquiredOn: null })
    expect(accessToItem(facts('2010-05-20'), proxy(), undated, Date.UTC(2021, 0, 1)).visible).toBe(true)
    expect(accessToItem(facts('2010-05-20'), proxy(), undated, Date.UTC(2023, 0, 1)).why.code).toBe('ACQUISITION_UNKNOWN')
  })

  it('an acquisition rule for proxies alone leaves the patient’s own view whole', () => {
    const shipped = shippedPolicy('myportal-ca')
    const rule = shipped.proxyAccess.acquisitionRule
    const policy = { ...shipped, proxyAccess: { ...shipped.proxyAccess, acquisitionRule: rule && { ...rule, hiddenFrom: 'proxies' as const } } }
    const teen = { ...facts('2010-05-20', true), versions: [policy] }
    expect(accessToItem(teen, patient, buildItem(), Date.UTC(2035, 0, 1)).visible).toBe(true)
    expect(accessToItem(teen, proxy(), buildItem(), Date.UTC(2027, 0, 1)).visible).toBe(false)
  })
})

describe('R22 as "sensitive only": a setting of the same parameter', () => {
  it('leaves ordinary results open at 12 and closes what is marked', () => {
    const shipped = buildPolicy().proxyAccess
    const bands = [{ fromAge: 0, untilAge: 12, allows: everyItemOf(['see-results']) }, { fromAge: 12, untilAge: null, allows: { 'see-results': 'not-sensitive' as const } }]
    const versions = [buildPolicy({ proxyAccess: { ...shipped, levels: [{ id: 'full', name: { en: 'Full', es: 'Completo' }, bands }] } })]
    const teen = buildFacts({ birthDate: '2012-01-01', versions })
    expect(accessToItem(teen, proxy(), buildItem(), childhood).visible).toBe(true)
    expect(accessToItem(teen, proxy(), buildItem({ sensitive: true }), childhood).why.code).toBe('SENSITIVE_ITEM')
    expect(capabilitiesAt(teen, proxy(), childhood).find((one) => one.capability === 'see-results')?.answer).toBe('per-item')
  })
})

describe('R27: a trusted representative, area by area', () => {
  it('view looks, act looks and does, none is closed, and the age band still narrows', () => {
    const grant = buildGrant({ levelId: 'trusted-representative', areas: { bills: 'act', results: 'view', messages: 'none' } })
    const open = (birthDate: string) => capabilitiesAt(buildFacts({ birthDate, grants: [grant] }), proxy(), childhood)
      .filter((one) => one.answer === 'yes').map((one) => one.capability)
    expect(open('2020-01-01')).toEqual(['see-results', 'see-bills', 'pay-bills'])
    expect(open('2012-01-01')).toEqual(['see-bills', 'pay-bills'])
    const [messages] = capabilitiesAt(buildFacts({ grants: [grant] }), proxy(), childhood).filter((one) => one.capability === 'see-messages')
    expect(messages?.why.code).toBe('AREA_CLOSED')
  })
})
