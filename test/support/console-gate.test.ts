import { expect, test } from 'vitest'
import { expectConsoleError, isUnexpected } from '#test/support/console-gate.ts'

test('a complaint on the console that nobody expected fails the test', () => {
  expect(isUnexpected('Each child in a list should have a unique "key" prop.', [])).toBe(true)
  expect(isUnexpected('React does not recognize the `patientId` prop on a DOM element.', [])).toBe(true)
})

test('the four props that react-admin passes twice do not', () => {
  for (const prop of ['InputProps', 'InputLabelProps', 'inputProps', 'inputRef']) {
    expect(isUnexpected(`React does not recognize the \`${prop}\` prop on a DOM element. If you`, [])).toBe(false)
  }
})

test('a test that provokes a complaint says so first', () => {
  expectConsoleError(/^The mail server hung up/)
  console.error('The mail server hung up after %s', 'DATA')
  expect(isUnexpected('The mail server hung up', [/hung up/])).toBe(false)
})
