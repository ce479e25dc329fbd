import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { effectLine } from '#domain/two-person-effects.ts'
import type { Reader, Writer } from '#db/store.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn, isNearTo, mrnTailOf } from '#server/patients/patients.ts'
import { askSecondPerson, twoPersonAct, type Asked } from '#server/two-person/two-person.ts'

const stored = z.object({ blockId: z.string() })

/** A block that no longer holds: two people agree. What it closed stays closed until it is reviewed. */
export const liftBlockAct = twoPersonAct<z.infer<typeof stored>>({
  action: 'block.lift',
  input: stored,
  subjectOf: () => null,
  mayNotDecide: async (db, actor, { blockId }) => {
    const block = await blockRow(db, blockId)
    return block && await isNearTo(db, actor, block.patientId) ? 'OWN_OR_HOUSEHOLD_CHART' : null
  },
  against: async (db, { blockId }) => ((await blockRow(db, blockId))?.liftedAt === null ? null : 'ALREADY_DONE'),
  effectOf: async (db, { blockId }) => [
    effectLine('block.lift', { mrn: await mrnTailOf(db, (await blockRow(db, blockId))?.patientId ?? '') }), effectLine('block.lift.stays', {}),
  ],
  carryOut: async (w, act, { blockId }) => {
    const block = await blockRow(w, blockId)
    if (!block) return
    await w.update(w.t.accessBlocks).set({ liftedBy: act.actor.id, liftedAt: act.at, version: block.version + 1 }).where(eq(w.t.accessBlocks.id, blockId))
    await record(w, act, { event: 'block.lifted', patientId: block.patientId, objectId: blockId, detail: {} })
    w.announce('patients', block.patientId)
  },
})

/** Asks for a block to be lifted; nothing opens before a second person agrees. */
export async function askToLift(w: Writer, act: Act, id: string, reason: string): Promise<Outcome<Asked>> {
  const block = await blockRow(w, id)
  if (!block) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, block.patientId)
  return 'refused' in opened ? opened : askSecondPerson(w, act, liftBlockAct, { objectId: id, input: { blockId: id }, reason })
}

async function blockRow(db: Reader, id: string) {
  const [row] = await db.select().from(db.t.accessBlocks).where(eq(db.t.accessBlocks.id, id))
  return row ?? null
}
