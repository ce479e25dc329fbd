import { and, eq, inArray, isNull } from 'drizzle-orm'
import { basisRules, type Basis } from '#domain/access/bases.ts'
import { EVERYBODY } from '#domain/access/blocks.ts'
import type { GrantCause, GrantState } from '#domain/access/grant-states.ts'
import type { Writer } from '#db/store.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { changeState } from '#server/proxy-access/change-state.ts'
import { systemRandom } from '#server/random.ts'

/** What the journal beside the data knows of the lost time. */
type Lost = { event: string; objectId: string; patientId: string | null; detail: Record<string, unknown> }

const app = { random: systemRandom }

/**
 * After a restore: what was closed in the lost time is closed again, and never what was opened (OP-03, T2). A block whose
 * marks are lost means everybody until the privacy officer has entered it anew; a legal status that is lost suspends
 * every parent's access until two have looked. Returns how many accesses that touched.
 */
export async function closeAccessAgain(w: Writer, scene: AuditScene, gap: readonly Lost[]): Promise<number> {
  let closed = 0
  const last = new Map(gap.filter((one) => one.event === 'proxy.state-changed').map((one) => [one.objectId, one]))
  for (const { objectId, detail } of last.values()) closed += await closeOne(w, scene, objectId, String(detail.state))
  for (const { event, objectId, patientId, detail } of gap) {
    if (event === 'minor-consent.withdrawn') await w.update(w.t.minorConsents).set({ withdrawnAt: scene.at }).where(and(eq(w.t.minorConsents.id, objectId), isNull(w.t.minorConsents.withdrawnAt)))
    if (event === 'legal-status.recorded' && patientId !== null) closed += await suspendAll(w, scene, patientId, (basis) => basisRules[basis].parental)
    if (event === 'contact.suppressed' && patientId !== null) await suppressAgain(w, scene, objectId, patientId, String(detail.channel))
    if (event === 'block.set' && patientId !== null) closed += await blockEverybody(w, scene, objectId, patientId)
  }
  return closed
}

async function closeOne(w: Writer, scene: AuditScene, grantId: string, state: string): Promise<number> {
  const { proxyGrants: g } = w.t
  const [grant] = await w.select().from(g).where(and(eq(g.id, grantId), inArray(g.state, ['requested', 'pending', 'active', 'suspended'])))
  if (!grant || !['ended', 'denied', 'suspended', 'held'].includes(state) || grant.state === state) return 0
  await changeState(w, app, scene, grant, { state: state as GrantState, cause: 'restored' })
  return 1
}

async function suspendAll(w: Writer, scene: AuditScene, patientId: string, isMeant: (basis: Basis) => boolean, cause: GrantCause = 'restored'): Promise<number> {
  const { proxyGrants: g } = w.t
  const open = await w.select().from(g).where(and(eq(g.patientId, patientId), inArray(g.state, ['pending', 'active'])))
  const meant = open.filter((grant) => isMeant(grant.basis as Basis))
  for (const grant of meant) await changeState(w, app, scene, grant, { state: 'suspended', cause })
  return meant.length
}

/** Which address was meant is lost: the whole way stays closed until a desk opens it again. */
async function suppressAgain(w: Writer, scene: AuditScene, id: string, patientId: string, channel: string): Promise<void> {
  const { suppressedChannels: s, patients } = w.t
  const [chart] = await w.select({ id: patients.id }).from(patients).where(eq(patients.id, patientId))
  if (chart) await w.insert(s).values({ id, patientId, channel, contactKey: null, setBy: 'system', setAt: scene.at }).onConflictDoNothing()
}

/** The note stands in for the block that was lost; lifting it takes two, as any. */
async function blockEverybody(w: Writer, scene: AuditScene, blockId: string, patientId: string): Promise<number> {
  const { accessBlocks: b, accessBlockMarks: m, patients } = w.t
  const [known] = await w.select({ id: b.id }).from(b).where(eq(b.id, blockId))
  const [chart] = await w.select({ id: patients.id }).from(patients).where(eq(patients.id, patientId))
  if (known || !chart) return 0
  await w.insert(b).values({
    id: blockId, patientId, kind: 'safety-flag', note: 'A block that was set after the backup was lost in a restore. Enter it again, then have this one lifted.', setBy: 'system', setAt: scene.at,
  })
  await w.insert(m).values({ id: `${blockId}-all`, blockId, kind: 'person', value: EVERYBODY, given: null })
  return suspendAll(w, scene, patientId, () => true)
}
