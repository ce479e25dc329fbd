import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { capabilityIn, itemIn } from '#domain/access/access.ts'
import type { Item, Viewer } from '#domain/access/facts.ts'
import { viewersOf } from '#domain/access/gap.ts'
import { sceneAt } from '#domain/access/scene.ts'
import { ageAt } from '#domain/birthdays.ts'
import type { ReadersAnswer } from '#domain/contracts/messages.ts'
import type { Audience } from '#domain/messages/words.ts'
import { displayName } from '#domain/names.ts'
import { refusalOf } from '#domain/reasons.ts'
import { accessOfOne, type RecordAccess } from '#db/access-facts.ts'
import { promisedFor } from '#db/messages/clocks.ts'
import type { Thread } from '#db/messages/threads.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'

/** Ages at which sending asks who else reads (R21, R22). */
const TEEN = { from: 12, below: 18 }
type OneReader = ReadersAnswer['readers'][number]

/** A message as the access rules see it: no clinical item, so its date decides nothing (R25). */
const message: Item = { category: 'message', acquiredOn: null, confidentialTo: [], sensitive: false }

/**
 * Who can read an answer in this thread at this instant: by the function that results and the portal's own question ask (PX-01).
 * A patient who wrote in it on the portal reads it there, whatever we know of their account.
 */
export async function readersOf(db: Reader, act: Act, thread: Thread, audience: Audience = 'all-who-may'): Promise<ReadersAnswer> {
  const record = await accessOfOne(db, thread.patientId)
  const facts = record.factsOf(thread.portalId)
  const found = viewersOf(facts).flatMap((viewer): OneReader[] => {
    const scene = sceneAt(facts, viewer, act.at)
    const { visible, why } = itemIn(scene, message)
    return visible ? [readerOf(record, viewer, why.rule, capabilityIn(scene, 'send-messages').answer !== 'no')] : []
  })
  const wroteHere = !found.some(({ kind }) => kind === 'patient') && await hasWritten(db, thread)
  const all = wroteHere ? [readerOf(record, { kind: 'patient' }, 'R50', true), ...found] : found
  const isAlone = audience === 'patient-only' || thread.audience === 'patient-only'
  const readers = isAlone ? all.filter(({ kind }) => kind === 'patient') : all
  const { policy } = await promisedFor(db, thread, act.at)
  const age = ageAt(record.chart.birthDate, act.at, policy.timeZone)
  return {
    readers,
    ask: age >= TEEN.from && age < TEEN.below && readers.some(({ kind }) => kind === 'proxy'),
    fingerprint: fingerprintOf(readers.map(({ kind, id }) => `${kind}:${id}`)),
    patientOnly: all.some(({ kind }) => kind === 'patient') ? null : refusalOf('PATIENT_READS_NOTHING', act.language),
  }
}

function readerOf({ chart, persons, grants }: RecordAccess, viewer: Viewer, rule: string, mayReply: boolean): OneReader {
  if (viewer.kind === 'patient') return { kind: 'patient', id: chart.id, name: displayName(chart), relationship: null, rule, mayReply }
  const { personId } = viewer
  const relationship = grants.find((grant) => grant.personId === personId)?.relationship ?? null
  return { kind: 'proxy', id: personId, name: persons.get(personId)?.name ?? personId, relationship, rule, mayReply }
}

/** Whether the patient whom the thread is about has written in it on the portal. */
async function hasWritten(db: Reader, thread: Thread): Promise<boolean> {
  const { messageEntries: e } = db.t
  const [row] = await db.select({ id: e.id }).from(e)
    .where(and(eq(e.threadId, thread.id), eq(e.kind, 'message'), eq(e.senderKind, 'patient'), eq(e.senderId, thread.patientId))).limit(1)
  return row !== undefined
}

/** Stands for exactly these readers. */
function fingerprintOf(names: readonly string[]): string {
  return createHash('sha256').update(names.toSorted().join('\n')).digest('base64url').slice(0, 16)
}
