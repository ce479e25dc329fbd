import type { App } from '#server/app.ts'
import { deliverCommandsJob } from '#server/connector/deliver.ts'
import { forgetJob } from '#server/jobs/forget.ts'
import { runCampaignsJob } from '#server/campaigns/run-campaigns.ts'
import { lookForSharingJob } from '#server/contacts/look-for-sharing.ts'
import { expireInvitationsJob } from '#server/invitations/expire.ts'
import type { Job } from '#server/jobs/jobs.ts'
import { runJobs } from '#server/jobs/runner.ts'
import { forgetPresenceJob, guardJob, reckonClocksJob } from '#server/messages/jobs.ts'
import { recountJob } from '#server/messages/recount.ts'
import { expireCasesJob } from '#server/recovery/jobs.ts'
import { anchorJob, backUpJob, checkJob } from '#server/operations/jobs.ts'
import { deliverJob, readReportsJob } from '#server/outbox/jobs.ts'
import { tellContactChangesJob } from '#server/patients/jobs.ts'
import { birthdayJob, proxySweepJob } from '#server/proxy-access/jobs.ts'
import { looseValuesJob, missingLabsJob, remindOfHoldsJob, turnResultsJob } from '#server/results/jobs.ts'
import { applyTestKindsJob } from '#server/results/apply-test-kinds.ts'
import { readLabFilesJob } from '#server/results/lab-files.ts'
import { expireRequestsJob } from '#server/two-person/jobs.ts'

/** Everything that the server does by itself, room by room. */
export const jobs: readonly Job[] = [
  deliverJob, readReportsJob, forgetJob, expireRequestsJob, anchorJob, checkJob, backUpJob,
  expireInvitationsJob, runCampaignsJob, lookForSharingJob,
  tellContactChangesJob, expireCasesJob,
  birthdayJob, proxySweepJob,
  reckonClocksJob, guardJob, forgetPresenceJob, recountJob, deliverCommandsJob,
  readLabFilesJob, looseValuesJob, applyTestKindsJob, turnResultsJob, remindOfHoldsJob, missingLabsJob,
]

/** Runs what is due by the practice's clock and returns when it is done: for whoever moves the clock. */
export function runDueJobs(app: App): Promise<void> {
  return runJobs(app, jobs)
}
