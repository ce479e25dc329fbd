/** Feeds whose people are made up, all of them (seed/data/README.md). */
const syntheticSources = ['synthea-kansas', 'synthea-massachusetts', 'shift-demo', 'demo-made', 'test']

/** Whether a patient comes from a set of made-up people: nobody real. */
export function isSynthetic(source: string): boolean {
  return syntheticSources.includes(source)
}
