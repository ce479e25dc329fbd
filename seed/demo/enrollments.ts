import { ageAt } from '#domain/birthdays.ts'
import { declineReasons, deferReasons } from '#domain/enrollment/words.ts'
import { DAY, HOUR, MINUTE, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { accountsOf } from '#seed/demo/accounts.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { stableId, stableNumber } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

const MYCHART = 'mychart-ny-nj'
/** Where the demo's front desk sits: its Home shows what is under way. */
const FIRST_DESK = 'Town Plaza Family Practice'
const OPEN = 6
const DECLINED = 14
const DEFERRED = 8
const IN_CAMPAIGN = 60
const LEFT_OUT = 9

/** Enrollments under way at every stage, declined and deferred ones with their reasons, and a campaign that is half way. Made up. */
export async function writeEnrollments(w: Writer, patients: readonly DemoPatient[], at: Instant): Promise<void> {
  const eastern = patients.filter((one) => one.site.jurisdiction !== 'CA' && !one.restricted && !one.facts.deceased && ageAt(one.facts.birthDate, at, one.site.timeZone) >= 18)
  const atFirstDesk = (one: DemoPatient): number => (one.site.name === FIRST_DESK ? 0 : 1)
  const without = eastern.filter((one) => accountsOf(one, at).length === 0).toSorted((a, b) => atFirstDesk(a) - atFirstDesk(b))
  await w.insert(w.t.enrollmentDrafts).values([
    ...without.slice(0, OPEN).map((patient, stage) => openDraft(patient, stage, at)),
    ...without.slice(OPEN, OPEN + DECLINED).map((patient) => endedDraft(patient, 'declined', at)),
    ...without.slice(OPEN + DECLINED, OPEN + DECLINED + DEFERRED).map((patient) => endedDraft(patient, 'deferred', at)),
  ]).onConflictDoNothing()
  await w.insert(w.t.enrollmentDeclines).values(without.slice(OPEN, OPEN + DECLINED).map((patient) => {
    const draft = endedDraft(patient, 'declined', at)
    return { id: stableId('decline', draft.id), patientId: draft.patientId, reason: draft.outcomeReason ?? '', notedBy: draft.startedBy, notedAt: draft.endedAt ?? at }
  })).onConflictDoNothing()
  const legacyOnly = eastern.filter((one) => accountsOf(one, at).every((account) => account.portalId === 'nextgen-legacy' && account.state === 'legacy-only') && accountsOf(one, at).length === 1)
  await writeCampaign(w, legacyOnly.slice(0, IN_CAMPAIGN), at)
}

type Draft = Writer['t']['enrollmentDrafts']['$inferInsert']

/** Six stages: nothing yet, identity seen, contact settled, hand-over chosen; two of them at a desk now, the others left. */
function openDraft(patient: DemoPatient, stage: number, at: Instant): Draft {
  const base = draftOf(patient, 'open', at - (stage + 1) * 7 * MINUTE)
  const isLeft = stage % 3 !== 0
  return {
    ...base, state: 'open', heldBy: isLeft ? null : base.startedBy, leftAt: isLeft ? at - 3 * MINUTE : null,
    ...(stage > 0 ? { evidenceKind: 'driver-licence', evidenceIssuer: 'New York', evidenceSeenBy: base.startedBy, evidenceSeenAt: base.startedAt + MINUTE } : {}),
    ...(stage > 2 ? { contactWay: 'no-own-contact', contactSettledAt: base.startedAt + 2 * MINUTE } : {}),
    ...(stage > 4 ? { handOver: 'desk-code', handOverAt: base.startedAt + 3 * MINUTE } : {}),
  }
}

function endedDraft(patient: DemoPatient, state: 'declined' | 'deferred', at: Instant): Draft {
  const startedAt = at - (1 + stableNumber(state, patient.facts.sourceId) % 60) * DAY
  const base = draftOf(patient, state, startedAt)
  const reasons = state === 'declined' ? declineReasons : deferReasons
  return { ...base, state, endedAt: startedAt + 4 * MINUTE, endedBy: base.startedBy, outcomeReason: reasons[stableNumber('because', base.id) % reasons.length] ?? null }
}

function draftOf(patient: DemoPatient, kind: string, startedAt: Instant): Draft {
  const patientId = patientIdOf(patient.facts)
  return {
    id: stableId('draft', kind, patientId), patientId, portalId: MYCHART, siteId: patient.siteId, language: /^es\b/i.test(patient.facts.language ?? '') ? 'es' : 'en', state: kind,
    startedBy: staffIdOf(patient.site.jurisdiction === 'NJ' ? 'marcus.bell' : 'rosa.delgado'), startedAt,
  }
}

/** Legacy patients who are not yet on the new portal: paused half way, so that the demo's mailbox stays readable. */
async function writeCampaign(w: Writer, people: readonly DemoPatient[], at: Instant): Promise<void> {
  const id = stableId('campaign', 'legacy')
  const [first] = people
  if (!first) return
  await w.insert(w.t.campaigns).values({
    id, name: 'Legacy NextGen patients to MyChart', portalId: MYCHART, perHour: 60, state: 'paused', preparedTo: '\uffff', createdBy: staffIdOf('priya.nair'),
    cohort: JSON.stringify({ portalId: MYCHART, siteId: null, standing: { portalId: 'nextgen-legacy', states: ['legacy-only'] }, ageFrom: 18, ageTo: null }),
    createdAt: at - 5 * HOUR, reason: 'the old portal is read-only', nextAt: at, version: 3,
  }).onConflictDoNothing()
  await w.insert(w.t.campaignItems).values(people.map((patient, place) => {
    const hasAddress = patient.facts.contacts.some((one) => one.kind === 'email')
    const isOut = place < LEFT_OUT || !hasAddress
    return { campaignId: id, patientId: patientIdOf(patient.facts), state: isOut ? 'left-out' : 'waiting', code: isOut ? (hasAddress ? 'CONTACT_YOUNG' : 'CONTACT_ADDRESS_MISSING') : null, changedAt: at - 4 * HOUR }
  })).onConflictDoNothing()
}
