import { systemState } from '#domain/contracts/operations.ts'
import { read, type AnyRoute } from '#server/http/route.ts'
import { showSystem } from '#server/operations/show-system.ts'

export const operationsRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/system', action: 'system.read', summary: 'How the machine is: storage, last backup, last check of all data',
    answer: systemState, run: showSystem, audit: null,
  }),
]
