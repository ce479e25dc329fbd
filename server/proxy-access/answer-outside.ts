import type { z } from 'zod'
import type { WhyCode } from '#domain/access/answer.ts'
import { capabilitiesAt } from '#domain/access/access.ts'
import { nextChangeAt } from '#domain/access/changes.ts'
import type { AccessFacts, Viewer } from '#domain/access/facts.ts'
import { toldOutside } from '#domain/access/outside.ts'
import { sceneAt } from '#domain/access/scene.ts'
import { viewOf } from '#domain/access/view.ts'
import type { connectorAccessAnswer } from '#domain/contracts/proxy-outside.ts'
import { DAY, isoOf, isoOrNull, type Instant } from '#domain/time.ts'
import { accessOf } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import { itemsOut } from '#server/proxy-access/items-out.ts'

/** How far ahead a portal is told that its answer stays good. */
const AHEAD = 366 * DAY

/** `now`: what is on the portal is told as of now, though the question is about a later day; what is held must not be seen to end (R68). */
type Question = { patientId: string; portalId: string; viewer: string; at: Instant; now?: Instant }

/**
 * What a portal asks: what may this viewer see of this patient at this instant, and why. The very function of the
 * console's matrix, without anything that a portal must not learn: blocked is as never granted, closed items are not
 * there. Null: no such patient.
 */
export async function answerOutside(db: Reader, { patientId, portalId, viewer: named, at, now = at }: Question): Promise<z.infer<typeof connectorAccessAnswer> | null> {
  const access = (await accessOf(db, [patientId])).get(patientId)
  if (!access) return null
  const viewer: Viewer = named === 'patient' ? { kind: 'patient' } : { kind: 'proxy', personId: named }
  const facts: AccessFacts = { ...access.factsOf(portalId), markedCategories: [] }
  const scene = sceneAt(facts, viewer, at)
  const { ageThen, policy } = scene
  const { items, counts, billTotalCents } = viewOf(facts, viewer, await itemsOut(db, access, { portalId, viewer, at: Math.min(at, now) }), at)
  return {
    patientId, viewer: named, portalId, at: isoOf(at), policyVersion: policy?.versionNumber ?? null, ageThen,
    capabilities: capabilitiesAt(facts, viewer, at).map(({ capability, answer, why }) => {
      const { code, rule, sources, findings } = toldOutside(why)
      return { capability, answer, why: { code, rule, sources: [...sources], findings: [...findings] } }
    }),
    items: items.map(({ id, category }) => ({ id, category })), counts, billTotalCents,
    // Of the patient alone: dates of grants, blocks or papers would tell what is not to be told.
    goodUntil: isoOrNull(nextChangeAt(ofTheViewer(facts, viewer, scene.closedBy), at, at + AHEAD)),
  }
}

/** What may be told of coming changes: birthdays and rules for everybody; dates of the viewer's own access while it is open or to come. */
function ofTheViewer(facts: AccessFacts, viewer: Viewer, closedBy: WhyCode | null): AccessFacts {
  const isTheirs = closedBy === null || closedBy === 'GRANT_NOT_BEGUN'
  const own = viewer.kind === 'proxy' && isTheirs ? facts.grants.filter((grant) => grant.personId === viewer.personId) : []
  return { ...facts, grants: own.map((grant) => ({ ...grant, timeline: [] })), blocked: [], consents: [], legalStatuses: [], death: null }
}
