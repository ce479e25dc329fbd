import type { AuditFact } from '#domain/audit-events.ts'
import { displayName } from '#domain/names.ts'
import { actsThatReset, actsThatSend } from '#domain/recovery/acts.ts'
import { effectLine } from '#domain/two-person-effects.ts'
import { DAY, localDateOf, type Instant } from '#domain/time.ts'
import { contactRow } from '#db/new-patient.ts'
import type { Writer } from '#db/store.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { plannedCases, socialCase, type PlannedCase } from '#seed/demo/recovery-plan.ts'
import { accountHolders, MYCHART } from '#seed/demo/recovery-people.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

type Placed = { plan: PlannedCase; patient: DemoPatient; patientId: string; portalId: string; caseId: string }

/** Each planned case with somebody whom it is about; the same people at every seeding. */
function placed(patients: readonly DemoPatient[], at: Instant): Placed[] {
  const holders = accountHolders(patients, MYCHART, at)
  const [social] = accountHolders(patients, 'followmyhealth', at)
  const spanish = holders.find((one) => /^es\b/i.test(one.facts.language ?? ''))
  const others = holders.filter((one) => one !== spanish)
  const of = (plan: PlannedCase, patient: DemoPatient | undefined, portalId: string): Placed[] =>
    (patient ? [{ plan, patient, patientId: patientIdOf(patient.facts), portalId, caseId: stableId('recovery-case', plan.key) }] : [])
  return [...plannedCases.flatMap((plan, place) => of(plan, plan.language === 'es' ? spanish ?? others[place] : others[place], MYCHART)), ...of(socialCase, social, 'followmyhealth')]
}

/** Recovery as a helpline finds it on a Tuesday: cases of every state and age, and one request that waits for a second person. Made up. */
export async function writeRecovery(w: Writer, patients: readonly DemoPatient[], at: Instant): Promise<void> {
  for (const one of placed(patients, at)) {
    await writeCase(w, one, at)
    await writeAround(w, one, at)
  }
  const mine = placed(patients, at).find(({ plan }) => plan.key === 'mine')
  if (mine) await askForApproval(w, mine, at)
}

async function writeCase(w: Writer, { plan, patient, patientId, portalId, caseId }: Placed, at: Instant): Promise<void> {
  const calls = plan.calledBefore ?? []
  const last = calls.at(-1)
  const isOver = plan.endedBefore !== undefined
  const endedAt = plan.endedBefore === undefined ? null : at - plan.endedBefore
  await w.insert(w.t.recoveryCases).values({
    id: caseId, patientId, portalId, siteId: patient.siteId, source: plan.source, state: plan.state, openedBy: plan.source.startsWith('portal') ? `connector:${portalId}` : staffIdOf(calls[0]?.by ?? 'tom.whitfield'),
    openedAt: at - plan.openedBefore, attempts: (plan.attempts ?? 0) + calls.length || 1, lastAttemptAt: last ? at - last.before : at - plan.openedBefore,
    claimedBy: plan.by === undefined ? null : staffIdOf(plan.by), claimedAt: plan.by === undefined ? null : at - (last?.before ?? plan.openedBefore), workedAt: last ? at - last.before : at - plan.openedBefore,
    calls: calls.length, callStartedAt: last ? at - last.before : null, callEndedAt: last && (isOver || plan.outcome !== undefined) ? endedAt ?? at - last.before + 240_000 : null,
    channel: last ? 'call' : null, relay: last ? plan.relay ?? 'none' : null, language: plan.language ?? 'en', shownTail: last ? '0143' : null, outcome: plan.outcome ?? null,
    endedAt, endedBy: isOver ? staffIdOf(plan.by ?? 'tom.whitfield') : null,
  }).onConflictDoNothing()
  const reported = plan.source.startsWith('portal') ? [{ kind: plan.source === 'portal-locked' ? 'locked' : 'failed-questions', by: null, before: plan.openedBefore }] : []
  const told = [...reported, ...calls.map((one) => ({ kind: 'call', by: staffIdOf(one.by), before: one.before }))]
  await w.insert(w.t.recoveryAttempts).values(told.map((one, place) => ({
    id: stableId('recovery-attempt', plan.key, String(place)), caseId, patientId, portalId, kind: one.kind, source: one.by === null ? `connector:${portalId}` : 'console', sourceId: `${plan.key}-${place}`,
    takenBy: one.by, at: at - one.before, receivedAt: at - one.before,
  }))).onConflictDoNothing()
}

