import { format } from 'node:util'
import { afterEach, beforeEach } from 'vitest'

/**
 * The messages a test may see without asking: props that react-admin 5.15 still passes beside `slotProps` and MUI 9 hands on
 * to the DOM. Since https://github.com/marmelab/react-admin/pull/11248 let MUI 9 in. Goes when upstream passes only one of them.
 */
const known = ['InputProps', 'InputLabelProps', 'inputProps', 'inputRef'].map((prop) => `React does not recognize the \`${prop}\` prop on a DOM element.`)

let unexpected: string[] = []
let expected: RegExp[] = []

/** Says that this test makes the program complain: a `console.error` that matches is no fault in it. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern)
}

/** Whether a message written with `console.error` is a fault of the test that wrote it. */
export function isUnexpected(message: string, allowed: RegExp[]): boolean {
  return !known.some((start) => message.startsWith(start)) && !allowed.some((pattern) => pattern.test(message))
}

const original = console.error

beforeEach(() => {
  unexpected = []
  expected = []
  console.error = (...said: unknown[]) => {
    const message = format(...said)
    if (isUnexpected(message, expected)) unexpected.push(message)
  }
})

afterEach(() => {
  console.error = original
  if (unexpected.length > 0) throw new Error(`console.error was not expected:\n${unexpected.join('\n')}`)
})
