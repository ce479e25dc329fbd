/** A group with fewer people than this is not shown (security.md §1). */
export const FEWEST = 5

type Group<T> = { group: string; people: number; figures: T }
export type ShownGroup<T> = { group: string; people: number | null; figures: T | null }

/**
 * Groups of one trait without the small ones. What is hidden could be worked out from the whole, so the next smallest go with it
 * until it is two groups and as many people as may be shown; with two groups in all nothing is left to show.
 */
export function suppressSmall<T>(groups: readonly Group<T>[], fewest: number = FEWEST): { groups: ShownGroup<T>[]; hidden: number } {
  const small = groups.filter(({ people }) => people < fewest)
  const others = groups.filter(({ people }) => people >= fewest).toSorted((a, b) => a.people - b.people)
  const isTold = () => small.length === 1 || small.reduce((sum, { people }) => sum + people, 0) < fewest
  while (small.length > 0 && others.length > 0 && isTold()) small.push(...others.splice(0, 1))
  const hidden = new Set(small.map(({ group }) => group))
  return {
    groups: groups.map((one) => (hidden.has(one.group) ? { group: one.group, people: null, figures: null } : one)),
    hidden: hidden.size,
  }
}

/** Age groups in which reply times are compared. */
export function ageGroupOf(age: number): string {
  if (age < 12) return '0-11'
  if (age < 18) return '12-17'
  if (age < 40) return '18-39'
  return age < 65 ? '40-64' : '65+'
}
