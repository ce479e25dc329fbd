import { z } from 'zod'
import { resultCategories } from '#domain/portals/result-policy.ts'
import { doubts } from '#domain/results/categories.ts'
import { testKeyKinds } from '#domain/results/test-kinds.ts'

const instant = z.iso.datetime()
const text = z.string()
const written = z.string().trim().min(1).max(200)

/** A test by its code (with the system of a house code; a LOINC code needs none; `name` tells people which it is), or by its name. */
export const testAsked = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code: written, system: written.nullable().default(null), name: written.nullable().default(null) }),
  z.strictObject({ by: z.literal('name'), name: written }),
])
export type TestAsked = z.input<typeof testAsked>

const version = z.strictObject({
  number: z.int(), category: z.enum(resultCategories).nullable(), reason: text, saidByName: text, fromAt: instant, appliedAt: instant.nullable(), changed: z.int(), leftOut: z.int(),
})
/** `GET /api/test-kinds` (action test-kind.read): what the practice says of tests, every version; and tests among what waits that nobody can tell. */
export const testKindsAnswer = z.strictObject({
  said: z.array(z.strictObject({ by: z.enum(testKeyKinds), key: text, label: text, versions: z.array(version) })),
  untold: z.array(z.strictObject({ code: text.nullable(), system: text.nullable(), name: text, doubt: z.enum(doubts), results: z.int() })),
})
export type TestKindsAnswer = z.infer<typeof testKindsAnswer>

/** `POST /api/test-kinds/look` (action test-kind.read; a read): what a test is taken for, by the public lists and as it is in force. */
export const testLookBody = z.strictObject({ test: testAsked })
const taken = z.strictObject({ categories: z.array(z.enum(resultCategories)), because: z.array(text) })
export const testLookAnswer = z.strictObject({ key: text, number: z.int(), listed: taken, now: taken })
export type TestLookAnswer = z.infer<typeof testLookAnswer>

/** `POST /api/test-kinds/say` (action test-kind.say, second factor). `number`: the version that was seen, 0: none. `category` null: the public lists decide again. */
export const sayKindBody = z.strictObject({
  test: testAsked, number: z.int().min(0), category: z.enum(resultCategories).nullable(), reason: z.string().trim().min(3).max(500),
})
export const saidKind = z.strictObject({ key: text, number: z.int() })
