import { allow, deny, type Decision } from '#domain/decision.ts'
import { roles, type Role } from '#domain/roles.ts'

/**
 * What a role may do with an action:
 * `-` no · `Y` yes · `R` yes, with a recorded reason · `S` yes, with a fresh second factor for this one act ·
 * `RS` both · `2` may ask, another person approves · `2S` asks with a fresh second factor, another person approves ·
 * `approve` may approve what others ask.
 */
export const cellSigns = ['-', 'Y', 'R', 'S', 'RS', '2', '2S', 'approve'] as const
export type Cell = (typeof cellSigns)[number]

type Row = { cells: readonly [Cell, Cell, Cell, Cell, Cell, Cell]; source: string; scope?: string }

/** One row: front desk, helpline, clinician, manager, privacy officer, administrator. */
function row(cells: Row['cells'], source = 'security.md §1', scope?: string): Row {
  return { cells, source, scope }
}

const everyone = row(['Y', 'Y', 'Y', 'Y', 'Y', 'Y'], 'own person only')

/** Who may do what: the one table that routes, buttons, tests and the printed documentation read. */
export const actionTable = {
  // Patients
  'patient.search': row(['Y', 'Y', 'Y', 'Y', 'Y', '-']),
  'patient.read': row(['Y', 'Y', 'Y', 'Y', 'R', '-']),
  'patient.create': row(['R', '-', '-', 'R', '-', '-'], 'derived from "Enrol in person"'),
  'patient.edit': row(['R', '-', '-', 'R', '-', '-'], 'derived from "Enrol in person"'),
  'patient.mark-deceased': row(['R', 'R', 'R', 'R', '-', '-'], 'R13: evidence and any desk role'),
  'patient.undo-deceased': row(['2', '2', '2', 'approve', 'approve', '-'], 'R13: undoing needs a second person'),
  'chart.break-glass': row(['R', 'R', 'R', 'R', 'R', '-']),
  'patient.enroll': row(['R', '-', '-', 'R', '-', '-']),
  'contact.change': row(['RS', '-', '-', 'RS', '-', '-'], undefined, 'front desk: the patient is present'),
  'preference.read': row(['Y', 'Y', 'Y', 'Y', 'Y', '-'], 'derived from "Read demographics/portal status"'),
  'preference.set': row(['R', 'R', 'R', 'R', '-', '-'], 'R71: what the patient says, to whom they say it'),
  'patient.export': row(['-', '-', '-', '-', 'RS', '-']),
  'patient.import': row(['-', '-', '-', 'Y', 'Y', '-'], 'security.md §1, more rows'),
  'import.read': row(['-', '-', '-', 'Y', 'Y', 'Y'], 'derived: progress and counts; file names and reports are for who may import'),
  'appointment.read': row(['Y', 'Y', 'Y', 'Y', '-', '-'], 'derived from "Search patients"', 'own sites: a worklist'),
  'enrollment.read': row(['Y', 'Y', 'Y', 'Y', 'Y', '-'], 'derived from "Read demographics/portal status"'),
  'enrollment.continue': row(['Y', '-', '-', 'Y', '-', '-'], 'derived from "Enrol in person": the steps after the start, which takes the reason'),
  'enrollment.show-code': row(['S', '-', '-', 'S', '-', '-'], 'ID-04', 'after recorded photo evidence'),
  'enrollment.undo': row(['R', 'R', '-', 'R', 'R', '-'], 'issue 4: ending what was given by mistake is never held up'),
  'enrollment.measure': row(['-', '-', '-', 'Y', 'Y', '-'], 'product.md §7'),
  // Invitations and recovery
  'invitation.read': row(['Y', 'Y', '-', 'Y', 'Y', '-'], 'derived from "Read demographics/portal status"'),
  'invitation.resend': row(['R', 'R', '-', 'R', '-', '-']),
  'invitation.end': row(['R', 'R', '-', 'R', 'R', '-'], 'derived from "Resend invitation": cancelled, or declined by the patient'),
  'registration.read': row(['Y', 'Y', '-', 'Y', 'Y', '-'], 'R6'),
  'registration.work': row(['R', 'R', '-', 'R', '-', '-'], 'R6, derived from "Resend invitation"'),
  'shared-contact.read': row(['Y', 'Y', '-', 'Y', 'Y', '-'], 'R10'),
  'campaign.read': row(['-', '-', '-', 'Y', 'Y', '-'], 'product.md §2'),
  'campaign.run': row(['-', '-', '-', 'R', '-', '-'], 'product.md §2; security.md §3: mass invite spam'),
  'incident.read': row(['-', '-', '-', '-', 'Y', '-'], 'issue 4'),
  'incident.close': row(['-', '-', '-', '-', 'R', '-'], 'issue 4'),
  'recovery.reset': row(['RS', 'RS', '-', '-', '-', '-'], undefined, 'to a contact point on file'),
  'recovery.reset-after-contact-change': row(['2', '2', '-', 'approve', 'approve', '-']),
  'recovery.restart-enrollment': row(['-', 'RS', '-', '-', '-', '-'], 'security.md §1, more rows'),
  'recovery.read': row(['Y', 'Y', '-', 'Y', 'Y', '-'], 'derived from "Read demographics/portal status"'),
  'recovery.work': row(['Y', 'Y', '-', '-', '-', '-'], 'derived from "Start reset/unlock": find and prove, nothing opens'),
  'recovery.see-document': row(['Y', '-', '-', '-', '-', '-'], 'ID-02: photo ID at the desk', 'the patient is present'),
  'recovery.supervise': row(['-', '-', '-', 'Y', 'Y', '-'], 'issue 7: counts and sentences, nothing compared'),
  'incident.contain': row(['-', '-', '-', '-', 'RS', '-'], 'OP-09: suspend in bulk, notify'),
  // Proxy access
  'proxy.grant': row(['RS', 'RS', '-', 'R', 'R', '-'], undefined, 'consenting adult, or child under 12 with proof'),
  'proxy.grant-disputed': row(['2', '2', '-', 'approve', 'approve', '-'], undefined, 'clinician advises'),
  'proxy.revoke': row(['Y', 'Y', 'Y', 'Y', 'Y', '-']),
  'proxy.read': row(['Y', 'Y', 'Y', 'Y', 'R', '-'], 'as "Read demographics/portal status"'),
  'proxy.worklist': row(['Y', 'Y', 'Y', 'Y', 'Y', '-'], 'derived: who acts sees what waits', 'charts that the reader may know of'),
  'proxy.person': row(['R', 'R', '-', 'R', 'R', '-'], 'derived from "Grant proxy"', 'found before created'),
  'proxy.review': row(['R', 'R', '-', 'R', 'R', '-'], 'PX-03: end or review date', 'what one person may grant'),
  'proxy.legal-status': row(['2', '2', '-', 'approve', 'approve', '-'], 'R33, as "Grant proxy: court order, incapacity"'),
  'proxy.minor-consent': row(['R', '-', 'R', '-', '-', '-'], 'R31: the minor says so to whom they sit with'),
  'block.set': row(['R', 'R', 'R', 'R', 'R', '-'], 'T2: closing is always safe'),
  'block.read': row(['-', '-', '-', '-', 'Y', '-'], 'T2: the reason is for the privacy officer'),
  'block.decide': row(['-', '-', '-', '-', 'R', '-'], 'T2: requests that a block holds'),
  'block.lift': row(['-', '-', '-', '2', 'approve', '-'], 'T2, AZ-06: opening takes two'),
  'contact.suppress': row(['R', 'R', 'R', 'R', 'R', '-'], 'R71, T2: closing is always safe'),
  'letter.print': row(['Y', 'Y', '-', 'Y', 'Y', '-'], 'derived from "Grant proxy"'),
  // Messages
  'message.worklist': row(['Y', 'Y', 'Y', 'Y', 'Y', '-'], 'security.md §1: manager and privacy officer see metadata', 'own pools'),
  'message.open': row(['Y', 'Y', 'Y', 'R', 'R', '-'], 'security.md §1, "Read message body"', 'front desk: own administrative pools; others: own pools'),
  'message.read': row(['-', 'Y', 'Y', 'R', 'R', '-'], undefined, 'own pools; manager sees metadata without a reason'),
  'message.claim': row(['Y', 'Y', 'Y', '-', '-', '-'], 'security.md §1, "Claim/reply admin message"', 'own pools; clinical pools: clinicians'),
  'message.reply-administrative': row(['Y', 'Y', 'Y', '-', '-', '-'], undefined, 'own pools'),
  'message.reply-clinical': row(['-', '-', 'Y', '-', '-', '-']),
  'message.note': row(['Y', 'Y', 'Y', 'Y', '-', '-'], 'derived from "Claim/reply admin message"', 'own pools'),
  'message.forward': row(['Y', 'Y', 'Y', 'Y', '-', '-'], 'product.md §5', 'own pools'),
  'message.reassign': row(['-', '-', 'Y', 'Y', '-', '-'], undefined, 'clinician: own threads'),
  'message.move': row(['R', 'R', 'R', 'R', '-', '-'], 'issue 6: a message about the wrong patient', 'own pools'),
  'message.bulk': row(['-', '-', '-', 'Y', '-', '-'], 'issue 6, derived from "Reassign, change SLA pool"'),
  'canned-reply.read': row(['Y', 'Y', 'Y', 'Y', '-', '-'], 'derived from "Claim/reply admin message"'),
  'canned-reply.change': row(['-', '-', '-', 'Y', '-', '-'], 'issue 6: a manager’s editor'),
  'queue.read': row(['Y', 'Y', 'Y', 'Y', 'Y', 'Y'], 'derived: names and members, no patient data'),
  'queue.change': row(['-', '-', '-', 'Y', '-', 'Y'], 'security.md §1: change SLA pool; product.md, administrator'),
  'routing.change': row(['-', '-', '-', 'Y', '-', 'Y'], 'as queue.change'),
  'calendar.change': row(['-', '-', '-', 'Y', '-', 'Y'], 'R50: hours unless a site says otherwise'),
  // Results
  'result.see-held': row(['-', 'Y', 'Y', 'Y', '-', '-'], undefined, 'helpline and manager: a count'),
  'result.release': row(['-', '-', 'R', '-', '-', '-'], undefined, 'own or covering prescriber'),
  'result.release-sensitive': row(['-', '-', 'RS', '-', '-', '-'], undefined, 'one by one'),
  'result.read': row(['-', '-', 'Y', '-', '-', '-'], undefined, 'own or covering; a closed chart by break-glass'),
  'result.hold': row(['-', '-', 'RS', '-', '-', '-'], 'security.md §1; R68', 'own or covering prescriber'),
  'result.work': row(['-', '-', 'R', '-', '-', '-'], 'derived from "Read/release/hold a result"', 'own or covering prescriber'),
  'result.comment': row(['-', '-', 'Y', '-', '-', '-'], 'security.md §1: clinical staff comment', 'own, covering or care team'),
  'result.recall': row(['-', '-', 'R', '-', '-', '-'], 'R68: after release only a recall', 'own or covering prescriber'),
  'result.wish': row(['-', '-', 'R', '-', '-', '-'], 'R68: the patient’s own request', 'own or covering'),
  'result.measure': row(['-', '-', '-', 'Y', 'Y', '-'], 'product.md §7', 'counts only'),
  'result.unowned': row(['-', '-', '-', 'Y', '-', '-'], 'derived: no result without somebody who looks after it; nothing of what it says'),
  'result.assign': row(['-', '-', '-', 'R', '-', '-'], 'derived: no result without somebody who looks after it; nothing of what it says'),
  'test-kind.read': row(['-', '-', '-', 'Y', 'Y', '-'], 'product.md §6: categories with their evidence', 'names of tests and counts; no patient data'),
  'test-kind.say': row(['-', '-', '-', 'RS', '-', '-'], 'product.md §6: the manager may correct a category'),
  'hold.review': row(['-', '-', '-', '-', 'R', '-'], 'R68: every hold can be shown with its evidence'),
  'sharing.read': row(['-', '-', 'Y', '-', '-', '-'], 'R67', 'own or covering'),
  'sharing.change': row(['-', '-', 'R', '-', '-', '-'], 'R67', 'author; a diagnosis: own or covering'),
  'missing-lab.read': row(['-', 'Y', 'Y', 'Y', '-', '-'], 'R65: a support case'),
  'missing-lab.close': row(['-', 'R', 'R', 'R', '-', '-'], 'R65: a support case'),
  'lab-message.read': row(['-', '-', '-', 'Y', 'Y', 'Y'], 'as outbox.read: no content'),
  // Oversight
  'service-levels.read': row(['-', 'Y', 'Y', 'Y', 'Y', '-'], undefined, 'helpline and clinician: own'),
  'service-levels.export': row(['-', '-', '-', 'Y', 'Y', '-'], 'issue 6: figures, no patient data'),
  'service-levels.fairness': row(['-', '-', '-', 'Y', 'Y', '-'], 'security.md §1: cells under 5 people not split by patient traits'),
  'audit.read': row(['-', '-', '-', '-', 'Y', '-']),
  'audit.read-own-team': row(['-', '-', '-', 'Y', 'Y', '-'], undefined, 'no patient data'),
  'audit.verify': row(['-', '-', '-', '-', 'Y', '-'], 'AD-05'),
  'audit.alter': row(['-', '-', '-', '-', '-', '-']),
  // Staff and settings
  'staff.read': row(['-', '-', '-', 'Y', 'Y', 'Y'], 'derived from "Create/disable staff"'),
  'staff.invite': row(['-', '-', '-', '-', 'approve', '2']),
  'staff.resend-invitation': row(['-', '-', '-', '-', '-', 'Y'], 'derived: to the address that two persons agreed on'),
  'staff.change-roles': row(['-', '-', '-', '-', 'approve', '2S'], 'security.md §1, AU-12', 'never oneself'),
  'staff.enable': row(['-', '-', '-', '-', 'approve', '2'], undefined, 'never oneself'),
  'staff.disable': row(['-', '-', '-', '-', 'R', 'R'], 'decision 0006: at once, never oneself'),
  'staff.end-sessions': row(['-', '-', '-', '-', 'Y', 'Y'], 'AU-11'),
  'staff.change-sites': row(['-', '-', '-', '-', '-', 'Y'], 'derived: sites limit worklists, not look-up'),
  'staff.reset-second-factor': row(['-', '-', '-', '-', 'approve', '2S'], 'AU-14, AU-12', 'never oneself'),
  'staff.reset-password': row(['-', '-', '-', '-', 'approve', '2S'], 'AU-14, AU-12', 'never oneself'),
  'practitioner.read': row(['-', '-', 'Y', 'Y', 'Y', 'Y'], 'security.md §1: matched by NPI, else by hand on a worklist'),
  'practitioner.match': row(['-', '-', '-', '-', '-', 'Y'], 'security.md §1', 'never oneself'),
  'cover.set': row(['-', '-', 'Y', 'Y', '-', '-'], 'security.md §1: covers (from, to, by whom)', 'clinician: own absence'),
  'site.read': row(['Y', 'Y', 'Y', 'Y', 'Y', 'Y'], 'derived: worklists are by site'),
  'site.change': row(['-', '-', '-', '-', '-', 'Y'], 'product.md, administrator'),
  'portal.read': row(['Y', 'Y', 'Y', 'Y', 'Y', 'Y'], 'derived: rules are no secret'),
  'policy.change': row(['-', '-', '-', '2', 'approve', '-']),
  'outbox.read': row(['-', '-', '-', 'Y', 'Y', 'Y'], 'security.md §1: recipients masked for the administrator'),
  'outbox.retry': row(['-', '-', '-', '-', '-', 'Y'], 'derived: running the machine'),
  'job.read': row(['-', '-', '-', 'Y', 'Y', 'Y'], 'derived'),
  'system.read': row(['-', '-', '-', '-', 'Y', 'Y'], 'derived: health of the machine, no patient data'),
  'backup.run': row(['-', '-', '-', '-', '-', '-'], 'command line only'),
  // One's own person
  'two-person.read': row(['Y', 'Y', 'Y', 'Y', 'Y', 'Y'], 'AZ-06: own requests, and those one may approve'),
  'two-person.approve': row(['-', '-', '-', 'S', 'S', '-'], 'AZ-06, AU-12: where the row of the act says approve'),
  'two-person.decline': row(['-', '-', '-', 'Y', 'Y', '-'], 'AZ-06: where the row of the act says approve'),
  'two-person.withdraw': everyone,
  'session.own': everyone,
  'account.own': everyone,
  'account.renew-recovery-codes': row(['S', 'S', 'S', 'S', 'S', 'S'], 'AU-02, AU-12', 'own person only'),
  'live.listen': everyone,
} as const satisfies Record<string, Row>

