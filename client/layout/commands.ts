import type { Action } from '#domain/actions.ts'
import type { IconName } from '#client/ui/icon-paths.ts'
import { menuGroups, twoPersonActs } from '#client/layout/menu.ts'

/** A thing the palette can do: go somewhere, or act. */
export type PaletteCommand = {
  id: string
  label: string
  icon: IconName
  /** One of these must be more than `-`; none means everybody. */
  needs: readonly Action[]
  to?: string
  act?: 'lock' | 'sign-out' | 'theme' | 'language'
  /** Without anything waiting for this person it is listed as "not now", with this reason. */
  unlessWaiting?: string
}

const pages: PaletteCommand[] = menuGroups
  .flatMap(({ items }) => items)
  .map(({ to, label, icon, needs }) => ({ id: to, label, icon, needs, to }))

/** Everything the palette knows beside people. */
export const commands: readonly PaletteCommand[] = [
  ...pages,
  {
    id: 'approve',
    label: 'palette.approve',
    icon: 'ok',
    needs: twoPersonActs,
    to: '/approvals',
    unlessWaiting: 'palette.nothing_waits',
  },
  { id: 'invite', label: 'palette.invite', icon: 'plus', needs: ['staff.invite'], to: '/staff/invite' },
  { id: 'create-patient', label: 'record.create_short', icon: 'plus', needs: ['patient.create'], to: '/patients/new' },
  { id: 'closed-chart', label: 'record.closed_link', icon: 'shield', needs: ['chart.break-glass'], to: '/patients/closed' },
  { id: 'birthdays', label: 'access.birthdays', icon: 'cake', needs: ['proxy.worklist'], to: '/proxy-access/birthdays' },
  { id: 'proxy-documents', label: 'access.documents_due', icon: 'family', needs: ['proxy.worklist'], to: '/proxy-access/documents' },
  { id: 'service-levels', label: 'palette.service_levels', icon: 'bars', needs: ['service-levels.read'], to: '/dashboards/messages' },
  { id: 'fairness', label: 'palette.fairness', icon: 'scales', needs: ['service-levels.fairness'], to: '/dashboards/fairness' },
  { id: 'enrollment-figures', label: 'figures.title', icon: 'bars', needs: ['enrollment.measure'], to: '/dashboards/enrollment' },
  { id: 'canned-replies', label: 'palette.canned', icon: 'inbox', needs: ['canned-reply.change'], to: '/message-setup/canned' },
  { id: 'registrations', label: 'palette.registrations', icon: 'mail', needs: ['registration.read'], to: '/invitations/registrations' },
  { id: 'shared-contacts', label: 'palette.shared_contacts', icon: 'mail', needs: ['shared-contact.read'], to: '/invitations/shared' },
  { id: 'campaigns', label: 'palette.campaigns', icon: 'mail', needs: ['campaign.read'], to: '/invitations/campaigns' },
  { id: 'new-campaign', label: 'palette.new_campaign', icon: 'plus', needs: ['campaign.run'], to: '/invitations/campaigns/new' },
  { id: 'result-figures', label: 'results.dashboard', icon: 'bars', needs: ['result.measure'], to: '/dashboards/results' },
  { id: 'holds', label: 'results.holds_page', icon: 'held', needs: ['hold.review'], to: '/results/holds' },
  { id: 'missing-labs', label: 'results.missing_title', icon: 'flask', needs: ['missing-lab.read'], to: '/results/missing-labs' },
  { id: 'new-call', label: 'recovery.new_call', icon: 'phone', needs: ['recovery.work'], to: '/recovery/new' },
  { id: 'verify', label: 'palette.verify', icon: 'shield', needs: ['audit.verify'], to: '/audit' },
  { id: 'account', label: 'shell.account', icon: 'key', needs: [], to: '/account' },
  { id: 'states', label: 'palette.states', icon: 'table', needs: [], to: '/states' },
  { id: 'theme', label: 'palette.theme', icon: 'moon', needs: [], act: 'theme' },
  { id: 'language', label: 'palette.language', icon: 'globe', needs: [], act: 'language' },
  { id: 'lock', label: 'shell.lock', icon: 'lock', needs: [], act: 'lock' },
  { id: 'sign-out', label: 'shell.sign_out', icon: 'cross', needs: [], act: 'sign-out' },
]

/** What can be done with the person whose row is chosen. */
export const patientCommands: readonly (Omit<PaletteCommand, 'to' | 'act'> & { part: string })[] = [
  { id: 'open-record', label: 'palette.open_record', icon: 'person', needs: ['patient.read'], part: '' },
  { id: 'enroll', label: 'enroll.page', icon: 'plus', needs: ['patient.enroll'], part: '/enroll' },
  { id: 'enrollment', label: 'palette.enrollment', icon: 'mail', needs: ['enrollment.read'], part: '/enrollment' },
  { id: 'proxy-access', label: 'access.palette_who', icon: 'family', needs: ['proxy.read'], part: '/proxy-access' },
  { id: 'recovery', label: 'recovery.account_recovery', icon: 'key', needs: ['recovery.work'], part: '/recovery' },
  { id: 'patient-messages', label: 'palette.patient_messages', icon: 'inbox', needs: ['message.worklist'], part: '/messages' },
  { id: 'preferences', label: 'palette.preferences', icon: 'mail', needs: ['preference.read'], part: '/preferences' },
  { id: 'access-log', label: 'palette.access_log', icon: 'shield', needs: ['audit.read', 'audit.read-own-team'], part: '/access-log' },
]
