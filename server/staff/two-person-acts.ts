import { changeRolesAct } from '#server/staff/change-roles.ts'
import { enableStaffAct } from '#server/staff/enable-staff.ts'
import { inviteStaffAct } from '#server/staff/invite-staff.ts'
import { resetPasswordAct } from '#server/staff/reset-password.ts'
import { resetSecondFactorAct } from '#server/staff/reset-second-factor.ts'
import { forInbox, type AnyTwoPersonAct } from '#server/two-person/two-person.ts'

/** What of this room takes two persons. */
export const staffActs: readonly AnyTwoPersonAct[] = [
  forInbox(inviteStaffAct), forInbox(changeRolesAct), forInbox(enableStaffAct), forInbox(resetSecondFactorAct), forInbox(resetPasswordAct),
]
