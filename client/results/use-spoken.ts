import { spoken } from '#client/results/result-words.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useNow } from '#client/ui/ticking.ts'
import { MINUTE } from '#domain/time.ts'

/** The server's sentences about a result, with times in the practice's zone. */
export function useSpoken(): (sentence: string) => string {
  const { zone, locale } = usePracticeTime()
  const now = useNow(MINUTE)
  return (sentence) => spoken(sentence, { now, zone, locale })
}
