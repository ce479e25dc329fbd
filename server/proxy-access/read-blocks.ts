import { desc, eq, inArray } from 'drizzle-orm'
import type { BlockKind } from '#domain/access/bases.ts'
import type { BlocksAnswer } from '#domain/contracts/proxy-access.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { openChart } from '#server/patients/patients.ts'
import { staffNames } from '#server/proxy-access/staff-names.ts'

/** Every block of a chart with its kind, words and marks: for the privacy officer alone. */
export async function readBlocks(db: Reader, act: Act, patientId: string): Promise<Outcome<BlocksAnswer>> {
  const opened = await openChart(db, act, patientId)
  if ('refused' in opened) return opened
  const { accessBlocks: b, accessBlockMarks: m, accessBlockClearances: c } = db.t
  const blocks = await db.select().from(b).where(eq(b.patientId, patientId)).orderBy(desc(b.setAt), desc(b.id))
  const ids = blocks.map((one) => one.id)
  const marks = ids.length === 0 ? [] : await db.select().from(m).where(inArray(m.blockId, ids))
  const cleared = ids.length === 0 ? [] : await db.select().from(c).where(inArray(c.blockId, ids))
  const persons = await knownPersons(db, [...cleared.map((one) => one.personId), ...marks.filter((one) => one.kind === 'person').map((one) => one.value)])
  const nameOf = await staffNames(db, blocks.map((one) => one.setBy))
  return done({
    blocks: blocks.map((block) => ({
      id: block.id, kind: block.kind as BlockKind, note: block.note, setByName: nameOf(block.setBy), setAt: isoOf(block.setAt), liftedAt: isoOrNull(block.liftedAt), version: block.version,
      marks: marks.filter((one) => one.blockId === block.id).map((one) => ({
        kind: one.kind as BlocksAnswer['blocks'][number]['marks'][number]['kind'],
        value: one.kind === 'name' ? `${one.given ?? ''} ${one.value}`.trim() : one.kind === 'person' ? persons.get(one.value)?.name ?? one.value : one.value,
      })),
      cleared: cleared.filter((one) => one.blockId === block.id).map((one) => ({ personId: one.personId, name: persons.get(one.personId)?.name ?? '' })),
    })),
  })
}
