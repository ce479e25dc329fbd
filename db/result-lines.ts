import { and, eq } from 'drizzle-orm'
import { policyAt } from '#domain/portals/as-of.ts'
import type { ResultCategory } from '#domain/portals/result-policy.ts'
import type { TestName } from '#domain/results/categories.ts'
import { confidentialLinesOf } from '#domain/results/confidential-lines.ts'
import type { Instant } from '#domain/time.ts'
import { homesOf } from '#db/home-portals.ts'
import { portalRules } from '#db/portal-rules.ts'
import { listOf, type ResultRowOf } from '#db/result-facts.ts'
import type { Reader, Writer } from '#db/store.ts'

/** Service lines that a portal lets a minor of a state keep to themselves (R31). */
export async function linesOffered(db: Reader, portalId: string, state: string, at: Instant): Promise<string[]> {
  const found = policyAt((await portalRules(db)).find((portal) => portal.id === portalId)?.versions.map(({ policy }) => policy) ?? [], at)
  return found.inForce ? found.policy.proxyAccess.confidentialServiceLines.filter((line) => line.state === state).map((line) => line.id) : []
}

type Told = { tests: readonly TestName[]; categories: readonly ResultCategory[] }

/** Adds to a result's item the service lines that its tests, or what somebody says it is, belong to (R31). Takes none away. */
export async function addConfidentialLines(w: Writer, { id, patientId, portalId }: Pick<ResultRowOf, 'id' | 'patientId' | 'portalId'>, { tests, categories }: Told, at: Instant): Promise<void> {
  const state = (await homesOf(w, [patientId], at)).get(patientId)?.state ?? ''
  const lines = confidentialLinesOf(tests, await linesOffered(w, portalId, state, at), categories)
  if (lines.length === 0) return
  const { recordItems: i } = w.t
  const ofResult = and(eq(i.source, 'results'), eq(i.sourceId, id))
  const [item] = await w.select({ confidentialTo: i.confidentialTo }).from(i).where(ofResult)
  if (item) await w.update(i).set({ confidentialTo: [...new Set([...listOf(item.confidentialTo), ...lines])].join(',') }).where(ofResult)
}
