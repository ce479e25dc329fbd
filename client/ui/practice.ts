import { createContext, use } from 'react'
import { useLocale } from 'ra-core'
import type { TimeZone } from '#domain/time.ts'

/** The zone in which every screen shows its times. */
export const PracticeZone = createContext<TimeZone>('America/New_York')

/** Zone and language for showing times and dates. */
export function usePracticeTime(): { zone: TimeZone; locale: string } {
  return { zone: use(PracticeZone), locale: useLocale() ?? 'en' }
}
