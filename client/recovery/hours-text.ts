import type { TranslateFunction } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'

/** Opening times in one short line: days with the same times together, in the order of the week. */
export function hoursText(hours: NonNullable<CallDesk['portal']['hours']>, translate: TranslateFunction): string {
  const groups: { opens: string; closes: string; days: string[] }[] = []
  for (const { day, opens, closes } of hours) {
    const last = groups.at(-1)
    if (last && last.opens === opens && last.closes === closes) last.days.push(day)
    else groups.push({ opens, closes, days: [day] })
  }
  return groups
    .map(({ days, opens, closes }) => {
      const [first = '', ...others] = days.map((day) => translate(`recovery.day.${day}`))
      return `${first}${others.length > 0 ? `–${others.at(-1) ?? ''}` : ''} ${opens}–${closes}`
    })
    .join(', ')
}
