import { asc } from 'drizzle-orm'
import type { JobRow } from '#domain/contracts/jobs.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { pageOf } from '#server/http/list.ts'

/** Every job, with its last run and the next. */
export async function listJobs(db: Reader, act: Act): Promise<Outcome<JobRow[]>> {
  const rows = await db.select().from(db.t.jobs).orderBy(asc(db.t.jobs.name))
  return done(pageOf(rows.map((row): JobRow => ({
    id: row.name, dueAt: isoOf(row.dueAt), running: row.leasedUntil !== null && row.leasedUntil > act.at,
    lastStartedAt: isoOrNull(row.lastStartedAt), lastEndedAt: isoOrNull(row.lastEndedAt),
    lastOutcome: row.lastOutcome === 'done' || row.lastOutcome === 'failed' ? row.lastOutcome : null,
    lastCounts: JSON.parse(row.lastCounts ?? '{}') as JobRow['lastCounts'],
  })), 0, rows.length))
}
