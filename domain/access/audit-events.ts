import { z } from 'zod'
import { count, event, id } from '#domain/audit-event.ts'

/** Who was given access to whose record, what was closed, who asked. */
export const proxyEvents = {
  'proxy.read': event({ type: 'read', action: 'R' }, { part: z.string().max(40), count, reason: z.string().max(500).optional() }),
  'proxy.worklist-read': event({ type: 'query', action: 'E' }, { list: z.string().max(40), hits: count, ids: z.array(id).max(200) }),
  'proxy.persons-searched': event({ type: 'query', action: 'E' }, { termsHash: id, hits: count, ids: z.array(id).max(100) }),
  'proxy.asked-from-outside': event({ type: 'query', action: 'E' }, { portalId: id, viewer: id, visible: count }),
  'proxy-person.created': event({ type: 'write', action: 'C' }, { reason: z.string().max(500), candidateIds: z.array(id).max(20), override: z.string().max(500).optional() }),
  'proxy-person.edited': event({ type: 'write', action: 'U' }, { reason: z.string().max(500) }),
  'proxy.granted': event({ type: 'write', action: 'C' }, {
    portalId: id, personId: id, basis: z.string().max(40), level: z.string().max(60), endOn: z.string().max(10).nullable(), reviewOn: z.string().max(10).nullable(),
    told: count, reason: z.string().max(500),
  }),
  'proxy.held': event({ type: 'refusal', action: 'E' }, { portalId: id, personId: id, told: count }),
  'proxy.state-changed': event({ type: 'write', action: 'U' }, { state: z.string().max(20), cause: z.string().max(40), wish: z.string().max(20).nullable(), reason: z.string().max(500).optional() }),
  'proxy.confirmed': event({ type: 'write', action: 'U' }, { account: z.enum(['own', 'new', 'portal']) }),
  'proxy.answer-refused': event({ type: 'refusal', action: 'E' }, { tries: count }),
  'proxy.reviewed': event({ type: 'write', action: 'U' }, { endOn: z.string().max(10).nullable(), reviewOn: z.string().max(10).nullable(), document: z.string().max(40).nullable(), reason: z.string().max(500) }),
  'proxy.invitation-resent': event({ type: 'write', action: 'U' }, { queued: z.boolean() }),
  'legal-status.recorded': event({ type: 'write', action: 'C' }, { kind: z.string().max(40), fromOn: z.string().max(10), document: z.string().max(40), ended: count, hidden: count }),
  'legal-status.ended': event({ type: 'write', action: 'U' }, { kind: z.string().max(40) }),
  'minor-consent.given': event({ type: 'write', action: 'C' }, { personId: id, serviceLine: z.string().max(40), reason: z.string().max(500) }),
  'minor-consent.withdrawn': event({ type: 'write', action: 'U' }, { personId: id, serviceLine: z.string().max(40) }),
  'block.set': event({ type: 'write', action: 'C' }, { marks: count, stopped: count }),
  'block.lifted': event({ type: 'write', action: 'U' }, {}),
  'block.read': event({ type: 'read', action: 'R' }, { count }),
  'block.decided': event({ type: 'write', action: 'U' }, { decision: z.enum(['other-person', 'decline']), blocks: count, reason: z.string().max(500) }),
  'contact.suppressed': event({ type: 'write', action: 'C' }, { channel: z.string().max(10), whole: z.boolean(), reason: z.string().max(500) }),
  'contact.suppression-ended': event({ type: 'write', action: 'U' }, { channel: z.string().max(10), reason: z.string().max(500) }),
  'birthday.step-done': event({ type: 'system', action: 'E' }, { portalId: id, age: count, daysBefore: count, told: count, letters: count }),
  'letter.printed': event({ type: 'write', action: 'U' }, { template: z.string().max(60) }),
  'prepared-invitation.settled': event({ type: 'write', action: 'U' }, { state: z.string().max(20), reason: z.string().max(500).optional() }),
} as const
