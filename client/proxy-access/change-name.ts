import type { TranslateFunction } from 'ra-core'
import type { MatrixAnswer } from '#domain/contracts/proxy-access.ts'

/** What happens on a day of change, in a few words: `12th birthday`, `an order ends`. */
export function changeName({ kind, age }: Pick<MatrixAnswer['ahead'][number], 'kind' | 'age'>, translate: TranslateFunction): string {
  if (kind === 'birthday' && age !== null) return translate('access.birthday', { nth: translate(`access.nth.${age}`, { _: String(age) }) })
  return translate(`access.change.${kind}`)
}
