import { desc, eq, inArray } from 'drizzle-orm'
import type { OptOutAnswer, PreferencesAnswer } from '#domain/contracts/preferences.ts'
import { EVERY_PORTAL, type WishChannel, type WishKind, type WishSource } from '#domain/preferences.ts'
import { isoOf } from '#domain/time.ts'
import { findPortals } from '#db/portals.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { openChart } from '#server/patients/patients.ts'
import { portalsFor } from '#server/preferences/portals-for.ts'

/** Of what was taken back, the newest. */
const MOST_SHOWN = 50

/** What a patient does not want to get: what stands, what was taken back, and what can be chosen. */
export async function readPreferences(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<PreferencesAnswer>> {
  const opened = await openChart(db, act, params.id)
  if ('refused' in opened) return opened
  const { chart } = opened
  return done({ deceased: chart.deceased, portals: await portalsFor(db, chart, act.at), optOuts: await shownOptOuts(db, chart.id) })
}

async function shownOptOuts(db: Reader, patientId: string): Promise<OptOutAnswer[]> {
  const { optOuts: o, staff } = db.t
  const rows = await db.select().from(o).where(eq(o.patientId, patientId)).orderBy(desc(o.setAt), desc(o.id)).limit(MOST_SHOWN)
  const ids = [...new Set(rows.flatMap((row) => [row.setBy, row.endedBy ?? row.setBy]))]
  const people = ids.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
  const names = new Map(people.map((one) => [one.id, one.name]))
  const portals = new Map(rows.length === 0 ? [] : (await findPortals(db)).map((portal) => [portal.id, portal.name]))
  const shown = rows.map((row): OptOutAnswer => ({
    id: row.id, version: row.version, portal: row.portalId === EVERY_PORTAL ? null : { id: row.portalId, name: portals.get(row.portalId) ?? row.portalId },
    channel: row.channel as WishChannel, kind: row.kind as WishKind, source: row.source as WishSource,
    recorded: { at: isoOf(row.setAt), by: names.get(row.setBy) ?? '', reason: row.reason },
    takenBack: row.endedAt === null ? null : { at: isoOf(row.endedAt), by: names.get(row.endedBy ?? '') ?? '', reason: row.endReason ?? '' },
  }))
  return [...shown.filter((one) => one.takenBack === null), ...shown.filter((one) => one.takenBack !== null)]
}
