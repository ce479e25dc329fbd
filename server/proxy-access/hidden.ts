import { isFormerFamily } from '#domain/access/legal.ts'
import type { Basis } from '#domain/access/bases.ts'
import { statusFacts, type GrantRow, type RecordAccess } from '#db/access-facts.ts'
import type { StaffActor } from '#server/http/act.ts'

/** The grants that this person is shown: those of a family before an adoption are for the privacy officer alone (R33). */
export function shownGrants(access: RecordAccess, actor: Pick<StaffActor, 'roles'>): GrantRow[] {
  if (actor.roles.includes('privacy-officer')) return access.grants
  const adoptions = access.legalStatuses.filter((one) => one.kind === 'adopted' && one.endedAt === null).map(statusFacts)
  return access.grants.filter((grant) => !adoptions.some((status) => isFormerFamily({ ...grant, basis: grant.basis as Basis }, status)))
}
