import type { CapabilityAnswer, ItemAnswer, Why, WhyCode } from '#domain/access/answer.ts'
import type { AccessFacts, Item, Viewer } from '#domain/access/facts.ts'
import { categoriesSeenBy, ruleOfItem, type ItemCategory } from '#domain/access/items.ts'
import { isClosedByArea } from '#domain/access/reach.ts'
import { isOnPortal, isStillOffered, sceneAt, type AccessScene } from '#domain/access/scene.ts'
import { whyOf } from '#domain/access/why.ts'
import { ageOn } from '#domain/birthdays.ts'
import { capabilities, seeingOf, type Capability } from '#domain/portals/capabilities.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { Instant } from '#domain/time.ts'

/**
 * May this viewer see this item of the patient's record on the portal at this instant, and why (PX-01)? Computed from
 * facts each time; the one answer for screens, connector, notices and lists.
 */
export function accessToItem(facts: AccessFacts, viewer: Viewer, item: Item, at: Instant): ItemAnswer {
  return itemIn(sceneAt(facts, viewer, at), item)
}

/** As `accessToItem`, for many items before one scene. */
export function itemIn(scene: AccessScene, item: Item): ItemAnswer {
  const { seenBy } = ruleOfItem(item.category)
  const code = closedCode(scene, seenBy) ?? closedForItem(scene, item)
  return code ? { visible: false, why: explained(scene, code) } : { visible: true, why: explained(scene, openCode(scene)) }
}

/** What this viewer may do at this instant, capability by capability, each with its why. */
export function capabilitiesAt(facts: AccessFacts, viewer: Viewer, at: Instant): CapabilityAnswer[] {
  const scene = sceneAt(facts, viewer, at)
  return capabilities.map((capability) => capabilityIn(scene, capability))
}

/** One capability before a scene; `per-item`: open, but single items may be closed. */
export function capabilityIn(scene: AccessScene, capability: Capability): CapabilityAnswer {
  const code = closedCode(scene, capability)
  if (code) return { capability, answer: 'no', why: explained(scene, code) }
  if (dependsOnItem(scene, capability)) return { capability, answer: 'per-item', why: explained(scene, 'ALLOWED_PER_ITEM') }
  return { capability, answer: 'yes', why: explained(scene, openCode(scene)) }
}

/** The fact that closes a capability before any item is looked at; null: it is open. */
function closedCode({ closedBy, policy, moment, reach, grant }: AccessScene, capability: Capability): WhyCode | null {
  if (closedBy || !policy || !reach) return closedBy ?? 'PORTAL_CLOSED'
  if (!isOnPortal(policy, capability)) return 'NOT_ON_PORTAL'
  if (reach.allows[capability] === undefined) {
    if (reach.widest[capability] !== undefined) return 'BAND_CLOSED'
    return grant && isClosedByArea(grant, policy, capability) ? 'AREA_CLOSED' : 'LEVEL_LACKS'
  }
  return isStillOffered(policy, capability, moment.at) ? null : 'PORTAL_READ_ONLY'
}

/** The fact that closes one item whose capability is open; null: it is visible. */
function closedForItem(scene: AccessScene, item: Item): WhyCode | null {
  const { policy, reach, viewer } = scene
  if (!policy || !reach) return 'PORTAL_CLOSED'
  const { seenBy } = ruleOfItem(item.category)
  if (viewer.kind === 'proxy' && isConfidential(scene, policy, item)) return 'CONFIDENTIAL_TO_MINOR'
  if (reach.allows[seenBy] === 'not-sensitive' && (item.sensitive || item.confidentialTo.length > 0)) return 'SENSITIVE_ITEM'
  return closedByAcquisition(scene, policy, item)
}

/**
 * R31: an item that carries a service line's mark is closed to every proxy of a minor, unless the minor's recorded
 * consent lifts each of its marks for this very person. From 18 the grant alone decides.
 */
function isConfidential({ facts, viewer, moment, ageThen }: AccessScene, policy: PortalPolicy, item: Item): boolean {
  if (viewer.kind !== 'proxy') return false
  // Somebody who died as a minor stays one.
  const age = facts.death?.on ? Math.min(ageThen, ageOn(facts.birthDate, facts.death.on)) : ageThen
  if (age >= policy.proxyAccess.parentalGrantsEndAtAge) return false
  return item.confidentialTo.some((line) => !facts.consents.some((consent) => consent.personId === viewer.personId && consent.serviceLine === line
    && consent.givenAt <= moment.at && (consent.withdrawnAt === null || moment.at < consent.withdrawnAt)))
}

/** R25: the age at which something was acquired decides, whatever the age today. An unknown date is read as one of those years. */
function closedByAcquisition({ facts, viewer, ageThen }: AccessScene, policy: PortalPolicy, item: Item): WhyCode | null {
  const rule = policy.proxyAccess.acquisitionRule
  const { clinicalKind } = ruleOfItem(item.category)
  if (!rule || clinicalKind === null || !rule.kinds.includes(clinicalKind)) return null
  if (rule.hiddenFrom === 'proxies' && viewer.kind === 'patient') return null
  if (item.acquiredOn === null) return ageThen >= rule.fromAge ? 'ACQUISITION_UNKNOWN' : null
  const age = ageOn(facts.birthDate, item.acquiredOn)
  return age >= rule.fromAge && age < rule.untilAge ? 'ACQUIRED_IN_YOUTH' : null
}

/** Whether single items behind an open capability may still be closed. */
function dependsOnItem({ facts, viewer, policy, reach, ageThen }: AccessScene, capability: Capability): boolean {
  const seen = seeingOf(capability)
  if (reach?.allows[capability] === 'not-sensitive') return true
  const categories: ItemCategory[] = categoriesSeenBy(seen)
  const rule = policy?.proxyAccess.acquisitionRule
  const isForViewer = rule && (rule.hiddenFrom === 'everyone' || viewer.kind === 'proxy') && ageThen >= rule.fromAge
  if (isForViewer && categories.some((one) => rule.kinds.some((kind) => kind === ruleOfItem(one).clinicalKind))) return true
  const isMinor = ageThen < (policy?.proxyAccess.parentalGrantsEndAtAge ?? 0)
  return viewer.kind === 'proxy' && isMinor && categories.some((one) => facts.markedCategories.includes(one))
}

function openCode({ viewer }: AccessScene): WhyCode {
  return viewer.kind === 'patient' ? 'OWN_RECORD' : 'ALLOWED'
}

function explained(scene: AccessScene, code: WhyCode): Why {
  return whyOf(code, scene)
}
