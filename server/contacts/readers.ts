import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { OtherReader } from '#domain/enrollment/contact-check.ts'
import { displayName } from '#domain/names.ts'
import type { Instant } from '#domain/time.ts'
import { householdPatientIds } from '#db/household.ts'
import type { Reader } from '#db/store.ts'
import type { PortalNow } from '#server/contacts/portal-now.ts'

/** Somebody else who may read a contact, with what a desk may be told of them. */
export type KnownReader = OtherReader & { patientId: string | null; name: string; relationship: string | null; isRestricted: boolean }

/** People who happen to have the same contact, at most: a switchboard's number is nobody's household. */
const MOST_STRANGERS = 20
const OPEN_GRANTS = ['requested', 'held', 'pending', 'active', 'suspended']
const CAREGIVERS = ['guardian', 'legal-guardian', 'legal-caregiver', 'conservator']
const GUARDIAN_BASES = ['adult-guardian', 'diminished-capacity']
const GUARANTORS = ['guarantor', 'policy-holder', 'subscriber']

type Scene = { patientId: string; portal: PortalNow; at: Instant }

/**
 * Who may read what this patient reads: holders and askers of proxy access, guarantors, the household, and whoever else has
 * a contact that reaches the same mailbox or line (`reachKeys`), found by index. A proxy comes before a relative.
 */
export async function readersOf(db: Reader, scene: Scene, reachKeys: readonly string[]): Promise<KnownReader[]> {
  const proxies = await proxiesOf(db, scene)
  const kin = await kinOf(db, scene.patientId)
  const strangers = await strangersWith(db, scene.patientId, reachKeys)
  const ids = [...new Set([...proxies.flatMap((one) => one.patientId ?? []), ...kin.keys(), ...strangers])]
  const people = await peopleOf(db, ids, scene)
  const asProxy = proxies.map((proxy): KnownReader => {
    const own = proxy.patientId === null ? undefined : people.get(proxy.patientId)
    return {
      relation: 'proxy', relationship: proxy.relationship, patientId: proxy.patientId, name: own?.name ?? proxy.name,
      isRestricted: own?.isRestricted ?? false, age: own?.age ?? proxy.age, isOnPortal: own?.isOnPortal ?? false,
      isLegalCaregiver: GUARDIAN_BASES.includes(proxy.basis), contacts: [...proxy.contacts, ...(own?.contacts ?? [])],
    }
  })
  const named = new Set(asProxy.flatMap((one) => one.patientId ?? []))
  const others = ids.filter((id) => !named.has(id)).flatMap((id): KnownReader[] => {
    const person = people.get(id)
    const relationship = kin.get(id) ?? null
    if (!person) return []
    const relation = relationship === null ? 'another-adult' : GUARANTORS.includes(relationship) ? 'guarantor' : 'household'
    return [{ ...person, relation, relationship, isLegalCaregiver: relationship !== null && CAREGIVERS.includes(relationship) }]
  })
  return [...asProxy, ...others]
}

async function proxiesOf(db: Reader, { patientId, portal, at }: Scene) {
  const { proxyGrants: g, proxyPersons: p } = db.t
  const rows = await db.select({ grant: g, person: p }).from(g).innerJoin(p, eq(p.id, g.personId))
    .where(and(eq(g.patientId, patientId), inArray(g.state, OPEN_GRANTS))).orderBy(asc(g.createdAt), asc(g.id))
  return rows.map(({ grant, person }) => ({
    patientId: person.patientId, name: displayName(person), relationship: grant.relationship, basis: grant.basis,
    age: person.birthDate === null ? null : ageAt(person.birthDate, at, portal.policy.timeZone),
    contacts: [
      ...(person.email === null ? [] : [{ kind: 'email' as const, value: person.email }]),
      ...(person.phone === null ? [] : [{ kind: 'phone' as const, value: person.phone }]),
    ],
  }))
}

/** Charts of the household, and what each is to the patient where a link says it; others of the household are `household`. */
async function kinOf(db: Reader, patientId: string): Promise<Map<string, string>> {
  const { householdLinks: h } = db.t
  const kin = new Map((await householdPatientIds(db, patientId)).map((id) => [id, 'household']))
  const links = await db.select().from(h).where(or(eq(h.patientId, patientId), eq(h.relatedPatientId, patientId))).orderBy(asc(h.id))
  for (const link of links) {
    if (link.patientId === patientId && link.relatedPatientId !== null) kin.set(link.relatedPatientId, link.relationship)
    // Whose guardian the patient is, is their ward: the same rule lets them share (R9).
    else if (link.relatedPatientId === patientId) kin.set(link.patientId, CAREGIVERS.includes(link.relationship) ? link.relationship : 'household')
  }
  return kin
}

async function strangersWith(db: Reader, patientId: string, reachKeys: readonly string[]): Promise<string[]> {
  if (reachKeys.length === 0) return []
  const { patientContacts: c } = db.t
  const rows = await db.selectDistinct({ id: c.patientId }).from(c)
    .where(and(inArray(c.reachKey, [...reachKeys]), isNull(c.retiredAt), ne(c.patientId, patientId))).orderBy(asc(c.patientId)).limit(MOST_STRANGERS)
  return rows.map((row) => row.id)
}

async function peopleOf(db: Reader, ids: readonly string[], { portal, at }: Scene) {
  const { patients: p, patientContacts: c, portalAccounts: a } = db.t
  if (ids.length === 0) return new Map<string, Pick<KnownReader, 'patientId' | 'name' | 'age' | 'isOnPortal' | 'isRestricted' | 'contacts'>>()
  const rows = await db.select().from(p).where(inArray(p.id, [...ids]))
  const contacts = await db.select({ patientId: c.patientId, kind: c.kind, value: c.value }).from(c).where(and(inArray(c.patientId, [...ids]), isNull(c.retiredAt)))
  const accounts = await db.select({ patientId: a.patientId }).from(a).where(and(inArray(a.patientId, [...ids]), eq(a.portalId, portal.id), inArray(a.state, ['active', 'invited'])))
  const onPortal = new Set(accounts.map((one) => one.patientId))
  // Nobody reads the mail of the dead but their family: a dead person's address is nobody's obstacle.
  return new Map(rows.filter((row) => !row.deceased).map((row) => [row.id, {
    patientId: row.id, name: displayName(row), age: ageAt(row.birthDate, at, portal.policy.timeZone), isOnPortal: onPortal.has(row.id),
    isRestricted: row.restricted,
    contacts: contacts.filter((one) => one.patientId === row.id).map((one) => ({ kind: one.kind === 'email' ? 'email' as const : 'phone' as const, value: one.value })),
  }]))
}
