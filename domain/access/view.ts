import { itemIn } from '#domain/access/access.ts'
import type { ItemAnswer } from '#domain/access/answer.ts'
import type { AccessFacts, Item, Viewer } from '#domain/access/facts.ts'
import type { ItemCategory } from '#domain/access/items.ts'
import { sceneAt } from '#domain/access/scene.ts'
import type { Instant } from '#domain/time.ts'

/** An item of the record with its id, and the amount of a bill line in cents. */
export type RecordItem = Item & { id: string; amountCents: number | null }

/** What one viewer's portal holds: items, and every number made of them. Nothing of a closed item is in any of it (R31). */
export type RecordView = { items: RecordItem[]; counts: Partial<Record<ItemCategory, number>>; billTotalCents: number }

/** The view of one person at an instant. Lists, counts, sums and letters are made from this and from nothing else. */
export function viewOf(facts: AccessFacts, viewer: Viewer, items: readonly RecordItem[], at: Instant): RecordView {
  const visible = explainedItems(facts, viewer, items, at).filter(({ answer }) => answer.visible).map(({ item }) => item)
  const counts: RecordView['counts'] = {}
  for (const { category } of visible) counts[category] = (counts[category] ?? 0) + 1
  return { items: visible, counts, billTotalCents: visible.reduce((sum, one) => sum + (one.amountCents ?? 0), 0) }
}

/** Every item with its answer: for the staff's question why a proxy can or cannot see it. */
export function explainedItems(
  facts: AccessFacts, viewer: Viewer, items: readonly RecordItem[], at: Instant,
): { item: RecordItem; answer: ItemAnswer }[] {
  const scene = sceneAt(facts, viewer, at)
  return items.map((item) => ({ item, answer: itemIn(scene, item) }))
}
