import { mayApprove } from '#domain/actions.ts'
import { allow, deny, type Decision } from '#domain/decision.ts'
import type { ClinicianKind, Role } from '#domain/roles.ts'

export type StaffStatus = 'invited' | 'active' | 'disabled'
export type StaffFacts = { id: string; status: StaffStatus; roles: readonly Role[] }

/** How many other people are active in the two roles that the practice cannot be without. */
export type OtherHolders = { administrators: number; privacyOfficers: number }

/** Whether the practice can spare this person in the roles that they would lose (AZ-07). */
export function canSpare(person: StaffFacts, rolesLeft: readonly Role[], others: OtherHolders): Decision {
  const loses = (role: Role) => person.status === 'active' && person.roles.includes(role) && !rolesLeft.includes(role)
  if (loses('administrator') && others.administrators === 0) return deny('LAST_ADMINISTRATOR')
  if (loses('privacy-officer') && others.privacyOfficers === 0) return deny('LAST_PRIVACY_OFFICER')
  return allow
}

/** Whether one person may take another's access away at once: never one's own, never the last of a needed role (decision 0006). */
export function canDisable(actorId: string, person: StaffFacts, others: OtherHolders): Decision {
  if (actorId === person.id) return deny('OWN_RIGHTS')
  if (person.status === 'disabled') return deny('ALREADY_DONE')
  return canSpare(person, [], others)
}

/** A clinician is a prescriber or clinical staff; nobody else is either. */
export function clinicianKindFits(roles: readonly Role[], kind: ClinicianKind | null): boolean {
  return roles.includes('clinician') === (kind !== null)
}

/**
 * Whether an administrator may invite alone: a privacy officer and nothing else, while no privacy officer has ever
 * joined. Without this nobody could approve the first one (decision 0006).
 */
export function mayInviteAlone(roles: readonly Role[], privacyOfficersEverJoined: number): boolean {
  return privacyOfficersEverJoined === 0 && roles.length === 1 && roles.every((role) => mayApprove('staff.invite', [role]))
}

/** Whether two sets of roles are the same, in whatever order. */
export function sameRoles(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role))
}
