import { and, eq, inArray, isNull } from 'drizzle-orm'
import { DAY, type Instant } from '#domain/time.ts'
import type { NewId } from '#db/new-id.ts'
import type { Writer } from '#db/store.ts'

/**
 * A new result of a patient who asked to be told first is held from whom they said, on their own request, with an end
 * (R68). On a portal that shows at once this has to be there before the result is.
 */
export async function holdByWish(w: Writer, result: { id: string; patientId: string; categories: readonly string[]; arrivedAt?: Instant }, how: { at: Instant; newId: NewId }): Promise<number> {
  const { resultWishes: s, resultHolds } = w.t
  const wishes = await w.select().from(s).where(and(eq(s.patientId, result.patientId), isNull(s.endedAt)))
  const fitting = wishes.filter((wish) => wish.recordedAt <= (result.arrivedAt ?? how.at)).filter((wish) => wish.category === null || result.categories.includes(wish.category))
  if (fitting.length === 0) return 0
  const held = new Set((await w.select({ recipient: resultHolds.recipient }).from(resultHolds).where(and(eq(resultHolds.resultId, result.id), eq(resultHolds.ground, 'patients-request')))).map((row) => row.recipient))
  for (const recipient of ['patient', 'representative'] as const) {
    if (held.has(recipient)) continue
    const wish = fitting.filter((one) => one.recipient === recipient).toSorted((a, b) => b.days - a.days)[0]
    if (!wish) continue
    const endAt = how.at + wish.days * DAY
    await w.insert(resultHolds).values({
      id: how.newId('result-hold', result.id, recipient), resultId: result.id, recipient, personId: null, ground: 'patients-request', harm: 'none', evidence: wish.words,
      startAt: how.at, endAt, setBy: wish.recordedBy, remindAt: Math.max(endAt - DAY, how.at + Math.floor((endAt - how.at) / 2)),
    })
  }
  return fitting.length
}

/** As `holdByWish`, for results of which it turned out later what they are: by wishes said before they came; those that are out are out. */
export async function holdJudgedByWish(w: Writer, ids: readonly string[], how: { at: Instant; newId: NewId }): Promise<void> {
  const { results: r } = w.t
  const rows = ids.length === 0 ? [] : await w.select({ id: r.id, patientId: r.patientId, categories: r.categories, arrivedAt: r.arrivedAt }).from(r).where(and(inArray(r.id, [...ids]), isNull(r.shownAt), isNull(r.releasedAt)))
  for (const row of rows) await holdByWish(w, { ...row, categories: row.categories.split(',') }, how)
}
