import type { Seed } from '#seed/seed.ts'

/** Fills an empty demo or test practice. What is made up is relative to `at`; running it twice gives the same rows. */
export const seedPractice: Seed = async (input) => {
  if (input.mode === 'test') {
    const { seedTestPractice } = await import('#seed/test-practice.ts')
    return seedTestPractice(input)
  }
  const { seedDemoPractice } = await import('#seed/demo/demo-practice.ts')
  return seedDemoPractice(input)
}
