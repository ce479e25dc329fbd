import { MinuteCounts } from '#domain/messages/minutes.ts'

/** A stretch's answers as they are kept: durations added and taken back, and how many kept target and limit. */
export type KeptAnswers = { minutes: string; taken: string; onTime: number; withinLimit: number }
export type ReplyFigures = { answered: number; onTime: number; withinLimit: number; medianMinutes: number | null; p90Minutes: number | null }
/** An answer that one reader may not know of: it is left out of every figure of theirs. */
export type LeftOut = { minutes: string; onTime: boolean; withinLimit: boolean }

/** Figures of many days together, exactly as if each answer were looked at. */
export function replyFigures(days: Iterable<KeptAnswers>, without: readonly LeftOut[] = []): ReplyFigures {
  const counts = new MinuteCounts()
  let onTime = 0
  let withinLimit = 0
  for (const day of days) {
    counts.add(day.minutes, 1)
    counts.add(day.taken, -1)
    onTime += day.onTime
    withinLimit += day.withinLimit
  }
  for (const one of without) {
    counts.add(one.minutes, -1)
    onTime -= one.onTime ? 1 : 0
    withinLimit -= one.withinLimit ? 1 : 0
  }
  return { answered: counts.size, onTime, withinLimit, medianMinutes: counts.at(0.5), p90Minutes: counts.at(0.9) }
}
