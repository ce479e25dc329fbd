import { z } from 'zod'
import { drillAnswer, drillBody, exportBody, fairnessAnswer, serviceLevelsAnswer, serviceLevelsBody } from '#domain/contracts/service-levels.ts'
import { drill } from '#server/dashboards/drill.ts'
import { exportTable } from '#server/dashboards/export.ts'
import { readFairness } from '#server/dashboards/fairness.ts'
import { readServiceLevels } from '#server/dashboards/read-messages.ts'
import { read, type AnyRoute } from '#server/http/route.ts'

const sheet = z.strictObject({ fileName: z.string(), csv: z.string(), rows: z.int() })

export const dashboardRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/service-levels/messages', action: 'service-levels.read', summary: 'Open messages against their promise, replies, arrivals, forecast.',
    body: serviceLevelsBody, answer: serviceLevelsAnswer, run: readServiceLevels,
    audit: ({ forecast }) => ({ event: 'service-levels.read', detail: { what: 'messages', hits: forecast.threads.length, ids: forecast.threads.map(({ id }) => id) } }),
  }),
  read({
    path: 'POST /api/service-levels/threads', action: 'service-levels.read', summary: 'The threads behind a number.',
    body: drillBody, answer: drillAnswer, run: drill,
    audit: ({ rows }, { body }) => ({ event: 'service-levels.read', detail: { what: body.figure.of, hits: rows.length, ids: [...new Set(rows.map(({ thread }) => thread.id))] } }),
  }),
  read({
    path: 'POST /api/service-levels/fairness', action: 'service-levels.fairness', summary: 'Reply times by language, age and sex, small groups left out.',
    body: serviceLevelsBody, answer: fairnessAnswer, run: readFairness, audit: () => ({ event: 'service-levels.read', detail: { what: 'fairness', hits: 0, ids: [] } }),
  }),
  read({
    path: 'POST /api/service-levels/export', action: 'service-levels.export', summary: 'A table of the screen as a file, safe to open in a spreadsheet.',
    body: exportBody, answer: sheet, run: exportTable, audit: ({ rows }, { body }) => ({ event: 'service-levels.exported', detail: { table: body.table, rows } }),
  }),
]
