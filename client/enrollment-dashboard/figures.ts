import type { figureRowsBody, FiguresAnswer } from '#domain/contracts/enrollment-figures.ts'
import type { z } from 'zod'
import { addDays, type PlainDate } from '#domain/time.ts'

export type Funnel = FiguresAnswer['total']
export const funnelParts = ['invited', 'opened', 'activated', 'declined', 'expired', 'failed'] as const satisfies readonly (keyof Funnel)[]
/** What a number is of, so that the rows behind it are the same. */
export type Drill = Pick<z.infer<typeof figureRowsBody>, 'what' | 'channel' | 'reason' | 'portalId' | 'siteId'> & { from: PlainDate; to: PlainDate; title: string }

/** Spans that a manager asks for, in days up to today. */
export const spans = ['30', '90', '365'] as const
export type Span = (typeof spans)[number]

/** First and last day of a span that ends today. */
export function spanUntil(today: PlainDate, span: Span): { from: PlainDate; to: PlainDate } {
  return { from: addDays(today, 1 - Number(span)), to: today }
}

/** A share of the invited in whole percent; null where nobody was invited. */
export function shareOf(part: number, invited: number): number | null {
  return invited === 0 ? null : Math.round((part / invited) * 100)
}

/** Hours as somebody says them: minutes under an hour, days from two days on. */
export function hoursText(hours: number): { value: string; unit: 'min' | 'h' | 'd' } {
  if (hours < 1) return { value: String(Math.round(hours * 60)), unit: 'min' }
  return hours < 48 ? { value: String(Math.round(hours * 10) / 10), unit: 'h' } : { value: String(Math.round(hours / 2.4) / 10), unit: 'd' }
}
