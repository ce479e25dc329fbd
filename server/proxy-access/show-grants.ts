import { and, inArray } from 'drizzle-orm'
import { capabilityIn } from '#domain/access/access.ts'
import type { CapabilityAnswer } from '#domain/access/answer.ts'
import { changesAhead, differing } from '#domain/access/changes.ts'
import type { AccessFacts, Areas, Viewer } from '#domain/access/facts.ts'
import type { GrantCause, GrantState } from '#domain/access/grant-states.ts'
import { sceneAt } from '#domain/access/scene.ts'
import { capabilityNames } from '#domain/access/capability-names.ts'
import type { Basis, DocumentKind, ProxyVerification, Relationship } from '#domain/access/bases.ts'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import { displayName } from '#domain/names.ts'
import { capabilities } from '#domain/portals/capabilities.ts'
import { addDays, DAY, isoOf, isoOrNull, type Instant } from '#domain/time.ts'
import type { GrantRow, RecordAccess } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { mayKnowOf } from '#server/patients/patients.ts'
import { invitationOver } from '#server/proxy-access/invite-proxy.ts'
import { majorityOf, rulesAt } from '#server/proxy-access/moment.ts'
import { showChange, showWhy } from '#server/proxy-access/show-why.ts'
import { staffNames } from '#server/proxy-access/staff-names.ts'

/** How far ahead the next change of a grant is looked for: past any childhood. */
const AHEAD = 20 * 366 * DAY
/** A document that ends within so many days is named. */
const ENDS_SOON_DAYS = 60

/** Grants as a screen shows them: facts, what they give now and why, what changes next. */
export async function showGrants(db: Reader, act: Act, grants: readonly { grant: GrantRow; access: RecordAccess }[]): Promise<GrantLine[]> {
  const staffIds = grants.flatMap(({ grant, access }) => [grant.verifiedBy, ...access.eventsOf(grant.id).map((one) => one.by), ...access.documentsOf(grant.id).map((one) => one.seenBy)])
  const nameOf = await staffNames(db, staffIds)
  const known = await knownCharts(db, act, grants.flatMap(({ grant, access }) => access.persons.get(grant.personId)?.patientId ?? []))
  return grants.map(({ grant, access }) => showGrant(act, grant, access, nameOf, known))
}

function showGrant(act: Act, grant: GrantRow, access: RecordAccess, nameOf: (id: string) => string, known: ReadonlySet<string>): GrantLine {
  const { at, language } = act
  const person = access.persons.get(grant.personId)
  const portal = access.portals.find((one) => one.id === grant.portalId)
  const rules = rulesAt(access.portals, grant.portalId, at)
  const all = access.factsOf(grant.portalId)
  const facts: AccessFacts = { ...all, grants: all.grants.filter((one) => one.id === grant.id) }
  const viewer: Viewer = { kind: 'proxy', personId: grant.personId }
  const answers = answersAt(facts, viewer, at)
  const open = answers.filter((one) => one.answer !== 'no')
  const isNarrowed = answers.some((one) => one.why.code === 'BAND_CLOSED')
  const lead = (open.length === 0 ? answers[0] : isNarrowed ? answers.find((one) => one.why.code === 'BAND_CLOSED') : open[0]) ?? capabilityIn(sceneAt(facts, viewer, at), 'see-results')
  const level = rules?.policy.proxyAccess.levels.find((one) => one.id === grant.levelId)
  const why = showWhy(lead.why, language, majorityOf(portal))
  return {
    id: grant.id, version: grant.version, patientId: grant.patientId, patientName: displayName(access.chart), portalId: grant.portalId, portalName: portal?.name ?? grant.portalId,
    personId: grant.personId, personName: person?.name ?? '', personPatientId: person?.patientId && known.has(person.patientId) ? person.patientId : null,
    relationship: grant.relationship as Relationship, basis: grant.basis as Basis, levelId: grant.levelId, levelName: level?.name[language] ?? grant.levelId,
    areas: grant.areas === null ? null : JSON.parse(grant.areas) as Areas, startOn: grant.startOn, endOn: grant.endOn, reviewOn: grant.reviewOn,
    state: grant.state as GrantState, cause: grant.cause as GrantCause, stateAt: isoOf(grant.stateAt),
    now: open.length === 0 ? 'none' : isNarrowed ? 'limited' : 'full',
    sees: open.map(({ capability }) => ({ capability, name: capabilityNames[capability][language] })), wasMore: open.length > 0 && isNarrowed, why,
    nextChange: nextChangeOf(facts, viewer, act),
    documents: access.documentsOf(grant.id).filter((one) => one.retiredAt === null).map((one) => ({
      id: one.id, kind: one.kind as DocumentKind, expiresOn: one.expiresOn, seenByName: nameOf(one.seenBy), seenAt: isoOf(one.seenAt), state: documentState(one.expiresOn, rules?.moment.on),
    })),
    verifiedHow: grant.verifiedHow as ProxyVerification, verifiedByName: nameOf(grant.verifiedBy), verifiedAt: isoOf(grant.verifiedAt),
    invitedAt: isoOrNull(grant.invitedAt), invitationEndsAt: grant.state === 'pending' && rules ? isoOf(invitationOver(grant, rules.policy)) : null,
    history: access.eventsOf(grant.id).map((one) => ({ state: one.state as GrantState, cause: one.cause as GrantCause, at: isoOf(one.at), byName: nameOf(one.by) })),
  }
}

/** What one person may at an instant. */
export function answersAt(facts: AccessFacts, viewer: Viewer, at: Instant): CapabilityAnswer[] {
  const scene = sceneAt(facts, viewer, at)
  return capabilities.map((capability) => capabilityIn(scene, capability))
}

/** The first instant to come at which something opens or closes for this person. */
function nextChangeOf(facts: AccessFacts, viewer: Viewer, { at, language }: Act): GrantLine['nextChange'] {
  let before = answersAt(facts, viewer, at)
  for (const change of changesAhead(facts, at, at + AHEAD)) {
    const after = answersAt(facts, viewer, change.at)
    if (differing(before, after) > 0) {
      const { at: iso, on, kind, sentence } = showChange(change, language)
      return { at: iso, on, kind, sentence }
    }
    before = after
  }
  return null
}

function documentState(expiresOn: string | null, today: string | undefined): 'good' | 'ends-soon' | 'expired' {
  if (expiresOn === null || today === undefined) return 'good'
  if (expiresOn < today) return 'expired'
  return expiresOn <= addDays(today, ENDS_SOON_DAYS) ? 'ends-soon' : 'good'
}

/** Which of these charts the reader may know of. */
export async function knownCharts(db: Reader, act: Act, ids: readonly string[]): Promise<Set<string>> {
  const { patients } = db.t
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await db.select({ id: patients.id }).from(patients).where(and(inArray(patients.id, wanted), mayKnowOf(db, act.actor, act.at)))
  return new Set(rows.map((row) => row.id))
}
