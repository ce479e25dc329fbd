import { useTranslate } from 'ra-core'
import type { ResultRow } from '#domain/contracts/results.ts'
import { chipOf } from '#client/results/result-words.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { StateChip } from '#client/ui/StateChip.tsx'
import { useNow } from '#client/ui/ticking.ts'
import { MINUTE } from '#domain/time.ts'

type ResultChipProps = { row: Pick<ResultRow, 'group' | 'code' | 'critical' | 'orderAt'>; wordy?: boolean }

/** Where a result stands: shape, word and time. `wordy` says of a wait that it is one. */
export function ResultChip({ row, wordy = false }: ResultChipProps) {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const now = useNow(MINUTE)
  const { text, ...look } = chipOf(row, { now, zone, locale, translate })
  return <StateChip {...look}>{wordy && row.group === 'review' && !row.critical ? translate('results.chip_waits', { span: text }) : text}</StateChip>
}
