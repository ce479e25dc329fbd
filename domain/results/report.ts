import type { ServiceLine } from '#domain/access/bases.ts'
import type { Coding } from '#domain/results/categories.ts'
import type { Instant, PlainDate } from '#domain/time.ts'

/** Where a report stands, in one vocabulary for FHIR and HL7 v2. */
export const reportStatuses = ['registered', 'preliminary', 'final', 'corrected', 'cancelled', 'entered-in-error'] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** How far from the usual a value is, as the laboratory says it. Nothing is judged here. */
export const readings = ['normal', 'low', 'high', 'abnormal', 'critical-low', 'critical-high', 'critical'] as const
export type Reading = (typeof readings)[number]

/** One measured or described thing of a report. */
export type ReportValue = {
  codings: Coding[]
  name: string | null
  kind: 'number' | 'coded' | 'text' | 'attachment' | 'none'
  /** As the laboratory wrote it. */
  text: string
  /** What the laboratory adds to the value. */
  remarks: string[]
  /** Of a number, for the trend. */
  number: number | null
  unit: string | null
  /** The usual range as it is written, and its two ends where they are plain numbers. */
  rangeText: string | null
  low: number | null
  high: number | null
  reading: Reading | null
  status: ReportStatus
  observedAt: Instant | null
  /** Of an attachment. */
  mediaType: string | null
  bytes: number | null
}

/** Whoever ordered, as the feed knows them. */
export type OrderedBy = { npi: string | null; sourceId: string | null; name: string | null }

/** One report, judged by itself, whatever else came in the same message. */
export type Report = {
  /** The feed's own id of it: the same id later is a newer version of the same report. */
  sourceId: string
  codings: Coding[]
  name: string | null
  sections: string[]
  status: ReportStatus
  /** Who asked for it; null: nobody is named. */
  orderedBy: OrderedBy | null
  /** The order's own number or id, by which an open laboratory order is found; null: none is named. */
  orderKey: string | null
  collectedOn: PlainDate | null
  collectedAt: Instant | null
  issuedAt: Instant | null
  values: ReportValue[]
  /** Service lines to which the source's own labels make it confidential (R31). */
  confidentialTo?: readonly ServiceLine[]
  /** Remarks of the laboratory on the report. */
  remarks: string[]
}

/** Whether a reading asks for a call before anything else. */
export function isCritical(reading: Reading | null): boolean {
  return reading === 'critical' || reading === 'critical-low' || reading === 'critical-high'
}

/** HL7 table 0078, which FHIR uses too. Words that say nothing about the range give null. */
export function readingOf(flag: string | null): Reading | null {
  switch (flag?.trim().toUpperCase() ?? '') {
    case 'N': case 'NEG': case 'ND': case 'NR': return 'normal'
    case 'L': return 'low'
    case 'H': return 'high'
    case 'LL': case '<': case 'LU': return 'critical-low'
    case 'HH': case '>': case 'HU': return 'critical-high'
    case 'AA': return 'critical'
    case 'A': case 'POS': case 'DET': case 'RR': case 'WR': return 'abnormal'
    default: return null
  }
}

/** The two ends of a range as it is written: `4.0 - 5.6`, `<100`, `>=50`. Words, times and ratios give none. */
export function rangeOf(text: string | null): { low: number | null; high: number | null } {
  const written = text?.trim() ?? ''
  const between = /^([+-]?\d+(?:\.\d+)?)\s*(?:-|–|to)\s*([+-]?\d+(?:\.\d+)?)$/.exec(written)
  if (between) {
    const [low, high] = [Number(between[1]), Number(between[2])]
    return low <= high ? { low, high } : { low: null, high: null }
  }
  const below = /^(?:<|<=|≤)\s*([+-]?\d+(?:\.\d+)?)$/.exec(written)
  if (below) return { low: null, high: Number(below[1]) }
  const above = /^(?:>|>=|≥)\s*([+-]?\d+(?:\.\d+)?)$/.exec(written)
  return above ? { low: Number(above[1]), high: null } : { low: null, high: null }
}