async function writeAround(w: Writer, { plan, patient, patientId, portalId, caseId }: Placed, at: Instant): Promise<void> {
  if (plan.source.startsWith('portal') && plan.endedBefore === undefined) {
    await w.insert(w.t.accountLocks).values({
      id: stableId('account-lock', plan.key), patientId, portalId, kind: plan.source === 'portal-locked' ? 'locked' : 'failed-questions', attempts: plan.attempts ?? 1, lockedAt: at - plan.openedBefore,
    }).onConflictDoNothing()
  }
  if (plan.social) await w.insert(w.t.accountSignIns).values({ patientId, portalId, method: 'social', provider: plan.social, saidAt: at - DAY }).onConflictDoNothing()
  for (const [place, act] of (plan.acts ?? []).entries()) {
    await w.insert(w.t.recoveryActs).values({
      id: stableId('recovery-act', plan.key, String(place)), caseId, patientId, portalId, kind: act.kind, agentId: staffIdOf(act.by), isReset: actsThatReset.includes(act.kind), isSend: actsThatSend.includes(act.kind), at: at - act.before,
    }).onConflictDoNothing()
  }
  for (let place = 0; place < (plan.wrongFacts ?? 0); place += 1) {
    await w.insert(w.t.recoveryFacts).values({
      id: stableId('recovery-fact', plan.key, String(place)), caseId, patientId, kind: place % 2 === 0 ? 'phone-tail' : 'last-visit', fits: false, checkedBy: staffIdOf(plan.by ?? 'tom.whitfield'),
      checkedAt: at - (plan.calledBefore?.at(-1)?.before ?? plan.openedBefore) + place * 20_000,
    }).onConflictDoNothing()
  }
  if (plan.changed) await changeContact(w, { patient, patientId }, { ...plan.changed, key: plan.key }, at)
  if (plan.state === 'stopped') {
    await w.insert(w.t.incidents).values({
      id: stableId('incident', 'recovery', plan.key), kind: 'recovery-stopped', patientId, objectId: caseId, openedBy: staffIdOf(plan.by ?? 'tom.whitfield'), openedAt: at - (plan.endedBefore ?? 0),
      reason: 'Somebody prompted in the background', facts: JSON.stringify({ portalId, calls: plan.calledBefore?.length ?? 0, shownTail: '0143' }), state: 'open',
    }).onConflictDoNothing()
  }
}

/** Another address or number beside the old one, as young as it is, with the change on record (ID-02). */
async function changeContact(w: Writer, { patient, patientId }: Pick<Placed, 'patient' | 'patientId'>, changed: { kind: 'email' | 'phone'; before: number; key: string }, at: Instant): Promise<void> {
  const value = changed.kind === 'email' ? `${patient.facts.legalGiven.toLowerCase().replace(/[^a-z]/g, '')}.new@example.org` : '914-555-0163'
  const row = contactRow(patientId, { kind: changed.kind, use: changed.kind === 'phone' ? 'mobile' : null, value, sinceAt: at - changed.before, sinceProof: 'made' }, { at: at - changed.before, newId: stableId })
  await w.insert(w.t.patientContacts).values(row).onConflictDoNothing()
  await w.insert(w.t.contactChanges).values({
    id: stableId('contact-change', changed.key), patientId, importId: 'console', retiredIds: '', addedIds: row.id, changedAt: at - changed.before, toldAt: at - changed.before,
  }).onConflictDoNothing()
}

