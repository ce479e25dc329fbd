import { todayAnswer, todaySearchBody } from '#domain/contracts/today.ts'
import { read, type AnyRoute } from '#server/http/route.ts'
import { auditOfDay, listDay } from '#server/today/list-day.ts'

export const todayRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/today/search', action: 'appointment.read', summary: 'Who comes to a site on a day, and what the portal asks of each.',
    body: todaySearchBody, answer: todayAnswer, run: listDay, audit: auditOfDay,
  }),
]
