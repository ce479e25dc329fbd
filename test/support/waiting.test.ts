import { expect, test } from 'vitest'
import { eventually, within } from '#test/support/waiting.ts'

test('a thing that does not come in time is named in the error', async () => {
  await expect(within(5, 'the answer', new Promise(() => {}))).rejects.toThrow('the answer: nothing after 5 ms')
  await expect(eventually('the mail', () => null, 5)).rejects.toThrow('the mail: not so after 5 ms')
})

test('a question is asked until it has an answer', async () => {
  let asked = 0
  expect(await eventually('the third time', () => (asked += 1) === 3 && 'answer')).toBe('answer')
  expect(await within(1000, 'a value', Promise.resolve(7))).toBe(7)
})
