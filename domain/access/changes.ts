import type { CapabilityAnswer, Change, ChangeKind } from '#domain/access/answer.ts'
import type { AccessFacts } from '#domain/access/facts.ts'
import { birthdayOn } from '#domain/birthdays.ts'
import { policyAt } from '#domain/portals/as-of.ts'
import { addDays, localDateOf, startOfLocalDay, type Instant, type PlainDate } from '#domain/time.ts'

type Found = { at: Instant; kind: ChangeKind; age: number | null; personId: string | null }

/**
 * Every instant after `from` and not after `until` at which an answer about this record may differ from the one before,
 * in order: birthdays (R21, R23, R32), ends and reviews (R34), documents, legal statuses, versions of the rules, service
 * dates, consents, blocks. Between two of them every answer of domain/access stays the same.
 */
export function changesAhead(facts: AccessFacts, from: Instant, until: Instant): Change[] {
  const found = [...birthdays(facts), ...grantDates(facts), ...recorded(facts), ...policyDates(facts)]
  const within = found.filter(({ at }) => at > from && at <= until).toSorted((a, b) => a.at - b.at || kindOrder(a.kind) - kindOrder(b.kind))
  const seen = new Set<string>()
  return within.flatMap((one) => {
    const key = `${one.at} ${one.kind} ${one.personId} ${one.age}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...one, on: localDateOf(one.at, zoneAt(facts, one.at)) }]
  })
}

/** The next instant at which an answer may differ; null: none within `until`. */
export function nextChangeAt(facts: AccessFacts, from: Instant, until: Instant): Instant | null {
  return changesAhead(facts, from, until)[0]?.at ?? null
}

/** How many of the answers differ, place by place. */
export function differing(before: readonly CapabilityAnswer[], after: readonly CapabilityAnswer[]): number {
  return before.filter((answer, place) => answer.answer !== after[place]?.answer).length
}

const order: readonly ChangeKind[] = ['birthday', 'account-age', 'legal-status', 'death', 'ends', 'review-due', 'basis-expires', 'starts']
function kindOrder(kind: ChangeKind): number {
  const place = order.indexOf(kind)
  return place < 0 ? order.length : place
}

/** Every age at which a rule of any version of the portal begins or ends. */
function birthdays(facts: AccessFacts): Found[] {
  const accountAges = new Set<number>()
  const ages = new Set<number>()
  for (const { proxyAccess, enrollment } of facts.versions) {
    for (const level of proxyAccess.levels) for (const band of level.bands) ages.add(band.fromAge)
    ages.add(proxyAccess.parentalGrantsEndAtAge)
    ages.add(enrollment.ownContactFromAge)
    if (proxyAccess.acquisitionRule) ages.add(proxyAccess.acquisitionRule.fromAge).add(proxyAccess.acquisitionRule.untilAge)
    accountAges.add(enrollment.ownAccountFromAge)
  }
  const at = (age: number) => startsOf(facts, birthdayOn(facts.birthDate, age))
  return [
    ...[...ages].flatMap((age) => at(age).map((instant): Found => ({ at: instant, kind: 'birthday', age, personId: null }))),
    ...[...accountAges].filter((age) => !ages.has(age)).flatMap((age) => at(age).map((instant): Found => ({ at: instant, kind: 'account-age', age, personId: null }))),
  ]
}

function grantDates(facts: AccessFacts): Found[] {
  return facts.grants.flatMap(({ personId, startOn, endOn, reviewOn, timeline, documents }) => {
    const onDay = (kind: ChangeKind, on: PlainDate | null): Found[] => on === null ? [] : startsOf(facts, on).map((at) => ({ at, kind, age: null, personId }))
    const afterDay = (kind: ChangeKind, on: PlainDate | null): Found[] => onDay(kind, on === null ? null : addDays(on, 1))
    return [
      ...onDay('starts', startOn), ...afterDay('ends', endOn), ...afterDay('review-due', reviewOn),
      ...documents.flatMap((one) => [
        ...afterDay('basis-expires', one.expiresOn), moment('basis-expires', one.seenAt, personId), ...(one.retiredAt === null ? [] : [moment('basis-expires', one.retiredAt, personId)]),
      ]),
      ...timeline.map((one) => moment('grant-changed', one.at, personId)),
    ]
  })
}

/** What was recorded at an instant, or holds from one local day through another. */
function recorded(facts: AccessFacts): Found[] {
  const status = facts.legalStatuses.flatMap((one): Found[] => [
    ...startsOf(facts, one.fromOn), ...(one.untilOn === null ? [] : startsOf(facts, addDays(one.untilOn, 1))), ...(one.endedAt === null ? [] : [one.endedAt]),
  ].map((at) => ({ at, kind: 'legal-status', age: null, personId: null })))
  const death = facts.death === null ? [] : [moment('death', facts.death.fromAt, null)]
  return [
    ...status, ...death,
    ...facts.consents.flatMap((one) => [moment('consent', one.givenAt, one.personId), ...(one.withdrawnAt === null ? [] : [moment('consent', one.withdrawnAt, one.personId)])]),
    ...facts.blocked.flatMap((one) => [moment('block', one.fromAt, one.personId), ...(one.liftedAt === null ? [] : [moment('block', one.liftedAt, one.personId)])]),
    ...(facts.ownAccount.state === 'none' ? [] : [moment('grant-changed', facts.ownAccount.sinceAt, null)]),
  ]
}

function policyDates(facts: AccessFacts): Found[] {
  return facts.versions.flatMap(({ effectiveFromOn, service, timeZone }) => {
    const starts = effectiveFromOn === null ? [] : [moment('policy-version', startOfLocalDay(effectiveFromOn, timeZone), null)]
    const dates = [service.opensOn, service.messagesEndOn, service.readOnly?.fromOn ?? null, service.retiredOn]
    return [...starts, ...dates.flatMap((on) => on === null ? [] : [moment('portal-service', startOfLocalDay(on, timeZone), null)])]
  })
}

function moment(kind: ChangeKind, at: Instant, personId: string | null): Found {
  return { at, kind, age: null, personId }
}

/** The first instant of a local day, in each zone that the portal's versions name. */
function startsOf(facts: AccessFacts, on: PlainDate): Instant[] {
  const zones = new Set(facts.versions.map(({ timeZone }) => timeZone))
  return [...new Set([...zones].map((zone) => startOfLocalDay(on, zone)))]
}

function zoneAt(facts: AccessFacts, at: Instant): string {
  const answer = policyAt(facts.versions, at)
  return (answer.inForce ? answer.policy.timeZone : facts.versions[0]?.timeZone) ?? 'UTC'
}
