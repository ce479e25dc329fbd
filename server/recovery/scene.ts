import { and, desc, eq, gt, gte, inArray, or } from 'drizzle-orm'
import { destinationOf, ladder, needsSecondPerson, COUNTS_AFTER, type Ladder, type LadderContact, type LadderFacts } from '#domain/recovery/ladder.ts'
import { limitPassed, SHIFT, type Counts } from '#domain/recovery/limits.ts'
import type { ActFacts } from '#domain/recovery/acts.ts'
import { phoneKey } from '#domain/reach.ts'
import type { Role } from '#domain/roles.ts'
import { DAY, HOUR, localDateOf, startOfLocalDay, type Instant } from '#domain/time.ts'
import { hasBlock } from '#db/access-blocks.ts'
import type { Reader } from '#db/store.ts'
import { ownContacts, portalNow, type OwnContact, type PortalNow } from '#server/contacts/contacts.ts'
import type { PatientRecord } from '#server/patients/patients.ts'
import { accountOf, type Account } from '#server/recovery/account.ts'
import { isUnderWay, type CaseRow } from '#server/recovery/case.ts'
import { proofInHand, type ProofRow } from '#server/recovery/proof.ts'

export type SceneContact = LadderContact & { value: string }

/** Everything that decides about a case, as of one instant. */
export type Scene = {
  row: CaseRow
  chart: PatientRecord
  portal: PortalNow
  account: Account
  contacts: SceneContact[]
  facts: LadderFacts
  ladder: Ladder
  counts: Counts
  proof: ProofRow | null
  destination: { contact: SceneContact; standing: 'free' | 'second-person' } | null
}

/** Reads the scene of a case. Null: the portal's rules are not in force. */
export async function sceneOf(db: Reader, row: CaseRow, chart: PatientRecord, who: { at: Instant; agentId: string }): Promise<Scene | null> {
  const { at } = who
  const portal = await portalNow(db, row.portalId, at)
  if (!portal) return null
  const account = await accountOf(db, chart.id, portal.id)
  const contacts = (await ownContacts(db, { patient: chart, portal, at })).flatMap(contactOf)
  const counts = await countsOf(db, chart.id, portal.policy.timeZone, who)
  const facts: LadderFacts = {
    contacts, youngestSinceAt: await youngestOf(db, chart.id), deceased: chart.deceased, disputed: await isDisputed(db, chart.id), flagged: await hasBlock(db, chart.id),
    wrongFacts: await wrongFactsOf(db, row, at), failedProofs: await failedProofsOf(db, chart.id, at), agents: (await agentsOf(db, chart.id, at)).length,
    stoppedBefore: await wasStopped(db, row, at), suspended: account.isSuspendedByUs, overLimit: limitPassed(counts, { resets: true, sends: true, ends: false }) !== null,
  }
  const proof = await proofInHand(db, row.id)
  const found = destinationOf(contacts, at)
  const to = found ? contacts.find((one) => one.id === found.contact.id) : undefined
  return { row, chart, portal, account, contacts, facts, ladder: ladder(facts, at), counts, proof, destination: found && to ? { contact: to, standing: found.standing } : null }
}

/** What decides about acts. A proof through a contact that is not the patient's own any more is none (ID-03). */
export function actFactsOf({ row, account, facts, ladder: how, proof, contacts, destination }: Scene, { at, roles }: { at: Instant; roles: readonly Role[] }): ActFacts {
  const through = proof?.contactId ? contacts.find((one) => one.id === proof.contactId && one.standing === 'own') : null
  const isStill = proof !== null && proof.state === 'confirmed' && proof.confirmedAt !== null && (proof.contactId === null || through !== undefined)
  const isYoung = through ? at - through.sinceAt < COUNTS_AFTER : false
  return {
    account, caseIsOpen: isUnderWay(row), deceased: facts.deceased, step: how.step, needsSecond: needsSecondPerson(how) || isYoung,
    proof: isStill && proof.confirmedAt !== null ? { kind: proof.kind as 'email-link' | 'call-back' | 'photo-id', confirmedAt: proof.confirmedAt } : null,
    destination: destination?.standing ?? 'none', roles,
  }
}

