import { z } from 'zod'
import { proxyEvents } from '#domain/access/audit-events.ts'
import { count, event, id } from '#domain/audit-event.ts'
import { messageEvents } from '#domain/messages/audit-events.ts'
import { wishChannels, wishKinds, wishSources } from '#domain/preferences.ts'
import { recoveryEvents } from '#domain/recovery/audit-events.ts'
import type { ReasonCode } from '#domain/reasons.ts'

/**
 * Every event that can be written, with the only fields it may carry (AD-02, AD-04).
 * No patient data and no free text beyond a bounded reason: ids, counts, codes, keyed hashes.
 */
export const auditEvents = {
  // Sign-in and sessions
  'session.signed-in': event({ type: 'login', action: 'E' }, { method: z.enum(['totp', 'recovery-code', 'demo-desk', 'set-up', 'invitation']) }),
  'session.password-accepted': event({ type: 'login', action: 'E' }, {}),
  'session.sign-in-refused': event({ type: 'login', action: 'E' }, { step: z.enum(['password', 'second-factor', 'link']), accountHash: id }),
  'session.ended': event({ type: 'login', action: 'E' }, { reason: z.string().max(40), sessions: count }),
  'session.step-up': event({ type: 'login', action: 'E' }, { action: z.string().max(60) }),
  // The order of requests
  'access.refused': event({ type: 'refusal', action: 'E' }, { route: z.string().max(120), action: z.string().max(60) }),
  'act.refused': event({ type: 'refusal', action: 'E' }, { route: z.string().max(120), action: z.string().max(60) }),
  // Patients
  'patient.searched': event({ type: 'query', action: 'E' }, {
    termsHash: id, terms: count, hits: count, ids: z.array(id).max(100), kinds: z.string().max(60),
  }),
  'patient.read': event({ type: 'read', action: 'R' }, { part: z.string().max(40), reason: z.string().max(500).optional() }),
  'appointment.listed': event({ type: 'query', action: 'E' }, { siteId: id, day: z.string().max(10), hits: count, ids: z.array(id).max(200) }),
  'chart.break-glass': event({ type: 'read', action: 'R' }, {
    kind: z.string().max(40), reason: z.string().max(500), minutes: count, cause: z.enum(['restricted', 'own-or-household']),
  }),
  'patient.created': event({ type: 'write', action: 'C' }, {
    reason: z.string().max(500), lookAlikeIds: z.array(id).max(20), override: z.string().max(500).optional(),
  }),
  'patient.edited': event({ type: 'write', action: 'U' }, { fields: z.string().max(300), reason: z.string().max(500) }),
  'patient.difference-settled': event({ type: 'write', action: 'U' }, { field: z.string().max(40), taken: z.enum(['desk', 'feed']), reason: z.string().max(500) }),
  'contact.changed': event({ type: 'write', action: 'U' }, {
    kind: z.enum(['phone', 'email']), retiredId: id.nullable(), addedId: id.nullable(), told: count, patientPresent: z.boolean(), reason: z.string().max(500),
  }),
  'opt-out.recorded': event({ type: 'write', action: 'C' }, {
    portalId: z.string().max(100), channel: z.enum(wishChannels), kind: z.enum(wishKinds), source: z.enum(wishSources), reason: z.string().max(500),
  }),
  'opt-out.ended': event({ type: 'write', action: 'U' }, { portalId: z.string().max(100), channel: z.enum(wishChannels), kind: z.enum(wishKinds), reason: z.string().max(500) }),
  'patient.marked-deceased': event({ type: 'write', action: 'U' }, { accountsSuspended: count, accountsEnded: count, reason: z.string().max(500) }),
  'patient.deceased-undone': event({ type: 'write', action: 'U' }, { accountsReturned: count }),
  // Enrollment. Codes, links, answers and document numbers are in none of these.
  'enrollment.started': event({ type: 'write', action: 'C' }, { portalId: id, reason: z.string().max(500) }),
  'enrollment.listed': event({ type: 'query', action: 'E' }, { hits: count, ids: z.array(id).max(100) }),
  'enrollment.identity-recorded': event({ type: 'write', action: 'U' }, { withPhoto: z.boolean() }),
  'enrollment.contact-checked': event({ type: 'read', action: 'R' }, { kind: z.enum(['phone', 'email']), usable: z.boolean(), code: z.string().max(60).nullable() }),
  'enrollment.contact-settled': event({ type: 'write', action: 'U' }, { way: z.string().max(40), contactId: id.nullable() }),
  'enrollment.hand-over-chosen': event({ type: 'write', action: 'U' }, { handOver: z.string().max(20) }),
  'enrollment.code-shown': event({ type: 'write', action: 'C' }, { codeId: id, endedCodes: count, told: count }),
  'enrollment.sheet-printed': event({ type: 'read', action: 'R' }, { language: z.string().max(5), withCode: z.boolean() }),
  'enrollment.left': event({ type: 'write', action: 'U' }, {}),
  'enrollment.taken-up': event({ type: 'write', action: 'U' }, { before: id.nullable() }),
  'enrollment.ended': event({ type: 'write', action: 'U' }, { state: z.string().max(20), reason: z.string().max(60).nullable(), note: z.string().max(300).nullable() }),
  'enrollment.undone': event({ type: 'write', action: 'U' }, {
    portalId: id, cause: z.string().max(40), codes: count, invitation: z.boolean(), account: z.boolean(), sessions: count, incidentId: id, reason: z.string().max(500),
  }),
  'enrollment.measured': event({ type: 'query', action: 'E' }, { from: z.string().max(10), to: z.string().max(10), what: z.string().max(40), hits: count, ids: z.array(id).max(100) }),
  'contact-sharing.listed': event({ type: 'query', action: 'E' }, { hits: count, ids: z.array(id).max(200) }),
  'invitation.listed': event({ type: 'query', action: 'E' }, { hits: count, ids: z.array(id).max(100), state: z.string().max(20) }),
  'invitation.sent': event({ type: 'write', action: 'C' }, { invitationId: id, sendId: id, number: count, channel: z.enum(['email', 'desk']), reason: z.string().max(500) }),
  'invitation.opened': event({ type: 'system', action: 'U' }, { invitationId: id }),
  'invitation.code-asked': event({ type: 'system', action: 'C' }, { invitationId: id, codeId: id }),
  'invitation.code-refused': event({ type: 'refusal', action: 'E' }, { cause: z.enum(['no-such-code', 'birth-date', 'device', 'ended', 'spent', 'console-browser', 'slowed']) }),
  'invitation.connected': event({ type: 'system', action: 'U' }, { invitationId: id, kind: z.enum(['desk', 'mail']) }),
  'invitation.step-done': event({ type: 'system', action: 'U' }, { invitationId: id, step: z.enum(['terms', 'agreement']), textsVersion: z.string().max(20) }),
  'invitation.ended': event({ type: 'write', action: 'U' }, { invitationId: id, state: z.enum(['expired', 'declined', 'cancelled']), reason: z.string().max(500) }),
  'account.activated': event({ type: 'system', action: 'C' }, { invitationId: id.nullable(), portalId: id, via: z.string().max(60) }),
  'account.use-reported': event({ type: 'system', action: 'U' }, { portalId: id, kind: z.string().max(20), source: z.string().max(60) }),
  'registration.listed': event({ type: 'query', action: 'E' }, { hits: count }),
  'registration.read': event({ type: 'read', action: 'R' }, { candidates: z.array(id).max(20) }),
  'registration.received': event({ type: 'system', action: 'C' }, { portalId: id, source: z.string().max(60) }),
  'registration.changed': event({ type: 'write', action: 'U' }, { state: z.string().max(20), how: z.string().max(40).nullable(), reason: z.string().max(500) }),
  'campaign.previewed': event({ type: 'query', action: 'E' }, { inCohort: count, toInvite: count }),
  'campaign.created': event({ type: 'write', action: 'C' }, { portalId: id, perHour: count, reason: z.string().max(500) }),
  'campaign.changed': event({ type: 'write', action: 'U' }, { state: z.string().max(20), reason: z.string().max(500) }),
  'campaign.read': event({ type: 'query', action: 'E' }, { hits: count, ids: z.array(id).max(100) }),
  'incident.opened': event({ type: 'write', action: 'C' }, { kind: z.string().max(40) }),
  'incident.listed': event({ type: 'query', action: 'E' }, { hits: count }),
  'incident.closed': event({ type: 'write', action: 'U' }, { note: z.string().max(500) }),
  'import.begun': event({ type: 'system', action: 'E' }, { source: z.string().max(60), files: count, dryRun: z.boolean(), initial: z.boolean() }),
  'import.previewed': event({ type: 'read', action: 'R' }, { rows: count }),
  'import.ended': event({ type: 'system', action: 'E' }, {
    source: z.string().max(60), state: z.string().max(20), created: count, changed: count, unchanged: count, refused: count,
  }),
  'import.report-read': event({ type: 'read', action: 'R' }, { rows: count, form: z.enum(['page', 'csv']) }),
  'patient.imported': event({ type: 'write', action: 'C' }, { source: z.string().max(60), created: count, changed: count, unchanged: count, refused: count }),
  ...proxyEvents,
  ...messageEvents,
  ...recoveryEvents,
  // Staff and settings
  'staff.read': event({ type: 'read', action: 'R' }, { count }),
  'staff.invited': event({ type: 'write', action: 'C' }, { roles: z.string().max(120), invitationId: id }),
  'staff.joined': event({ type: 'write', action: 'U' }, { invitationId: id }),
  'staff.disabled': event({ type: 'write', action: 'U' }, { reason: z.string().max(500), sessionsEnded: count }),
  'staff.enabled': event({ type: 'write', action: 'U' }, {}),
  'staff.roles-changed': event({ type: 'write', action: 'U' }, { from: z.string().max(120), to: z.string().max(120), sessionsEnded: count }),
  'staff.password-reset': event({ type: 'write', action: 'U' }, { invitationId: id }),
  'staff.invitation-resent': event({ type: 'write', action: 'U' }, { invitationId: id }),
  'staff.sites-changed': event({ type: 'write', action: 'U' }, { siteIds: z.string().max(2000) }),
  'staff.second-factor-reset': event({ type: 'write', action: 'U' }, { invitationId: id }),
  'staff.password-changed': event({ type: 'write', action: 'U' }, { sessionsEnded: count }),
  'staff.second-factor-set': event({ type: 'write', action: 'U' }, {}),
  'staff.recovery-codes-made': event({ type: 'write', action: 'U' }, { count }),
  'staff.preferences-changed': event({ type: 'write', action: 'U' }, { fields: z.string().max(120) }),
  'practitioner.read': event({ type: 'read', action: 'R' }, { count }),
  'practitioner.matched': event({ type: 'write', action: 'U' }, { staffId: id, before: id.nullable() }),
  'practitioner.set-apart': event({ type: 'write', action: 'U' }, { before: id.nullable() }),
  'cover.set': event({ type: 'write', action: 'C' }, { absentId: id, coveringId: id, from: z.string().max(40), until: z.string().max(40) }),
  'cover.ended': event({ type: 'write', action: 'U' }, { absentId: id, coveringId: id }),
  'site.changed': event({ type: 'write', action: 'U' }, { fields: z.string().max(200) }),
  'practice.set-up': event({ type: 'write', action: 'C' }, {}),
  // Two persons
  'two-person.asked': event({ type: 'write', action: 'C' }, { action: z.string().max(60), reason: z.string().max(500) }),
  'two-person.decided': event({ type: 'write', action: 'U' }, {
    action: z.string().max(60), decision: z.enum(['approved', 'declined', 'withdrawn', 'expired', 'dead']), requestedBy: id, reason: z.string().max(500).optional(),
  }),
  // Mail
  'mail.queued': event({ type: 'write', action: 'C' }, { template: z.string().max(60), mailId: id }),
  'mail.withheld': event({ type: 'refusal', action: 'E' }, { template: z.string().max(60) }),
  'mail.state-changed': event({ type: 'system', action: 'U' }, { mailId: id, state: z.string().max(20), status: z.string().max(40) }),
  'mail.report-ignored': event({ type: 'refusal', action: 'E' }, { cause: z.enum(['forged', 'unknown-mail']), source: z.string().max(60) }),
  'mail.retried': event({ type: 'write', action: 'U' }, { mailId: id }),
  'outbox.read': event({ type: 'read', action: 'R' }, { count }),
  // Portals
  'portal.policy-added': event({ type: 'write', action: 'C' }, { portalId: id, versionNumber: count }),
  // Audit and the machine
  'audit.read': event({ type: 'query', action: 'E' }, { filters: z.string().max(300), hits: count }),
  'audit.verified': event({ type: 'system', action: 'E' }, {
    sealed: count, unsealed: count, firstBadPosition: count.nullable(), fault: z.string().max(40).nullable(), anchors: count,
  }),
  'audit.caught-up': event({ type: 'system', action: 'E' }, { count, batchId: id }),
  'audit.anchored': event({ type: 'system', action: 'E' }, { position: count }),
  'job.ran': event({ type: 'system', action: 'E' }, { job: z.string().max(60), counts: z.string().max(300) }),
  'system.started': event({ type: 'system', action: 'E' }, { version: z.string().max(40), mode: z.string().max(10) }),
  'system.stopped': event({ type: 'system', action: 'E' }, {}),
  'system.backed-up': event({ type: 'system', action: 'E' }, { file: z.string().max(200), rows: count }),
  'system.restored': event({ type: 'system', action: 'E' }, {
    backedUpAt: z.string().max(40), gapMinutes: count, sessionsEnded: count, mailsParked: count, revocations: count, review: count,
  }),
  'system.damaged': event({ type: 'system', action: 'E' }, { check: z.string().max(60) }),
} as const

export type AuditEventCode = keyof typeof auditEvents
export type AuditOutcome = 'success' | 'refused' | 'failed'

/** Why data was used: FHIR v3 PurposeOfUse. */
export type PurposeOfUse = 'TREAT' | 'HOPERAT' | 'HSYSADMIN' | 'PATADMIN' | 'BTG' | 'HCOMPL'

/** One thing to be recorded. A payload that does not fit its event does not compile. */
export type AuditFact = {
  [E in AuditEventCode]: {
    event: E
    detail: z.infer<(typeof auditEvents)[E]['detail']>
    patientId?: string | null
    objectId?: string | null
    outcome?: AuditOutcome
    reasonCode?: ReasonCode | null
    evidence?: string | null
    purpose?: PurposeOfUse
  }
}[AuditEventCode]
