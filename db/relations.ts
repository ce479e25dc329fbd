import { and, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { staffByNpi, type CoverFacts, type MatchKind, type PatientTies, type PractitionerMatch } from '#domain/relations.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'

/** Rows of one question to the database. */
const CHUNK = 500

/**
 * Matches practitioners with members of staff by NPI, and takes back matches by NPI that no longer agree. Called with
 * the NPIs that came, went or were given to staff, and with practitioners whose NPI has changed.
 */
export async function matchByNpi(w: Writer, what: { npis: readonly string[]; ids?: readonly string[] }, at: Instant): Promise<void> {
  const { practitioners, staff } = w.t
  const changed = await bearersOf(w, what.npis, what.ids ?? [])
  const npis = [...new Set(changed.flatMap((one) => one.npi ?? []))]
  const staffOf = new Map<string, string>()
  for (const part of chunks(npis)) {
    const rows = await w.select({ id: staff.id, npi: staff.npi }).from(staff).where(inArray(staff.npi, part))
    for (const row of rows) staffOf.set(row.npi ?? '', row.id)
  }
  const bearers = Map.groupBy(changed, (one) => one.npi)
  for (const one of changed) {
    const staffId = staffByNpi(one, one.npi === null ? [] : bearers.get(one.npi) ?? [], staffOf.get(one.npi ?? '') ?? null)
    if (staffId === one.staffId) continue
    await w.update(practitioners).set({
      staffId, matchedHow: staffId === null ? null : 'npi', matchedBy: staffId === null ? null : 'system', matchedAt: staffId === null ? null : at,
      version: sql`${practitioners.version} + 1`,
    }).where(eq(practitioners.id, one.id))
    w.announce('practitioners', one.id)
  }
}

/** Practitioners who bear one of the NPIs, or have one of the ids. */
export async function bearersOf(db: Reader, npis: readonly string[], ids: readonly string[] = []): Promise<PractitionerMatch[]> {
  const { practitioners } = db.t
  const found = new Map<string, PractitionerMatch>()
  for (const [column, keys] of [[practitioners.npi, npis], [practitioners.id, ids]] as const) {
    for (const part of chunks([...new Set(keys)])) {
      const rows = await db.select(matchColumns(db)).from(practitioners).where(inArray(column, part))
      for (const row of rows) found.set(row.id, matchOf(row))
    }
  }
  return [...found.values()]
}

/** The columns that matching goes by. */
export function matchColumns(db: Reader) {
  const { id, source, npi, nameKey, staffId, matchedHow } = db.t.practitioners
  return { id, source, npi, nameKey, staffId, matchedHow }
}

export function matchOf(row: Omit<PractitionerMatch, 'matchedHow'> & { matchedHow: string | null }): PractitionerMatch {
  return { ...row, matchedHow: row.matchedHow as MatchKind | null }
}

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, part) => items.slice(part * CHUNK, (part + 1) * CHUNK))
}

/** Everything that ties clinicians to a patient and is not over at an instant: what `relationOf` decides from. `also`: somebody whose covers are asked for beside theirs. */
export async function tiesOf(db: Reader, patientId: string, at: Instant, also: string | null = null): Promise<PatientTies> {
  const { practitioners: p, orders: o, careTeamMembers: c, covers } = db.t
  const isMatched = isNotNull(p.staffId)
  const orders = await db.select({ staffId: p.staffId, orderedAt: o.orderedAt }).from(o).innerJoin(p, eq(p.id, o.practitionerId))
    .where(and(eq(o.patientId, patientId), isMatched))
  const careTeam = await db.select({ staffId: p.staffId, fromAt: c.fromAt, untilAt: c.untilAt }).from(c).innerJoin(p, eq(p.id, c.practitionerId))
    .where(and(eq(c.patientId, patientId), isMatched, or(isNull(c.untilAt), gt(c.untilAt, at))))
  const ids = [...new Set([...orders, ...careTeam, { staffId: also }].flatMap((one) => one.staffId ?? []))]
  const { absentId, coveringId, fromAt, untilAt, endedAt } = covers
  const found: CoverFacts[] = ids.length === 0 ? [] : await db.select({ absentId, coveringId, fromAt, untilAt, endedAt }).from(covers)
    .where(and(inArray(covers.absentId, ids), gt(covers.untilAt, at)))
  return {
    orders: orders.map((one) => ({ ...one, staffId: one.staffId ?? '' })),
    careTeam: careTeam.map((one) => ({ ...one, staffId: one.staffId ?? '' })),
    covers: found,
  }
}