/** What a contact on file is to the ladder (R10, PX-03). A home phone may be called; a number that somebody else has too proves nothing. */
function contactOf({ row, kind, value, checked }: OwnContact): SceneContact[] {
  if (!row) return []
  const { decision } = checked
  const base = { id: row.id, kind, value, sinceAt: row.sinceAt }
  const code = decision.allowed ? null : decision.code
  if (code === 'ENROLL_NEEDS_PRIVACY_OFFICER') return [{ ...base, standing: 'barred' }]
  if (checked.with !== null) return [{ ...base, standing: 'shared' }]
  if (kind === 'phone') return [{ ...base, standing: phoneKey(value) === null ? 'unusable' : 'own' }]
  if (code === 'CONTACT_ADDRESS_BOUNCED') return [{ ...base, standing: 'bounced' }]
  return [{ ...base, standing: code === null ? 'own' : code === 'CONTACT_NOT_USABLE' ? 'unusable' : 'shared' }]
}

async function youngestOf(db: Reader, patientId: string): Promise<Instant | null> {
  const { patientContacts: c } = db.t
  const rows = await db.select({ sinceAt: c.sinceAt }).from(c).where(eq(c.patientId, patientId))
  return rows.length === 0 ? null : Math.max(...rows.map((one) => one.sinceAt))
}

async function isDisputed(db: Reader, patientId: string): Promise<boolean> {
  const { proxyGrants: g } = db.t
  const [row] = await db.select({ id: g.id }).from(g)
    .where(and(eq(g.patientId, patientId), or(inArray(g.state, ['held', 'requested']), and(eq(g.state, 'suspended'), inArray(g.cause, ['disputed', 'block']))))).limit(1)
  return row !== undefined
}

/** Wrong facts of this case, and of any within a day: another call is no new chance. */
async function wrongFactsOf(db: Reader, row: CaseRow, at: Instant): Promise<number> {
  const { recoveryFacts: f } = db.t
  return db.$count(f, and(eq(f.patientId, row.patientId), eq(f.fits, false), or(eq(f.caseId, row.id), gt(f.checkedAt, at - DAY))))
}

async function failedProofsOf(db: Reader, patientId: string, at: Instant): Promise<number> {
  const { recoveryProofs: p } = db.t
  return db.$count(p, and(eq(p.patientId, patientId), eq(p.state, 'failed'), gt(p.endedAt, at - DAY)))
}

/** Agents who were called about the chart within 48 hours, the latest call first. */
export async function agentsOf(db: Reader, patientId: string, at: Instant): Promise<string[]> {
  const { recoveryAttempts: a } = db.t
  const rows = await db.select({ by: a.takenBy }).from(a)
    .where(and(eq(a.patientId, patientId), gt(a.receivedAt, at - 48 * HOUR), inArray(a.kind, ['call', 'desk']))).orderBy(desc(a.receivedAt), desc(a.id))
  return [...new Set(rows.flatMap((one) => one.by ?? []))]
}

async function wasStopped(db: Reader, row: CaseRow, at: Instant): Promise<boolean> {
  const { recoveryCases: c } = db.t
  const [stopped] = await db.select({ id: c.id }).from(c).where(and(eq(c.patientId, row.patientId), eq(c.state, 'stopped'), gt(c.endedAt, at - 7 * DAY))).limit(1)
  return stopped !== undefined && stopped.id !== row.id
}

/** Resets, mails and ends of sessions of the patient's local day, and resets of the agent's shift (ID-08). Asked inside the transaction that adds one. */
export async function countsOf(db: Reader, patientId: string, zone: string, { at, agentId }: { at: Instant; agentId: string }): Promise<Counts> {
  const { recoveryActs: a } = db.t
  const today = gte(a.at, startOfLocalDay(localDateOf(at, zone), zone))
  return {
    resetsToday: await db.$count(a, and(eq(a.patientId, patientId), eq(a.isReset, true), today)),
    sendsToday: await db.$count(a, and(eq(a.patientId, patientId), eq(a.isSend, true), today)),
    endsToday: await db.$count(a, and(eq(a.patientId, patientId), eq(a.kind, 'end-portal-sessions'), today)),
    resetsByAgent: await db.$count(a, and(eq(a.agentId, agentId), eq(a.isReset, true), gt(a.at, at - SHIFT))),
  }
}
