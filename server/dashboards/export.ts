import { stringify } from 'csv-stringify/sync'
import type { z } from 'zod'
import type { exportBody, FairnessAnswer, ReplyFigures, ServiceLevels } from '#domain/contracts/service-levels.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { readFairness } from '#server/dashboards/fairness.ts'
import { readServiceLevels } from '#server/dashboards/read-messages.ts'
import { headings } from '#server/dashboards/words.ts'

type Ask = z.infer<typeof exportBody>
type Cell = string | number | null
type Sheet = { fileName: string; csv: string; rows: number }

/** A table of the screen as a file for spreadsheets: made here, audited, every cell shown as text and never as a formula (IN-08). */
export async function exportTable(db: Reader, act: Act, { body }: { body: Ask }): Promise<Outcome<Sheet>> {
  const { table, ...ask } = body
  const read = table === 'fairness' ? await readFairness(db, act, { body: ask }) : await readServiceLevels(db, act, { body: ask })
  if ('refused' in read) return read
  const rows = 'by' in read.done ? fairnessRows(read.done) : rowsOf(read.done, table)
  const csv = stringify([headings(table, act.language), ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return done({ fileName: `service-levels-${table}-${read.done.from}-${read.done.to}.csv`, csv, rows: rows.length })
}

function rowsOf(levels: ServiceLevels, table: Ask['table']): Cell[][] {
  switch (table) {
    case 'queues': return levels.queues.map((queue) => [queue.name, queue.portalName, queue.siteName, queue.total, queue.unclaimed, ...Object.values(queue.bands), ...figures(queue.replies)])
    case 'people': return levels.people.map((person) => [person.name, person.open, person.late, ...figures(person.replies)])
    case 'weeks': return levels.weeks.map((week) => [week.from, week.to, week.arrived, week.answered, week.onTime])
    case 'heat': return levels.heat.cells.map((cell) => [cell.weekday + 1, cell.hour, cell.messages, Math.round(cell.mean * 100) / 100])
    case 'forecast': return levels.forecast.queues.map((queue) => [queue.queueName, queue.opensAt, queue.due, queue.reached, queue.late, queue.answersLastFour])
    case 'fairness': return []
  }
}

function fairnessRows({ by }: FairnessAnswer): Cell[][] {
  return by.flatMap(({ trait, groups }) => groups.map(({ group, people, figures: of }) => [trait, group, people, ...(of ? figures(of) : [null, null, null, null, null])]))
}

function figures({ answered, onTime, withinLimit, medianMinutes, p90Minutes }: ReplyFigures): Cell[] {
  return [answered, onTime, withinLimit, medianMinutes, p90Minutes]
}
