import { allow, deny, type Decision } from '#domain/decision.ts'
import { rolesThatMay, type Action, type Cell } from '#domain/actions.ts'
import type { Command } from '#client/layout/data-provider.ts'
import type { StaffRecord } from '#domain/contracts/staff.ts'

/** What may be done with a member of staff from the record. */
export type StaffActName = 
  | 'resend-invitation' | 'change-roles' | 'change-sites' | 'reset-second-factor' | 'reset-password' | 'end-sessions' | 'enable' | 'disable'

type StaffAct = {
  name: StaffActName
  action: Action
  /** Whether it makes sense in the person's state. */
  fits: (member: StaffRecord) => boolean
  /** A second person decides; the button asks. */
  asks: boolean
  /** Recorded without words. */
  wordless?: boolean
  danger?: boolean
}

export const staffActs: readonly StaffAct[] = [
  { name: 'resend-invitation', action: 'staff.resend-invitation', fits: (member) => member.status === 'invited', asks: false, wordless: true },
  { name: 'change-roles', action: 'staff.change-roles', fits: (member) => member.status !== 'disabled', asks: true },
  { name: 'change-sites', action: 'staff.change-sites', fits: (member) => member.status !== 'disabled', asks: false },
  { name: 'reset-second-factor', action: 'staff.reset-second-factor', fits: (member) => member.hasSecondFactor, asks: true },
  { name: 'reset-password', action: 'staff.reset-password', fits: (member) => member.status === 'active', asks: true },
  { name: 'end-sessions', action: 'staff.end-sessions', fits: (member) => member.openSessions > 0, asks: false, wordless: true },
  { name: 'enable', action: 'staff.enable', fits: (member) => member.status === 'disabled', asks: true },
  { name: 'disable', action: 'staff.disable', fits: (member) => member.status !== 'disabled', asks: false, danger: true },
]

/** Acts that nobody does on their own person; sessions and sites are no rights. */
const neverOneself: ReadonlySet<StaffActName> = new Set(['change-roles', 'enable', 'disable', 'reset-second-factor', 'reset-password'])

/** Whether the signed-in person may press this button now, and why not. The server decides again. */
export function mayActOn(act: StaffAct, member: StaffRecord, me: string, cell: Cell, roleName: (role: string) => string): Decision {
  if (cell === '-' || cell === 'approve') return deny('ROLE_MAY_NOT', { who: rolesThatMay(act.action).map(roleName).join(', ') })
  if (member.id === me && neverOneself.has(act.name)) return deny('OWN_RIGHTS')
  return allow
}

/** The command behind an act that needs nothing but a reason. */
export function plainCommand({ name, action }: StaffAct, member: StaffRecord, reason: string): Command {
  const body = reason ? { reason } : {}
  return { path: `/staff/${member.id}/${name}`, body, version: member.version, stepUp: { action, objectId: member.id } }
}
