import { accountRoutes } from '#server/auth/routes.ts'
import type { AnyRoute } from '#server/http/route.ts'
import { jobRoutes } from '#server/jobs/routes.ts'
import { outboxRoutes } from '#server/outbox/routes.ts'

/** Every route of the console, room by room. */
export const routes: readonly AnyRoute[] = [
  ...accountRoutes,
  ...outboxRoutes,
  ...jobRoutes,
]
