import { auditEvents, type AuditFact } from '#domain/audit-events.ts'
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { demoMails } from '#seed/demo/mails.ts'
import { recoveryHistory } from '#seed/demo/recovery-cases.ts'
import { demoRequests } from '#seed/demo/requests.ts'
import { demoStaff, ownChartOfStaff } from '#seed/demo/demo-staff.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { stableNumber, stablePick } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

/** Who did what, and how long before the seed's instant. */
type Told = { before: number; by: string; fact: AuditFact }

/** Days of work that the demo remembers. */
const DAYS = 6
const readers = ['rosa.delgado', 'tom.whitfield', 'carol.weimann', 'priya.nair', 'marcus.bell', 'grace.kim', 'samuel.fay', 'lena.ortiz']
const READS_A_DAY = 4

/** The last working days as the record tells them: sign-ins, look-ups, opened charts, requests and mails. Made up. */
export async function writeHistory(w: Writer, patients: readonly DemoPatient[], at: Instant): Promise<void> {
  const told = [...signIns(), ...reads(patients), ...requests(), ...mails(), ...recoveryHistory(patients, at)].toSorted((a, b) => b.before - a.before)
  await w.insert(w.t.auditEvents).values(told.map(({ before, by, fact }) => ({
    at: at - before, actorId: by === 'system' ? 'system' : staffIdOf(by),
    actorRoles: demoStaff.find((one) => one.userName === by)?.roles.join(',') ?? '',
    event: fact.event, patientId: fact.patientId ?? null, objectId: fact.objectId ?? null, outcome: fact.outcome ?? 'success',
    reasonCode: fact.reasonCode ?? null, evidence: null, purpose: fact.purpose ?? 'HOPERAT', requestId: null,
    sourceAddress: by === 'system' ? null : '127.0.0.1', detail: JSON.stringify(auditEvents[fact.event].detail.parse(fact.detail)),
  })))
}

function signIns(): Told[] {
  return days().flatMap((day) => readers.map((by): Told => ({
    before: day * DAY + 2 * HOUR + stableNumber('sign-in', by, String(day)) % (30 * MINUTE), by,
    fact: { event: 'session.signed-in', objectId: staffIdOf(by), detail: { method: 'totp' } },
  })))
}

/** Each reader looks somebody up and opens the chart half a minute later; none that is restricted or a colleague's own. */
function reads(patients: readonly DemoPatient[]): Told[] {
  const open = patients.filter((one) => one.restricted !== true && ownChartOfStaff(one.facts) === null)
  return days().flatMap((day) => readers.flatMap((by) => Array.from({ length: READS_A_DAY }, (_, turn) => {
    const key = [by, String(day), String(turn)]
    const patient = stablePick(open, 'read', ...key)
    const patientId = patientIdOf(patient.facts)
    const before = day * DAY + stableNumber('read at', ...key) % (100 * MINUTE) + MINUTE
    const termsHash = `${stableNumber('terms', ...key).toString(16).padStart(8, '0')}`.repeat(8)
    const purpose = by === 'carol.weimann' || by === 'samuel.fay' || by === 'lena.ortiz' ? 'TREAT' as const : 'PATADMIN' as const
    return [
      { before: before + 30 * SECOND, by, fact: { event: 'patient.searched' as const, detail: { termsHash, terms: 2, hits: 1, ids: [patientId], kinds: 'name,birth-date' } } },
      { before, by, fact: { event: 'patient.read' as const, patientId, purpose, detail: { part: 'overview' } } },
    ]
  }).flat()))
}

function requests(): Told[] {
  return demoRequests.flatMap((one): Told[] => [
    { before: one.askedBefore, by: one.requestedBy, fact: { event: 'two-person.asked', objectId: one.id, detail: { action: one.action, reason: one.reason } } },
    ...(one.decided ? [{
      before: one.decided.before, by: one.decided.by,
      fact: {
        event: 'two-person.decided' as const, objectId: one.id,
        detail: {
          action: one.action, decision: one.decided.state, requestedBy: staffIdOf(one.requestedBy),
          ...(one.decided.reason === null ? {} : { reason: one.decided.reason }),
        },
      },
    }] : []),
  ])
}

function mails(): Told[] {
  return demoMails.flatMap((mail): Told[] => [
    { before: mail.queuedBefore, by: mail.to, fact: { event: 'mail.queued', objectId: staffIdOf(mail.to), detail: { template: 'staff-account-changed', mailId: mail.id } } },
    ...(mail.state === 'queued' ? [] : [{
      before: mail.queuedBefore - MINUTE, by: 'system',
      fact: { event: 'mail.state-changed' as const, objectId: staffIdOf(mail.to), detail: { mailId: mail.id, state: mail.state, status: mail.status ?? '' } },
    }]),
  ])
}

function days(): number[] {
  return Array.from({ length: DAYS }, (_, day) => day)
}
