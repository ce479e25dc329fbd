import type { QueueKind } from '#domain/messages/words.ts'
import type { Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

/** A queue as a seed describes it; the first of its people leads it. */
export type SeedQueue = {
  key: string; name: string; kind: QueueKind; siteId: string | null; portalId: string | null; people: readonly string[]; emergencyKey: string | null
}
export type SeedRule = { portalId?: string; siteId?: string; recipient?: string; topic?: string; queueKey: string; toCareTeam?: boolean }

export const queueIdOf = (key: string): string => stableId('message queue', key)

/** Writes queues with their people and the rules that send messages to them. Running it again changes nothing. */
export async function writeQueues(w: Writer, queues: readonly SeedQueue[], rules: readonly SeedRule[], defaultKey: string, at: Instant): Promise<void> {
  const { messageQueues: q, messageQueueMembers: m, messageRoutings: r } = w.t
  await w.insert(q).values(queues.map(({ key, name, kind, siteId, portalId, people, emergencyKey }, position) => ({
    id: queueIdOf(key), name, kind, siteId, portalId, leadId: staffIdOf(people[0] ?? ''), position, createdAt: at,
    emergencyQueueId: emergencyKey === null ? null : queueIdOf(emergencyKey),
  }))).onConflictDoNothing()
  await w.insert(m).values(queues.flatMap(({ key, people }) => people.map((userName) => ({ queueId: queueIdOf(key), staffId: staffIdOf(userName) })))).onConflictDoNothing()
  const written = rules.map(({ queueKey, portalId, siteId, recipient, topic, toCareTeam }) => ({
    portalId: portalId ?? null, siteId: siteId ?? null, recipient: recipient ?? null, topic: topic ?? null, queueId: queueIdOf(queueKey), toCareTeam: toCareTeam ?? false,
  }))
  await w.insert(r).values({ version: 1, rules: JSON.stringify(written), defaultQueueId: queueIdOf(defaultKey), changedBy: 'seed', changedAt: at }).onConflictDoNothing()
}