export type Action = keyof typeof actionTable
export const actions = Object.keys(actionTable) as Action[]

/** The cell of one role. */
export function cellOf(action: Action, role: Role): Cell {
  return actionTable[action].cells[roles.indexOf(role)] ?? '-'
}

/** What each action needs of the person, as few hurdles as any of the roles gives. Approving is kept apart. */
const easiestFirst: readonly Cell[] = ['Y', 'R', 'S', 'RS', '2', '2S', 'approve', '-']

/** The cell of a person with several roles: the union of rights, the easiest way that one role gives. */
export function cellFor(action: Action, held: readonly Role[]): Cell {
  const cells = held.map((role) => cellOf(action, role))
  return easiestFirst.find((cell) => cells.includes(cell)) ?? '-'
}

/** Whether one of the roles may approve what others ask under this action. */
export function mayApprove(action: Action, held: readonly Role[]): boolean {
  return held.some((role) => cellOf(action, role) === 'approve')
}

/** The roles that can carry out or ask for an action, for "who can". */
export function rolesThatMay(action: Action): Role[] {
  return roles.filter((role) => !['-', 'approve'].includes(cellOf(action, role)))
}

/** What came with the request. */
export type Hurdles = { reasonGiven: boolean; stepUpFresh: boolean }

/** Whether a person with these roles may act now (AZ-01, AU-12). Asking for a second person (`2`, `2S`) passes here. */
export function roleMay(action: Action, held: readonly Role[], hurdles: Hurdles): Decision {
  const cell = cellFor(action, held)
  if (cell === '-' || cell === 'approve') {
    return deny('ROLE_MAY_NOT', { who: rolesThatMay(action).join(', ') || 'nobody' })
  }
  if ((cell === 'R' || cell === 'RS') && !hurdles.reasonGiven) return deny('REASON_NEEDED')
  if ((cell === 'S' || cell === 'RS' || cell === '2S') && !hurdles.stepUpFresh) return deny('STEP_UP_NEEDED')
  return allow
}
