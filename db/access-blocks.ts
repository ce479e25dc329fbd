import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { isContactOfBlocked, means, type BlockFacts, type BlockMark, type PersonMarks } from '#domain/access/blocks.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Instant } from '#domain/time.ts'
import { chartMarks, knownPersons } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'

type MarkRow = Reader['t']['accessBlockMarks']['$inferSelect']

/**
 * The blocks of each of these patients, lifted ones too. A mark that names a proxy or chart brings along every name,
 * address and number that they have now.
 */
export async function blocksOf(db: Reader, patientIds: readonly string[]): Promise<Map<string, BlockFacts[]>> {
  const { accessBlocks, accessBlockMarks, accessBlockClearances } = db.t
  const wanted = [...new Set(patientIds)]
  const rows = wanted.length === 0 ? [] : await db.select().from(accessBlocks).where(inArray(accessBlocks.patientId, wanted))
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.id)
  const marks = await db.select().from(accessBlockMarks).where(inArray(accessBlockMarks.blockId, ids))
  const cleared = await db.select().from(accessBlockClearances).where(inArray(accessBlockClearances.blockId, ids))
  const known = await liveMarks(db, marks)
  const facts = rows.map((row): BlockFacts & { patientId: string } => ({
    id: row.id, patientId: row.patientId, fromAt: row.setAt, liftedAt: row.liftedAt,
    marks: marks.filter((mark) => mark.blockId === row.id).flatMap((mark) => [markOf(mark), ...known(mark)]),
    clearedPersonIds: cleared.filter((one) => one.blockId === row.id).map((one) => one.personId),
  }))
  return Map.groupBy(facts, (one) => one.patientId)
}

/** Whether a block holds on the chart, whoever it means. */
export async function hasBlock(db: Reader, patientId: string): Promise<boolean> {
  const { accessBlocks } = db.t
  const [row] = await db.select({ id: accessBlocks.id }).from(accessBlocks).where(and(eq(accessBlocks.patientId, patientId), isNull(accessBlocks.liftedAt))).limit(1)
  return row !== undefined
}

/**
 * The blocks of one patient as far as contacts go: beside their own marks the addresses and numbers of everybody around the
 * record whom they mean by whatever they go by, proxies of any state and the household. Those never mean a further person.
 */
export async function contactBlocksOf(db: Reader, patientId: string): Promise<BlockFacts[]> {
  const blocks = (await blocksOf(db, [patientId])).get(patientId) ?? []
  if (blocks.length === 0) return blocks
  const around = await peopleAround(db, patientId)
  return blocks.map((block) => ({ ...block, marks: [...block.marks, ...around.filter((person) => means(block, person)).flatMap(contactMarks)] }))
}

/** The refusal of a mailbox or number that belongs to somebody who is blocked here; null: nothing stops it (PX-03). */
export async function contactStop(db: Reader, patientId: string, kind: 'email' | 'phone', value: string, at: Instant): Promise<ReasonCode | null> {
  return isContactOfBlocked(kind, value, await contactBlocksOf(db, patientId), at) ? 'CONTACT_NEEDS_PRIVACY_OFFICER' : null
}

async function peopleAround(db: Reader, patientId: string): Promise<PersonMarks[]> {
  const { proxyGrants: g, householdLinks: h } = db.t
  const proxies = await db.selectDistinct({ id: g.personId }).from(g).where(eq(g.patientId, patientId))
  const links = await db.select({ one: h.patientId, other: h.relatedPatientId }).from(h).where(or(eq(h.patientId, patientId), eq(h.relatedPatientId, patientId)))
  const related = links.flatMap(({ one, other }) => [one, ...(other === null ? [] : [other])]).filter((id) => id !== patientId)
  const charts = await chartMarks(db, related)
  return [...(await knownPersons(db, proxies.map((row) => row.id))).values(), ...[...charts.values()].map((chart) => ({ ...chart, personId: null }))]
}

function contactMarks({ emails, phones }: PersonMarks): BlockMark[] {
  return [...emails.map((value): BlockMark => ({ kind: 'email', value })), ...phones.map((value): BlockMark => ({ kind: 'phone', value }))]
}

async function liveMarks(db: Reader, marks: readonly MarkRow[]): Promise<(mark: MarkRow) => BlockMark[]> {
  const valuesOf = (kind: string) => marks.filter((mark) => mark.kind === kind).map((mark) => mark.value)
  const persons = await knownPersons(db, valuesOf('person'))
  const charts = await chartMarks(db, valuesOf('patient'))
  return (mark) => {
    const known = mark.kind === 'person' ? persons.get(mark.value) : mark.kind === 'patient' ? charts.get(mark.value) : undefined
    if (!known) return []
    return [
      ...known.names.map(({ family, given }): BlockMark => ({ kind: 'name', family, given })),
      ...known.emails.map((value): BlockMark => ({ kind: 'email', value })), ...known.phones.map((value): BlockMark => ({ kind: 'phone', value })),
      ...(known.birthDate === null ? [] : [{ kind: 'birth-date' as const, value: known.birthDate }]),
      ...(mark.kind === 'person' && known.patientId !== null ? [{ kind: 'patient' as const, value: known.patientId }] : []),
    ]
  }
}

function markOf(row: MarkRow): BlockMark {
  return row.kind === 'name' ? { kind: 'name', family: row.value, given: row.given ?? '' } : { kind: row.kind as 'email' | 'phone' | 'birth-date' | 'person' | 'patient', value: row.value }
}
