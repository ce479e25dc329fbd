/** Base-36 digits of one duration in a day's row; the longest that is told apart is 1,679,615 minutes. */
const DIGITS = 4
const LONGEST = 36 ** DIGITS - 1
/** Durations below this are counted in an array; longer ones are few. */
const COUNTED = 1 << 16
/** The array begins with four days and grows with the longest duration: most rows never need more. */
const FIRST = 1 << 13

/** Whole minutes as they stand in a day's row. */
export function minutesText(minutes: number): string {
  return Math.min(LONGEST, Math.max(0, minutes)).toString(36).padStart(DIGITS, '0')
}

/** Durations of many days' rows, added and taken, from which median and percentile are read exactly to the minute. */
export class MinuteCounts {
  private short = new Int32Array(FIRST)
  private readonly long = new Map<number, number>()
  private top = 0
  size = 0

  /** Adds (`by` 1) or takes back (-1) every duration of a row's text. */
  add(text: string, by: 1 | -1): void {
    for (let at = 0; at < text.length; at += DIGITS) {
      const value = digit(text, at) * 46656 + digit(text, at + 1) * 1296 + digit(text, at + 2) * 36 + digit(text, at + 3)
      if (value < COUNTED) {
        if (value >= this.short.length) this.grow(value)
        this.short[value] = (this.short[value] ?? 0) + by
        if (value > this.top) this.top = value
      } else this.long.set(value, (this.long.get(value) ?? 0) + by)
    }
    this.size += by * (text.length / DIGITS)
  }

  private grow(value: number): void {
    let { length } = this.short
    while (length <= value) length *= 2
    const longer = new Int32Array(length)
    longer.set(this.short)
    this.short = longer
  }

  /**
   * The duration at a share of the way: of n in order, the one with floor(n · share) before it. Null without any.
   * Median: 0.5. 90th percentile: 0.9.
   */
  at(share: number): number | null {
    if (this.size <= 0) return null
    let before = Math.floor(this.size * share)
    for (let value = 0; value <= this.top; value++) {
      before -= this.short[value] ?? 0
      if (before < 0) return value
    }
    for (const [value, n] of [...this.long].toSorted(([a], [b]) => a - b)) {
      before -= n
      if (before < 0) return value
    }
    return null
  }
}

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 58 ? code - 48 : code - 87
}

/** The letter of an hour of the day (0 is a) in a day's row. */
export function hourLetter(hour: number): string {
  return String.fromCharCode(97 + hour)
}

/** How many of a day's letters stand for each hour. */
export function hoursOf(letters: string): number[] {
  const hours = Array.from({ length: 24 }, () => 0)
  for (let at = 0; at < letters.length; at++) {
    const hour = letters.charCodeAt(at) - 97
    hours[hour] = (hours[hour] ?? 0) + 1
  }
  return hours
}
