import { and, eq, inArray, isNull } from 'drizzle-orm'
import { isFormerFamily } from '#domain/access/legal.ts'
import type { Basis } from '#domain/access/bases.ts'
import { statusFacts, type GrantRow, type RecordAccess } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import type { StaffActor } from '#server/http/act.ts'

/** The grants that this person is shown: those of a family before an adoption are for the privacy officer alone (R33). */
export function shownGrants(access: RecordAccess, actor: Pick<StaffActor, 'roles'>): GrantRow[] {
  if (actor.roles.includes('privacy-officer')) return access.grants
  const adoptions = access.legalStatuses.filter((one) => one.kind === 'adopted' && one.endedAt === null).map(statusFacts)
  return access.grants.filter((grant) => !adoptions.some((status) => isFormerFamily({ ...grant, basis: grant.basis as Basis }, status)))
}

/** Ids of those hidden grants for lists that go over many records, or over one: an adoption is rare, the list is short. */
export async function hiddenGrantIds(db: Reader, actor: Pick<StaffActor, 'roles'>, patientId?: string): Promise<string[]> {
  if (actor.roles.includes('privacy-officer')) return []
  const { legalStatuses: s, proxyGrants: g } = db.t
  const adoptions = await db.select().from(s).where(and(eq(s.kind, 'adopted'), isNull(s.endedAt), patientId === undefined ? undefined : eq(s.patientId, patientId)))
  if (adoptions.length === 0) return []
  const grants = await db.select().from(g).where(inArray(g.patientId, [...new Set(adoptions.map((one) => one.patientId))]))
  const isHidden = (grant: GrantRow) => adoptions.some((one) => one.patientId === grant.patientId && isFormerFamily({ ...grant, basis: grant.basis as Basis }, statusFacts(one)))
  return grants.filter(isHidden).map((grant) => grant.id)
}
