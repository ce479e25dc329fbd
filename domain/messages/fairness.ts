/** A group with fewer people than this is not shown (security.md §1). */
export const FEWEST = 5

type Group<T> = { group: string; people: number; figures: T }
export type ShownGroup<T> = { group: string; people: number | null; figures: T | null }

/**
 * Groups of one trait without the small ones. Where a single group would be hidden it could be worked out from the whole, so the
 * next smallest is hidden too; with two groups in all nothing is left to show.
 */
export function suppressSmall<T>(groups: readonly Group<T>[], fewest: number = FEWEST): { groups: ShownGroup<T>[]; hidden: number } {
  const small = new Set(groups.filter(({ people }) => people < fewest).map(({ group }) => group))
  if (small.size === 1) {
    const next = groups.filter(({ group }) => !small.has(group)).toSorted((a, b) => a.people - b.people)[0]
    if (next) small.add(next.group)
  }
  return {
    groups: groups.map((one) => (small.has(one.group) ? { group: one.group, people: null, figures: null } : one)),
    hidden: small.size,
  }
}

/** Age groups in which reply times are compared. */
export function ageGroupOf(age: number): string {
  if (age < 12) return '0-11'
  if (age < 18) return '12-17'
  if (age < 40) return '18-39'
  return age < 65 ? '40-64' : '65+'
}
