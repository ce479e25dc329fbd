import { asc, gt, inArray } from 'drizzle-orm'
import type { CoverLine, CoversAnswer } from '#domain/contracts/practitioners.ts'
import { isCovering, isCoverOver } from '#domain/relations.ts'
import { DAY, isoOf, type Instant } from '#domain/time.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { activeClinicians } from '#server/practitioners/clinicians.ts'

const MOST_ROWS = 200
/** Covers that ended this long ago are still shown. */
const SHOWN_AFTER = 28 * DAY

/** Who stands in for whom: what runs first, then what is to come, then what is over. */
export async function listCovers(db: Reader, act: Act): Promise<Outcome<CoversAnswer>> {
  const { covers } = db.t
  const found = await db.select().from(covers).where(gt(covers.untilAt, act.at - SHOWN_AFTER)).orderBy(asc(covers.untilAt), asc(covers.id)).limit(MOST_ROWS + 1)
  const shown = found.slice(0, MOST_ROWS)
  const nameOf = await staffNames(db, shown.flatMap((row) => [row.absentId, row.coveringId, row.setBy]))
  const rows = shown.map((row) => lineOf(row, nameOf, act.at))
  return done({
    rows: rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
    more: found.length > MOST_ROWS, clinicians: await activeClinicians(db),
  })
}

const order: readonly CoverLine['state'][] = ['running', 'to-come', 'over']

function lineOf(row: RowOf<'covers'>, nameOf: (id: string) => string, at: Instant): CoverLine {
  return {
    id: row.id, absentId: row.absentId, absentName: nameOf(row.absentId), coveringId: row.coveringId, coveringName: nameOf(row.coveringId),
    fromAt: isoOf(row.fromAt), untilAt: isoOf(Math.min(row.untilAt, row.endedAt ?? row.untilAt)), setByName: nameOf(row.setBy), setAt: isoOf(row.setAt),
    state: isCoverOver(row, at) ? 'over' : isCovering(row, at) ? 'running' : 'to-come', version: row.version,
  }
}

/** Gives the name of each of these members of staff; the id where there is none. */
export async function staffNames(db: Reader, ids: readonly string[]): Promise<(id: string) => string> {
  const { staff } = db.t
  const rows = ids.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, [...new Set(ids)]))
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (id) => names.get(id) ?? id
}
