import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** Getting back into a portal account: cases, what a caller said fits, proofs, what was done, and the links it left. No answer, code, word or token. */
export function recoveryTables(k: Kit) {
  const recoveryCases = k.table('recovery_cases', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    siteId: k.text('site_id').notNull(),
    /** portal-failed-questions, portal-locked, call, desk. */
    source: k.text('source').notNull(),
    /** open, proven, done, stopped, refused, expired. */
    state: k.text('state').notNull(),
    openedBy: k.text('opened_by').notNull(),
    openedAt: k.instant('opened_at').notNull(),
    /** Reports and calls, the first among them. */
    attempts: k.int('attempts').notNull().default(1),
    lastAttemptAt: k.instant('last_attempt_at').notNull(),
    /** Staff id of who works on it; null: it waits. */
    claimedBy: k.text('claimed_by'),
    claimedAt: k.instant('claimed_at'),
    /** When somebody last did something about it. */
    workedAt: k.instant('worked_at').notNull(),
    /** The call under way, or the last one. */
    calls: k.int('calls').notNull().default(0),
    callStartedAt: k.instant('call_started_at'),
    callEndedAt: k.instant('call_ended_at'),
    /** call, desk. */
    channel: k.text('channel'),
    /** none, tty, relay, interpreter. */
    relay: k.text('relay'),
    language: k.text('language').notNull().default('en'),
    /** Last four digits that the agent's phone showed; proof of nothing. */
    shownTail: k.text('shown_tail'),
    outcome: k.text('outcome'),
    endedBy: k.text('ended_by'),
    endedAt: k.instant('ended_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('recovery_cases_one_open').on(t.patientId, t.portalId).where(sql`state in ('open','proven')`),
    k.index('recovery_cases_by_account').on(t.patientId, t.portalId, t.openedAt),
    k.index('recovery_cases_waiting').on(t.state, t.claimedBy, t.openedAt, t.id),
    k.index('recovery_cases_ended').on(t.endedAt, t.id),
    k.index('recovery_cases_worked').on(t.state, t.workedAt),
    k.check('recovery_cases_state', sql`state in ('open','proven','done','stopped','refused','expired')`),
    k.check('recovery_cases_ended', sql`(state in ('open','proven')) = (ended_at is null)`),
  ])

  /** Every report of a portal and every call, each once. */
  const recoveryAttempts = k.table('recovery_attempts', {
    id: k.text('id').primaryKey(),
    caseId: k.text('case_id').notNull(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    /** failed-questions, locked, call, desk. */
    kind: k.text('kind').notNull(),
    /** `connector:…` with the portal's own id of the event; `console` with our own. */
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
    /** Staff id of a call. */
    takenBy: k.text('taken_by'),
    at: k.instant('at').notNull(),
    receivedAt: k.instant('received_at').notNull(),
  }, (t) => [
    k.uniqueIndex('recovery_attempts_source').on(t.source, t.sourceId),
    k.index('recovery_attempts_by_case').on(t.caseId, t.receivedAt),
    k.index('recovery_attempts_by_patient').on(t.patientId, t.receivedAt),
    k.index('recovery_attempts_by_age').on(t.receivedAt, t.id),
  ])

  /** What a portal or a warning closed about an account's sign-in. */
  const accountLocks = k.table('account_locks', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    /** failed-questions, locked (by the portal); not-me, incident (suspended by us). */
    kind: k.text('kind').notNull(),
    attempts: k.int('attempts').notNull().default(1),
    lockedAt: k.instant('locked_at').notNull(),
    endedAt: k.instant('ended_at'),
    endedBy: k.text('ended_by'),
    /** How the account stood before we suspended it. */
    formerState: k.text('former_state'),
  }, (t) => [
    k.index('account_locks_by_account').on(t.patientId, t.portalId, t.lockedAt),
    k.check('account_locks_kind', sql`kind in ('failed-questions','locked','not-me','incident')`),
  ])

  /** How an account signs in, as its portal says; without a row the portal keeps a password. */
  const accountSignIns = k.table('account_sign_ins', {
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    /** password, social. */
    method: k.text('method').notNull(),
    provider: k.text('provider'),
    saidAt: k.instant('said_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.patientId, t.portalId] })])

  /** That something was asked and whether it fitted. Never what was said, never what is on file (ID-01). */
  const recoveryFacts = k.table('recovery_facts', {
    id: k.text('id').primaryKey(),
    caseId: k.text('case_id').notNull(),
    patientId: k.text('patient_id').notNull(),
    kind: k.text('kind').notNull(),
    fits: k.bool('fits').notNull(),
    checkedBy: k.text('checked_by').notNull(),
    checkedAt: k.instant('checked_at').notNull(),
  }, (t) => [
    k.index('recovery_facts_by_case').on(t.caseId, t.checkedAt),
    k.index('recovery_facts_by_patient').on(t.patientId, t.checkedAt),
  ])

  /** One try to prove who it is. Links and word pairs are derived from the id where they are needed. */
  const recoveryProofs = k.table('recovery_proofs', {
    id: k.text('id').primaryKey(),
    caseId: k.text('case_id').notNull(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    /** email-link, call-back, photo-id. */
    kind: k.text('kind').notNull(),
    /** sent, dialling, ringing, confirmed, failed, ended. */
    state: k.text('state').notNull(),
    contactId: k.text('contact_id'),
    mailId: k.text('mail_id'),
    keyId: k.text('key_id').notNull(),
    madeBy: k.text('made_by').notNull(),
    madeAt: k.instant('made_at').notNull(),
    endsAt: k.instant('ends_at').notNull(),
    tries: k.int('tries').notNull().default(0),
    confirmedAt: k.instant('confirmed_at'),
    /** Of a photo document: kind, who gave it out, how long it is good. */
    documentKind: k.text('document_kind'),
    documentIssuer: k.text('document_issuer'),
    documentExpiresOn: k.text('document_expires_on'),
    endedAt: k.instant('ended_at'),
    /** newer, tries, number, not-me, case-over, restored. */
    endCause: k.text('end_cause'),
  }, (t) => [
    k.uniqueIndex('recovery_proofs_one').on(t.caseId).where(sql`state in ('sent','dialling','ringing','confirmed')`),
    k.index('recovery_proofs_by_patient').on(t.patientId, t.madeAt),
    k.check('recovery_proofs_kind', sql`kind in ('email-link','call-back','photo-id')`),
    k.check('recovery_proofs_state', sql`state in ('sent','dialling','ringing','confirmed','failed','ended')`),
  ])

  /** What was done. Limits are counted here, in the transaction that adds a row (ID-08). */
  const recoveryActs = k.table('recovery_acts', {
    id: k.text('id').primaryKey(),
    caseId: k.text('case_id').notNull(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    /** A word of the closed list, or send-link for the mail that proves. */
    kind: k.text('kind').notNull(),
    proofId: k.text('proof_id'),
    contactId: k.text('contact_id'),
    /** Who asked for it, and the second person where there was one. */
    agentId: k.text('agent_id').notNull(),
    approvedBy: k.text('approved_by'),
    isReset: k.bool('is_reset').notNull(),
    isSend: k.bool('is_send').notNull(),
    at: k.instant('at').notNull(),
  }, (t) => [
    k.index('recovery_acts_by_patient').on(t.patientId, t.at),
    k.index('recovery_acts_by_agent').on(t.agentId, t.at),
    k.index('recovery_acts_by_case').on(t.caseId, t.at),
  ])

  /** A link by which the patient chooses a new password on our own page. The newest alone is alive. */
  const passwordResets = k.table('password_resets', {
    id: k.text('id').primaryKey(),
    caseId: k.text('case_id').notNull(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    accountId: k.text('account_id').notNull(),
    contactId: k.text('contact_id').notNull(),
    /** Two persons decided: the address may be younger than 30 days, never than 72 hours. */
    byTwo: k.bool('by_two').notNull(),
    mailId: k.text('mail_id'),
    madeBy: k.text('made_by').notNull(),
    madeAt: k.instant('made_at').notNull(),
    endsAt: k.instant('ends_at').notNull(),
    tries: k.int('tries').notNull().default(0),
    /** live, used, dead. */
    state: k.text('state').notNull(),
    usedAt: k.instant('used_at'),
    deadAt: k.instant('dead_at'),
    deadCause: k.text('dead_cause'),
  }, (t) => [
    k.uniqueIndex('password_resets_one').on(t.accountId).where(sql`state = 'live'`),
    k.index('password_resets_by_patient').on(t.patientId, t.madeAt),
    k.check('password_resets_state', sql`state in ('live','used','dead')`),
  ])

  /** One mail that tells of an act, with its own way to say "this was not me". */
  const recoveryNotices = k.table('recovery_notices', {
    id: k.text('id').primaryKey(),
    caseId: k.text('case_id'),
    patientId: k.text('patient_id').notNull(),
    /** Null: every portal of the patient, as an incident has it. */
    portalId: k.text('portal_id'),
    actId: k.text('act_id'),
    madeAt: k.instant('made_at').notNull(),
    endsAt: k.instant('ends_at').notNull(),
    usedAt: k.instant('used_at'),
    incidentId: k.text('incident_id'),
  }, (t) => [k.index('recovery_notices_by_patient').on(t.patientId, t.madeAt)])

  return { recoveryCases, recoveryAttempts, accountLocks, accountSignIns, recoveryFacts, recoveryProofs, recoveryActs, passwordResets, recoveryNotices }
}
