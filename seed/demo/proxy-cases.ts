import { DAY, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { parentOf, personOf, type DemoFamily } from '#seed/demo/proxy-families.ts'
import { personIdOf, writeDemoGrant, type DemoGrant, type DemoPerson } from '#seed/demo/proxy-rows.ts'
import { writeAsked, writeBlock, writeStatus } from '#seed/demo/proxy-standing.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

const NOBODY = { patientId: null, birthDate: null, phone: null }
const carlos: DemoPerson = { ...NOBODY, family: 'Vega', given: 'Carlos', email: 'c.vega@example.org', birthDate: '1984-02-03' }
const agency: DemoPerson = { ...NOBODY, family: 'Office of Children and Family Services', given: 'County', email: 'records@ocfs.example.org' }
const foster: DemoPerson = { ...NOBODY, family: 'Haverford', given: 'Ruth', email: 'ruth.haverford@example.org', birthDate: '1971-10-30' }
const dolores: DemoPerson = { ...NOBODY, family: 'Pulido', given: 'Dolores', email: 'dolores.pulido@example.org', birthDate: '1956-07-21', language: 'es' }
/** Where the demo's front desk sits: what it meets first is there. */
const FIRST_DESK = 'Town Plaza Family Practice'

type Kind = 'two-parents' | 'one-parent' | 'teen'
type Tell = (w: Writer, family: DemoFamily, at: Instant) => Promise<void>
/** One case with the family that it happened to. */
export type DemoCase = { key?: 'teen-consent'; tell: Tell; family: DemoFamily }

/** Each case that a desk will meet once and must then get right. */
const cases: readonly { key?: 'teen-consent'; of: Kind; tell: Tell }[] = [
  // A court order keeps the father away; he asked again the day before yesterday.
  { of: 'two-parents', tell: async (w, family, at) => {
    await give(w, family, at)
    await give(w, family, at, { person: carlos, relationship: 'father', grantedBefore: 2, state: { state: 'held', cause: 'held', before: 2 } })
    await writeBlock(w, family.childId, carlos, at)
  } },
  // Separated: an order gives custody to the first parent, the other's access was ended.
  { of: 'two-parents', tell: async (w, family, at) => {
    await give(w, family, at, { basis: 'custody-order', documentEndsIn: 340 })
    await give(w, family, at, { ...other(family), state: { state: 'ended', cause: 'revoked', before: 45 } })
  } },
  // The parents dispute it: both are suspended.
  { of: 'two-parents', tell: async (w, family, at) => {
    for (const more of [{}, other(family)]) await give(w, family, at, { ...more, state: { state: 'suspended', cause: 'disputed', before: 6 } })
  } },
  // One parent sees, the other has not confirmed yet.
  { of: 'two-parents', tell: async (w, family, at) => {
    await give(w, family, at)
    await give(w, family, at, { ...other(family), grantedBefore: 3, state: { state: 'pending', cause: 'granted', before: 3 } })
  } },
  // One parent sees; the other brought a court's paper that a second person has to read.
  { of: 'two-parents', tell: async (w, family, at) => {
    await give(w, family, at)
    await writeAsked(w, grantOf(family, {
      ...other(family), basis: 'custody-order', grantedBefore: 0, requestId: stableId('request', 'custody'), state: { state: 'requested', cause: 'second-person', before: 0 },
    }), at)
  } },
  // The state has custody: the agency and the foster mother see, the parent is suspended for review.
  { of: 'one-parent', tell: async (w, family, at) => {
    await give(w, family, at)
    await give(w, family, at, { person: agency, relationship: 'agency', basis: 'state-agency', grantedBefore: 20, reviewIn: 160 })
    await give(w, family, at, { person: foster, relationship: 'foster-parent', basis: 'state-agency', grantedBefore: 18, reviewIn: 160, levelId: 'read-only' })
    await writeStatus(w, family.childId, { kind: 'state-custody', document: 'court-order' }, at)
  } },
  // Adopted: the former family's access has ended and is shown no more; the adopting mother sees.
  { of: 'one-parent', tell: async (w, family, at) => {
    const former = grantOf(family)
    await writeDemoGrant(w, former, at)
    await writeStatus(w, family.childId, { kind: 'adopted', document: 'adoption-decree', formerFamily: { personIds: [personIdOf(former.person)], linkIds: [] } }, at)
    await give(w, family, at, { person: { ...foster, family: 'Kessler', given: 'Naomi', email: 'naomi.kessler@example.org' }, relationship: 'mother', grantedBefore: 15 })
  } },
  // A guardian's order ended four days ago.
  { of: 'one-parent', tell: (w, family, at) => give(w, family, at, { basis: 'guardian-of-minor', relationship: 'guardian', documentEndsIn: -4 }) },
  // Nobody looked at this one in time.
  { of: 'one-parent', tell: (w, family, at) => give(w, family, at, { reviewIn: -3 }) },
  // A grandmother looked after the child for a while.
  { of: 'one-parent', tell: async (w, family, at) => {
    await give(w, family, at)
    await give(w, family, at, { person: dolores, relationship: 'grandparent', basis: 'guardian-of-minor', grantedBefore: 190, state: { state: 'ended', cause: 'revoked', before: 150 } })
  } },
  // A teen lets a parent see everything.
  { key: 'teen-consent', of: 'teen', tell: (w, family, at) => give(w, family, at, { basis: 'teen-consent', grantedBefore: 70, reviewIn: 290 }) },
  // A teen lets a parent see one confidential service line; the age band still closes it.
  { of: 'teen', tell: async (w, family, at) => {
    await give(w, family, at)
    await w.insert(w.t.minorConsents).values({
      id: stableId('consent', family.childId), patientId: family.childId, personId: personIdOf(grantOf(family).person), serviceLine: 'sti-care', givenAt: at - 10 * DAY, recordedBy: staffIdOf('carol.weimann'),
    })
  } },
  // A court declared a teen an adult: the parent's access is over.
  { of: 'teen', tell: async (w, family, at) => {
    await give(w, family, at)
    await writeStatus(w, family.childId, { kind: 'emancipated', document: 'court-order' }, at)
  } },
  // A teen who cannot decide: a clinician said so, a second person agreed.
  { of: 'teen', tell: async (w, family, at) => {
    await give(w, family, at, { basis: 'diminished-capacity', grantedBefore: 120, reviewIn: 240 })
    await writeStatus(w, family.childId, { kind: 'diminished-capacity', document: 'clinician-statement' }, at)
  } },
]

/** Each case with a family of its kind on MyChart, those of the first desk before others; whose birthday is near is left out. */
export function casesOf(families: readonly DemoFamily[]): DemoCase[] {
  const free = families.filter((one) => one.portalId === 'mychart-ny-nj' && !one.child.madeFields?.includes('birth date') && one.child.age >= 1)
    .toSorted((a, b) => Number(b.child.site.name === FIRST_DESK) - Number(a.child.site.name === FIRST_DESK))
  return cases.flatMap(({ key, of, tell }) => {
    const place = free.findIndex((one) => kindOf(one) === of)
    const [family] = place < 0 ? [] : free.splice(place, 1)
    return family ? [{ ...(key ? { key } : {}), tell, family }] : []
  })
}

/** Writes what happened. */
export async function writeCases(w: Writer, all: readonly DemoCase[], at: Instant): Promise<void> {
  for (const { tell, family } of all) await tell(w, family, at)
}

/** Childhood with a margin of a year, so that no case turns on a birthday of its own. */
function kindOf({ child, adults }: DemoFamily): Kind | null {
  if (child.age >= 12) return child.age <= 16 ? 'teen' : null
  if (child.age > 10) return null
  return adults.length > 1 ? 'two-parents' : 'one-parent'
}

function grantOf(family: DemoFamily, more: Partial<DemoGrant> = {}): DemoGrant {
  const [first = family.child] = family.adults
  return { patientId: family.childId, portalId: family.portalId, person: personOf(first), relationship: parentOf(first), basis: 'parent', grantedBefore: 200, reviewIn: 400, ...more }
}

function other(family: DemoFamily): Partial<DemoGrant> {
  const second = family.adults[1] ?? family.child
  return { person: personOf(second), relationship: parentOf(second), grantedBefore: 195 }
}

async function give(w: Writer, family: DemoFamily, at: Instant, more: Partial<DemoGrant> = {}): Promise<void> {
  await writeDemoGrant(w, grantOf(family, more), at)
}