/** Tom asked for a second person half an hour ago: Priya or Margaret may decide, he may not. */
async function askForApproval(w: Writer, { patient, patientId, caseId }: Placed, at: Instant): Promise<void> {
  const { patientContacts: c } = w.t
  const contacts = await w.select().from(c)
  const email = contacts.find((one) => one.patientId === patientId && one.kind === 'email' && one.retiredAt === null)
  if (!email) return
  await w.insert(w.t.twoPersonRequests).values({
    id: stableId('request', 'recovery'), action: 'recovery.reset-after-contact-change', objectId: caseId,
    input: JSON.stringify({ caseId, act: 'send-reset-link', contactId: email.id, proofId: null, askedBy: staffIdOf('tom.whitfield') }),
    effect: JSON.stringify([
      effectLine('recovery.what', { codeRecovery: 'send-reset-link', name: displayName(patient.facts), mrn: patient.facts.identifiers[0]?.value.slice(-4) ?? '', portal: 'MyChart NY/NJ' }),
      effectLine('recovery.goes-to', { address: `${email.value[0] ?? ''}···@${email.value.split('@')[1] ?? ''}`, since: localDateOf(email.sinceAt, 'America/New_York') }),
      effectLine('recovery.no-proof', {}), effectLine('recovery.why-two', { reasonWhy: 'RECOVERY_SECOND_PERSON' }), effectLine('recovery.told', {}),
    ]),
    reason: 'Lost the phone on a journey and cannot reach the mailbox before Monday', requestedBy: staffIdOf('tom.whitfield'), requestedAt: at - 1_800_000, endsAt: at - 1_800_000 + DAY, state: 'open',
  }).onConflictDoNothing()
}

type Told = { before: number; by: string; fact: AuditFact }

/** What the record tells of these cases: calls, wrong answers, acts, refusals and the stop. */
export function recoveryHistory(patients: readonly DemoPatient[], at: Instant): Told[] {
  return placed(patients, at).flatMap(({ plan, patientId, portalId, caseId }): Told[] => {
    const of = { patientId, objectId: caseId }
    const calls = plan.calledBefore ?? []
    const last = calls.at(-1)
    return [
      ...calls.map(({ by, before }, place): Told => ({ before, by, fact: { event: 'recovery.call-begun', ...of, detail: { portalId, source: 'call', joined: place > 0, calls: place + 1 } } })),
      ...(plan.wrongFacts && last ? [{ before: last.before - 60_000, by: last.by, fact: { event: 'recovery.facts-asked' as const, ...of, detail: { asked: ['phone-tail' as const], fits: 0, wrong: plan.wrongFacts, located: false } } }] : []),
      ...(plan.acts ?? []).map(({ kind, by, before }): Told => ({ before, by, fact: { event: 'recovery.acted', ...of, detail: { act: kind, portalId, proofId: null, askedBy: null, told: 1, reason: 'Asked on the phone' } } })),
      ...(plan.key === 'limit' && last ? [{ before: 3_600_000, by: last.by, fact: { event: 'recovery.act-refused' as const, outcome: 'refused' as const, reasonCode: 'RECOVERY_LIMIT' as const, ...of, detail: { act: 'send-reset-link' as const } } }] : []),
      ...(['refused', 'stopped'].includes(plan.state) && last ? [{ before: last.before - 120_000, by: last.by, fact: { event: 'recovery.act-refused' as const, outcome: 'refused' as const, reasonCode: 'RECOVERY_NOT_PROVEN' as const, ...of, detail: { act: 'send-reset-link' as const } } }] : []),
      ...(plan.state === 'stopped' && last ? [{
        before: plan.endedBefore ?? 0, by: last.by, fact: { event: 'recovery.stopped' as const, ...of, detail: { note: 'Somebody prompted in the background', incidentId: stableId('incident', 'recovery', plan.key), told: 2 } },
      }] : []),
    ]
  })
}
