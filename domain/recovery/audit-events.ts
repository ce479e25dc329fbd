import { z } from 'zod'
import { count, event, id } from '#domain/audit-event.ts'
import { actKinds, callOutcomes, caseSources, factKinds, wayKinds } from '#domain/recovery/words.ts'

const reason = z.string().max(500)

/** What happens on the way back into an account. Never what was said, compared, mailed, shown or typed. */
export const recoveryEvents = {
  'recovery.listed': event({ type: 'query', action: 'E' }, { group: z.string().max(20), hits: count, ids: z.array(id).max(100) }),
  'recovery.read': event({ type: 'read', action: 'R' }, { caseId: id }),
  'recovery.reported': event({ type: 'system', action: 'C' }, { portalId: id, kind: z.string().max(20), joined: z.boolean(), source: z.string().max(60) }),
  'recovery.call-begun': event({ type: 'write', action: 'C' }, { portalId: id, source: z.enum(caseSources), joined: z.boolean(), calls: count }),
  'recovery.taken': event({ type: 'write', action: 'U' }, { before: id.nullable() }),
  'recovery.facts-asked': event({ type: 'read', action: 'R' }, { asked: z.array(z.enum(factKinds)).max(6), fits: count, wrong: count, located: z.boolean() }),
  'recovery.proof-begun': event({ type: 'write', action: 'C' }, { proofId: id, kind: z.enum(wayKinds), contactId: id.nullable() }),
  'recovery.number-dialled': event({ type: 'write', action: 'U' }, { proofId: id }),
  'recovery.proof-confirmed': event({ type: 'write', action: 'U' }, { proofId: id, kind: z.enum(wayKinds) }),
  'recovery.proof-failed': event({ type: 'refusal', action: 'E' }, { proofId: id, kind: z.enum(wayKinds), cause: z.string().max(20) }),
  'recovery.acted': event({ type: 'write', action: 'U' }, { act: z.enum(actKinds), portalId: id, proofId: id.nullable(), askedBy: id.nullable(), told: count, reason }),
  'recovery.act-refused': event({ type: 'refusal', action: 'E' }, { act: z.enum(actKinds) }),
  'recovery.link-refused': event({ type: 'refusal', action: 'E' }, { page: z.enum(['proof', 'reset']), cause: z.enum(['birth-date', 'password', 'ended', 'slowed']) }),
  'recovery.password-chosen': event({ type: 'system', action: 'U' }, { portalId: id, sessions: count, told: count }),
  'recovery.not-me': event({ type: 'system', action: 'U' }, { portals: count, links: count, sessions: count, incidentId: id }),
  'recovery.stopped': event({ type: 'write', action: 'U' }, { note: z.string().max(300), incidentId: id, told: count }),
  'recovery.call-ended': event({ type: 'write', action: 'U' }, { outcome: z.enum(callOutcomes), state: z.string().max(20) }),
  'recovery.expired': event({ type: 'system', action: 'U' }, { portalId: id }),
  'recovery.supervised': event({ type: 'query', action: 'E' }, { from: z.string().max(10), to: z.string().max(10), hits: count, ids: z.array(id).max(100) }),
  'incident.agent-listed': event({ type: 'query', action: 'E' }, { staffId: id, since: z.string().max(40), hits: count, ids: z.array(id).max(500) }),
  'incident.contained': event({ type: 'write', action: 'U' }, { staffId: id, what: z.enum(['suspended', 'told']), patients: count, accounts: count, links: count, told: count, reason }),
}
