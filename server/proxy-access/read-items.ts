import type { z } from 'zod'
import type { Viewer } from '#domain/access/facts.ts'
import { explainedItems, viewOf } from '#domain/access/view.ts'
import type { ItemsAnswer, itemsQuery } from '#domain/contracts/proxy-access.ts'
import { isoOf } from '#domain/time.ts'
import { accessOfOne } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { openChart } from '#server/patients/patients.ts'
import { majorityOf } from '#server/proxy-access/moment.ts'
import { itemsOf, itemsOut } from '#server/proxy-access/items-out.ts'
import { portalsServing } from '#server/proxy-access/portals-serving.ts'
import { showWhy } from '#server/proxy-access/show-why.ts'

/** Single items of a record, each with whether one viewer sees it and why; and the numbers that this viewer is given. */
export async function readItems(db: Reader, act: Act, patientId: string, query: z.infer<typeof itemsQuery>): Promise<Outcome<ItemsAnswer>> {
  const opened = await openChart(db, act, patientId)
  if ('refused' in opened) return opened
  const access = await accessOfOne(db, patientId)
  const serving = await portalsServing(db, act, access)
  const chosen = query.portal === undefined ? serving[0] : serving.find((one) => one.portal.id === query.portal)
  if (!chosen) return refuse('NOT_FOUND')
  const at = query.at === undefined ? act.at : Date.parse(query.at)
  const viewer: Viewer = query.person === undefined ? { kind: 'patient' } : { kind: 'proxy', personId: query.person }
  const facts = access.factsOf(chosen.portal.id)
  const items = await itemsOf(db, patientId)
  const { counts, billTotalCents } = viewOf(facts, viewer, await itemsOut(db, access, { portalId: chosen.portal.id, viewer, at }), at)
  return done({
    at: isoOf(at), counts, billTotalCents,
    items: explainedItems(facts, viewer, items, at).map(({ item, answer }) => ({
      id: item.id, category: item.category, acquiredOn: item.acquiredOn, visible: answer.visible, why: showWhy(answer.why, act.language, majorityOf(chosen.portal)),
    })),
  })
}
