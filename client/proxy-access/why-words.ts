import type { TranslateFunction } from 'ra-core'
import type { MatrixAnswer } from '#domain/contracts/proxy-access.ts'
import { changeName } from '#client/proxy-access/change-name.ts'
import type { GridCell, Leaf } from '#client/proxy-access/matrix-rows.ts'

/** The verdict of a cell in a few words: `Stops at the 12th birthday`, `Sees it today`. */
export function verdictOf(matrix: MatrixAnswer, leaf: Leaf, { word, changes }: GridCell, translate: TranslateFunction): string {
  if (!changes) return translate(`access.verdict.${word}`)
  const change = leaf.when === 'second' ? matrix.ahead.find(({ at }) => at === matrix.with) : undefined
  if (!change) return translate(`access.verdict.${word}`)
  return change.kind === 'birthday' && change.age !== null
    ? translate(`access.verdict_birthday.${word}`, { nth: translate(`access.nth.${change.age}`, { _: String(change.age) }) })
    : `${translate(`access.verdict.${word}`)}: ${changeName(change, translate)}`
}

/** The ages of a band, as on the ruler: `12–17`, `18+`. */
export function bandText({ fromAge, untilAge }: { fromAge: number; untilAge: number | null }): string {
  return untilAge === null ? `${fromAge}+` : `${fromAge}–${untilAge - 1}`
}
