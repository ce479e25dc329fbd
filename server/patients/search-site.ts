import { sql } from 'drizzle-orm'
import { keysJson } from '#db/keys-json.ts'
import { hot, type Reader } from '#db/store.ts'
import type { FoundPage } from '#server/patients/find-patients.ts'

const sitesOf = hot<{ id: string }[]>('look_up_of_site', (db, t) =>
  db.select({ id: t.patients.id }).from(t.patients)
    .where(sql`(${t.patients.siteId} || '') = ${sql.placeholder('siteId')} and ${t.patients.id} in (select key from json_each(${sql.placeholder('ids')}))`))

/** Of those found the ones of a site; all of them where none is asked for. */
export async function keepAtSite(db: Reader, page: FoundPage, siteId: string | undefined): Promise<FoundPage> {
  if (siteId === undefined || page.found.length === 0) return page
  const rows = await db.hot(sitesOf, { siteId, ids: keysJson(page.found.map((one) => one.patient.id)) })
  const here = new Set(rows.map((row) => row.id))
  return { ...page, found: page.found.filter((one) => here.has(one.patient.id)) }
}
