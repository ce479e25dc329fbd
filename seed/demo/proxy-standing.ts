import type { LegalStatusKind } from '#domain/access/bases.ts'
import { DAY, HOUR, localDateOf, type Instant } from '#domain/time.ts'
import { effectLine } from '#domain/two-person-effects.ts'
import { chartNames } from '#db/demo-people.ts'
import type { Writer } from '#db/store.ts'
import { grantIdOf, startOf, writeDemoGrant, type DemoGrant, type DemoPerson } from '#seed/demo/proxy-rows.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

/** A court order against somebody, by name, address and birth date. */
export async function writeBlock(w: Writer, patientId: string, person: DemoPerson, at: Instant): Promise<void> {
  const id = stableId('block', patientId)
  await w.insert(w.t.accessBlocks).values({
    id, patientId, kind: 'court-order', note: 'Order of protection, family court; the mother brought it to the desk.', setBy: staffIdOf('rosa.delgado'), setAt: at - 30 * DAY,
  })
  const marks = [['name', person.family, person.given], ['email', person.email ?? '', null], ['birth-date', person.birthDate ?? '', null]] as const
  await w.insert(w.t.accessBlockMarks).values(marks.map(([kind, value, given]) => ({ id: stableId('block-mark', id, kind), blockId: id, kind, value, given })))
}

type Status = { kind: LegalStatusKind; document: string; formerFamily?: { personIds: string[]; linkIds: string[] } }

/** What the law says of a patient, for 25 days now. */
export async function writeStatus(w: Writer, patientId: string, { kind, document, formerFamily }: Status, at: Instant): Promise<void> {
  const recordedAt = at - 25 * DAY
  await w.insert(w.t.legalStatuses).values({
    id: stableId('legal-status', patientId, kind), patientId, kind, fromOn: localDateOf(recordedAt, 'America/New_York'), untilOn: null, document,
    formerFamily: formerFamily === undefined ? null : JSON.stringify(formerFamily), recordedBy: staffIdOf('priya.nair'), approvedBy: staffIdOf('margaret.oyelaran'), recordedAt,
  })
}

/** A request that waits for a second person, as the inbox shows it. */
export async function writeAsked(w: Writer, grant: DemoGrant, at: Instant): Promise<void> {
  await writeDemoGrant(w, grant, at)
  const grantId = grantIdOf(grant)
  const person = `${grant.person.given} ${grant.person.family}`
  const chart = await chartNames(w, grant.patientId, grant.portalId)
  await w.insert(w.t.twoPersonRequests).values({
    id: grant.requestId ?? '', action: 'proxy.grant-disputed', objectId: grantId, input: JSON.stringify({ what: 'grant', grantId }),
    effect: JSON.stringify([
      effectLine('proxy.grant.who', { person, ...chart, codeRelationship: grant.relationship }),
      effectLine('proxy.grant.how', { level: 'full', codeBasis: grant.basis, from: startOf(grant, at), until: startOf({ ...grant, grantedBefore: -(grant.reviewIn ?? 0) }, at) }),
      effectLine('proxy.grant.next', { person }),
    ]),
    reason: 'Custody order seen at the desk', requestedBy: staffIdOf('rosa.delgado'), requestedAt: at - 2 * HOUR, endsAt: at + 22 * HOUR, state: 'open',
  })
}
