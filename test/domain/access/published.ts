import { capabilities, type Capability } from '#domain/portals/capabilities.ts'
import type { ShippedPortalId } from '#test/domain/portals/build-portal.ts'

/** What portals publish about proxies, typed by hand from their documents: the oracle beside the engine. */
export const all = [...capabilities]
export const looking = all.filter((one) => one.startsWith('see-'))
/** Both lists of S0 for 12 to 17, typed once more by hand: bills and immunizations; insurance, payments, demographics, letters, end of life. */
export const union: Capability[] = [
  'see-bills', 'pay-bills', 'see-immunizations', 'see-insurance', 'see-demographics', 'update-demographics', 'see-letters', 'see-end-of-life', 'update-end-of-life',
]
const without = (list: Capability[], ...less: Capability[]) => list.filter((one) => !less.includes(one))
export type Level = 'full' | 'read-only'

/** What a parent may at an age: on each portal, at each level. */
export const tables: Record<Exclude<ShippedPortalId, 'caremount'>, { year: number; at: (age: number, level: Level) => Capability[] }> = {
  'mychart-ny-nj': {
    year: 2026,
    at: (age, level) => age >= 18 ? [] : age >= 12 ? (level === 'full' ? union : union.filter((one) => one.startsWith('see-'))) : level === 'full' ? all : looking,
  },
  'nextgen-legacy': { year: 2024, at: (age, level) => age >= 18 ? [] : level === 'full' ? all : looking },
  'myportal-ca': { year: 2026, at: (age, level) => age >= 18 ? [] : without(level === 'full' ? all : looking, 'see-notes') },
  followmyhealth: { year: 2026, at: (age, level) => age >= 18 ? [] : level === 'full' ? all : looking },
}

/** Whole years on a local day; 29 February comes on 1 March where there is none: by then the month is later anyhow (R32). */
export function yearsOn(birthDate: string, on: string): number {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number)
  const [thisYear = 0, thisMonth = 0, today = 0] = on.split('-').map(Number)
  return thisYear - year - (thisMonth < month || (thisMonth === month && today < day) ? 1 : 0)
}
