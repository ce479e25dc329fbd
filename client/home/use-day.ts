import { useEffect, useState } from 'react'
import type { TodayAnswer } from '#domain/contracts/today.ts'
import { localDateOf, MINUTE } from '#domain/time.ts'
import { useRead } from '#client/layout/use-read.ts'
import { useNow } from '#client/ui/ticking.ts'

/** Which of the day's people the list shows. */
export const dayParts = ['to-come', 'not-enrolled', 'whole-day'] as const
export type DayPart = (typeof dayParts)[number]

/**
 * The day of one's site, or of the other site that was chosen: one read for every part of Home that shows it. Read again
 * when the feed changes it, when a patient's record changes, and at midnight there.
 */
export function useDay() {
  const [siteId, setSiteId] = useState<string | null>(null)
  const [part, setPart] = useState<DayPart>('to-come')
  const now = useNow(MINUTE)
  const read = useRead<TodayAnswer>('appointments', { path: '/today/search', body: siteId === null ? {} : { siteId } }, true, ['patients'])
  const { data, refetch, isFetching } = read
  const site = data?.site ?? null
  const isOver = site !== null && data !== undefined && localDateOf(now, site.timeZone) > data.day
  useEffect(() => {
    if (isOver && !isFetching) void refetch()
  }, [isOver, isFetching, refetch])
  return { ...read, now, part, setPart, setSiteId }
}

export type Day = ReturnType<typeof useDay>
