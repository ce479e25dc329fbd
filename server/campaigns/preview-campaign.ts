import type { CampaignPreview, Cohort } from '#domain/contracts/campaigns.ts'
import type { AuditFact } from '#domain/audit-events.ts'
import { refusalOf, type ReasonCode, type Refusal } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Reader } from '#db/store.ts'
import { cohortAfter, countCohort, weigh } from '#server/campaigns/cohort.ts'
import { portalNow, type PortalNow } from '#server/contacts/contacts.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'

/** People whom a preview looks at one by one; of a larger cohort it says that it is partial. */
const LOOKED_AT = 1_000
const SLICE = 200

/** Who of a cohort would be invited and who is left out, and why, before anything goes out. */
export async function previewCampaign(db: Reader, act: Act, { body }: { body: Cohort }): Promise<Outcome<CampaignPreview>> {
  const portal = await portalNow(db, body.portalId, act.at)
  if (!portal) return refuse('NOT_FOUND')
  const counts = new Map<ReasonCode, number>()
  let [looked, toInvite, after] = [0, 0, null as string | null]
  for (;;) {
    const slice = await cohortAfter(db, body, after, SLICE, act.at)
    for (const { decision } of await weigh(db, portal, body, slice, act.at)) {
      if (decision.allowed) toInvite += 1
      else counts.set(decision.code, (counts.get(decision.code) ?? 0) + 1)
    }
    looked += slice.length
    after = slice.at(-1)?.id ?? null
    if (slice.length < SLICE || looked >= LOOKED_AT) break
  }
  const inCohort = await countCohort(db, body, act.at)
  return done({ inCohort, toInvite, leftOut: exclusionsOf(counts, act.language, portal), partial: inCohort > looked })
}

/** Reasons with their words, the most frequent first. */
export function exclusionsOf(counts: ReadonlyMap<ReasonCode, number>, language: Language, portal: PortalNow | null): CampaignPreview['leftOut'] {
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([code, count]) => ({ ...leftOutWords(code, language, portal), count }))
}

/** Why somebody is left out: kept as a code, said with that portal's own age. */
export function leftOutWords(code: ReasonCode, language: Language, portal: PortalNow | null): Refusal {
  return refusalOf(code, language, portal ? { age: portal.policy.enrollment.ownAccountFromAge } : {})
}

export function auditOfPreview(answer: CampaignPreview): AuditFact {
  return { event: 'campaign.previewed', detail: { inCohort: answer.inCohort, toInvite: answer.toInvite }, purpose: 'HOPERAT' }
}
