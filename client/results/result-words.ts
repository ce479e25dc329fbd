import type { ResultRow } from '#domain/contracts/results.ts'
import type { TranslateFunction } from 'ra-core'
import { spanText, momentText } from '#client/ui/format.ts'
import type { IconName } from '#client/ui/icon-paths.ts'
import type { State } from '#client/ui/StateChip.tsx'
import { DAY, HOUR, type Instant, type TimeZone } from '#domain/time.ts'

export type Chip = { state: State; icon?: IconName; text: string }
/** A wait is called due from this long on, in hours. */
const DUE_AFTER = 12 * HOUR
type Clock = { now: Instant; zone: TimeZone; locale: string; translate: TranslateFunction }

/** How long something has waited: hours and minutes, days from three days on. */
export function waitedText(span: number, translate: TranslateFunction): string {
  return span < 3 * DAY ? spanText(span) : translate('results.days', { smart_count: Math.floor(span / DAY) })
}

/** The one chip of a row: what is asked, or when it ends. */
export function chipOf(row: Pick<ResultRow, 'group' | 'code' | 'critical' | 'orderAt'>, { now, zone, locale, translate }: Clock): Chip {
  if (row.critical && row.group !== null && row.group !== 'blocked') return { state: 'emergency', text: translate('results.chip_critical') }
  if (row.group === 'review') {
    const span = now - Date.parse(row.orderAt)
    return span >= DUE_AFTER ? { state: 'due', text: waitedText(span, translate) } : { state: 'none', icon: 'clock', text: waitedText(span, translate) }
  }
  if (row.group === 'order') return { state: 'blocked', text: translate(row.code === 'RECALLED' ? 'results.chip_recalled' : 'results.chip_order') }
  if (row.group === 'held') return { state: 'held', text: translate('results.chip_ends', { at: momentText(Date.parse(row.orderAt), now, zone, locale) }) }
  if (row.group === 'blocked') return { state: 'blocked', text: translate(row.code === 'NEVER_ON_PORTAL' ? 'results.chip_never' : 'results.chip_not_here') }
  if (row.code.startsWith('SHOWN')) return { state: 'ok', text: translate('results.chip_shown') }
  return { state: 'none', text: translate('results.chip_not_final') }
}

/** An ordinary result of the review group may be released with others (RL-01); the server looks again at each. */
export function mayGoTogether(row: Pick<ResultRow, 'group' | 'sensitive' | 'critical' | 'doubtful'>): boolean {
  return row.group === 'review' && !row.sensitive && !row.critical && !row.doubtful
}

/** A sentence of the server with the moment in it as the reader's clock shows it. */
export function spoken(sentence: string, { now, zone, locale }: Omit<Clock, 'translate'>): string {
  return sentence.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, (iso) => momentText(Date.parse(iso), now, zone, locale))
}
