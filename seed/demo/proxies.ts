import type { Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import type { GuardiansOf } from '#seed/demo/families.ts'
import { writeAdultCases } from '#seed/demo/proxy-adults.ts'
import { casesOf, writeCases } from '#seed/demo/proxy-cases.ts'
import { familiesOf, isOpen, parentOf, personOf, type DemoFamily } from '#seed/demo/proxy-families.ts'
import { writeItems } from '#seed/demo/proxy-items.ts'
import { writeDemoGrant, type DemoGrant } from '#seed/demo/proxy-rows.ts'
import { stableNumber, stableShare } from '#seed/stable.ts'

/** Of families, those who have asked for access; whoever has a birthday that is near always has. */
const WITH_ACCESS = 0.72
const SEPARATED = 0.2
const GUARDED = 0.2

/** Two-parent families, single parents, separated ones, guardians; then the cases that the rules are about. Made up, on families of the sets. */
export async function writeProxies(w: Writer, patients: readonly DemoPatient[], guardiansOf: GuardiansOf, at: Instant): Promise<void> {
  const families = familiesOf(patients, guardiansOf)
  const cases = casesOf(families)
  const taken = new Set(cases.map(({ family }) => family))
  for (const family of families) {
    if (taken.has(family)) continue
    const isNear = family.child.madeFields?.includes('birth date') ?? false
    if (!isNear && stableShare('proxy', family.childId) > WITH_ACCESS) continue
    for (const grant of grantsOf(family)) await writeDemoGrant(w, isNear ? { ...grant, levelId: 'full' } : grant, at)
  }
  await writeCases(w, cases, at)
  await writeAdultCases(w, patients.filter((one) => isOpen(one) || one.facts.deceased), at)
  await writeItems(w, families, at)
}

/** What a family of the sets has: one or both parents, one with an order of custody and the other ended, or a guardian. */
function grantsOf({ childId, portalId, adults }: DemoFamily): DemoGrant[] {
  const days = 90 + stableNumber('granted', childId) % 300
  const isSeparated = adults.length === 2 && stableShare('separated', childId) < SEPARATED
  const isGuarded = adults.length === 1 && stableShare('guardian', childId) < GUARDED
  return adults.map((adult, place): DemoGrant => {
    const common = {
      patientId: childId, portalId, person: personOf(adult), relationship: parentOf(adult), grantedBefore: days + place * 5, reviewIn: 20 + stableNumber('review', childId) % 700,
    }
    if (isGuarded) return { ...common, relationship: 'guardian', basis: 'guardian-of-minor', documentEndsIn: 20 + stableNumber('order', childId) % 400 }
    if (isSeparated && place === 1) return { ...common, basis: 'parent', state: { state: 'ended', cause: 'revoked', before: 40 } }
    return { ...common, basis: isSeparated ? 'custody-order' : 'parent', levelId: stableShare('level', childId, String(place)) < 0.15 ? 'read-only' : 'full' }
  })
}
