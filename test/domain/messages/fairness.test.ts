import { expect, test } from 'vitest'
import { suppressSmall } from '#domain/messages/fairness.ts'

const groups = (...people: number[]) => people.map((count, at) => ({ group: String(at), people: count, figures: `of ${count}` }))
const shown = (...people: number[]) => suppressSmall(groups(...people)).groups.flatMap((one) => one.figures ?? [])

test.each([
  ['groups of five and more stand as they are', [5, 9, 40], ['of 5', 'of 9', 'of 40']],
  ['one small group is what is left of the whole, so the next smallest goes with it', [40, 3, 9], ['of 40']],
  ['two small groups that are fewer than five people together are told by the rest as well', [40, 1, 2, 9], ['of 40']],
  ['small groups that are enough people together hide one another', [40, 3, 4, 9], ['of 40', 'of 9']],
  ['of two groups in all nothing is left to show', [12, 1], []],
  ['where everybody is in small groups nothing is shown', [1, 2], []],
] as const)('%s', (_name, people, expected) => expect(shown(...people)).toEqual(expected))
