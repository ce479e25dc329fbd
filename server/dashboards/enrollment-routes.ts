import { figureRows, figureRowsBody, figuresAnswer, figuresBody } from '#domain/contracts/enrollment-figures.ts'
import { auditOfRows, listFigureRows } from '#server/dashboards/list-figure-rows.ts'
import { readFigures } from '#server/dashboards/read-figures.ts'
import { read, type AnyRoute } from '#server/http/route.ts'

export const enrollmentFigureRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/enrollment-figures/search', action: 'enrollment.measure', summary: 'How many were invited, opened and activated, how long it took, why people said no.',
    body: figuresBody, answer: figuresAnswer, run: readFigures,
    audit: (answer, { body }) => ({ event: 'enrollment.measured', detail: { from: body.from, to: body.to, what: 'figures', hits: answer.total.invited, ids: [] }, purpose: 'HOPERAT' }),
  }),
  read({
    path: 'POST /api/enrollment-figures/rows', action: 'enrollment.measure', summary: 'The people behind one number.',
    body: figureRowsBody, answer: figureRows, run: listFigureRows, audit: auditOfRows,
  }),
]
