import type { Action, Cell } from '#domain/actions.ts'
import type { IconName } from '#client/ui/icon-paths.ts'

export type MenuItem = {
  to: string
  label: string
  icon: IconName
  /** The letter after `g` that jumps here. */
  jump: string
  /** One of these must be more than `-`; none means everybody. */
  needs: readonly Action[]
}

export type MenuGroup = { title: string | null; items: readonly MenuItem[] }

/** Acts of this console that a second person approves. */
export const twoPersonActs: readonly Action[] = ['staff.invite', 'staff.change-roles', 'staff.enable', 'staff.reset-second-factor', 'patient.undo-deceased', 'proxy.grant-disputed', 'proxy.legal-status', 'block.lift', 'recovery.reset-after-contact-change']
const oversight: readonly Action[] = ['staff.read']

export const menuGroups: readonly MenuGroup[] = [
  {
    title: null,
    items: [
      { to: '/', label: 'shell.home', icon: 'home', jump: 'h', needs: [] },
      { to: '/patients', label: 'shell.patients', icon: 'people', jump: 'p', needs: ['patient.search'] },
      { to: '/results', label: 'results.title', icon: 'flask', jump: 'e', needs: ['result.read'] },
      { to: '/messages', label: 'shell.messages', icon: 'chat', jump: 't', needs: ['message.worklist'] },
      { to: '/recovery', label: 'recovery.title', icon: 'key', jump: 'y', needs: ['recovery.read'] },
      { to: '/invitations', label: 'invitations.title', icon: 'mail', jump: 'n', needs: ['invitation.read'] },
      { to: '/proxy-access', label: 'access.tab', icon: 'family', jump: 'x', needs: ['proxy.worklist'] },
      { to: '/results/unowned', label: 'results.unowned', icon: 'flask', jump: 'w', needs: ['result.assign'] },
      { to: '/approvals', label: 'shell.approvals', icon: 'inbox', jump: 'a', needs: twoPersonActs },
      { to: '/dashboards', label: 'shell.dashboards', icon: 'bars', jump: 'd', needs: ['service-levels.read', 'enrollment.measure', 'result.measure'] },
    ],
  },
  {
    title: 'shell.administration',
    items: [
      { to: '/staff', label: 'shell.staff', icon: 'person', jump: 's', needs: ['staff.read'] },
      { to: '/practitioners', label: 'shell.practitioners', icon: 'pulse', jump: 'c', needs: ['practitioner.read'] },
      { to: '/sites', label: 'shell.sites', icon: 'building', jump: 'i', needs: oversight },
      { to: '/portals', label: 'shell.portals', icon: 'gear', jump: 'r', needs: oversight },
      { to: '/message-setup', label: 'shell.message_setup', icon: 'inbox', jump: 'q', needs: ['queue.change', 'canned-reply.change'] },
      { to: '/outbox', label: 'shell.outbox', icon: 'mail', jump: 'o', needs: ['outbox.read'] },
      { to: '/imports', label: 'shell.imports', icon: 'table', jump: 'm', needs: ['import.read'] },
      { to: '/jobs', label: 'shell.jobs', icon: 'clock', jump: 'j', needs: ['job.read'] },
    ],
  },
  {
    title: 'shell.privacy',
    items: [
      { to: '/audit', label: 'shell.audit', icon: 'shield', jump: 'u', needs: ['audit.read', 'audit.read-own-team'] },
      { to: '/incidents', label: 'incidents.title', icon: 'flag', jump: 'f', needs: ['incident.read'] },
    ],
  },
]

/** Whether the person may open a screen that needs one of these actions. */
export function mayOpen(needs: readonly Action[], may: Record<Action, Cell>): boolean {
  return needs.length === 0 || needs.some((action) => may[action] !== '-')
}

/** The groups a person sees: only what the roles may open, and no empty group. */
export function menuFor(may: Record<Action, Cell>): MenuGroup[] {
  return menuGroups
    .map(({ title, items }) => ({ title, items: items.filter(({ needs }) => mayOpen(needs, may)) }))
    .filter(({ items }) => items.length > 0)
}

/** Whether the open screen belongs to a menu item. */
export function isOpen(item: MenuItem, pathname: string): boolean {
  return item.to === '/' ? pathname === '/' : pathname === item.to || pathname.startsWith(`${item.to}/`)
}
