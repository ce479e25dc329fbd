import { z } from 'zod'
import { jobRow } from '#domain/contracts/jobs.ts'
import { contentRange } from '#server/http/list.ts'
import { read, type AnyRoute } from '#server/http/route.ts'
import { listJobs } from '#server/jobs/list-jobs.ts'

/** react-admin asks every list for a sort, range and filter; the few jobs come as they are. */
const anyList = z.strictObject({ sort: z.string().max(200).optional(), range: z.string().max(50).optional(), filter: z.string().max(200).optional() })

export const jobRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/jobs', action: 'job.read', summary: 'The jobs that run by themselves, with their last run and the next',
    query: anyList, answer: z.array(jobRow), run: listJobs, range: contentRange('jobs'), audit: null,
  }),
]
