import { HOUR } from '#domain/time.ts'
import { anchorNow } from '#server/audit/anchor.ts'
import { every, nightly, type Job } from '#server/jobs/jobs.ts'
import { backUpByItself } from '#server/operations/backup-job.ts'
import { checkSoon } from '#server/operations/check-storage.ts'

/** Notes the end of the audit chain outside the data folder, every hour (AD-06). */
export const anchorJob: Job = {
  name: 'anchor-the-record', nextDueAt: every(HOUR), audited: false,
  run: async (app) => ({ position: (await anchorNow(app, 'hour'))?.position ?? 0 }),
}

/** Begins to read all of the data every night (DU-08); what is found is recorded when it is known. */
export const checkJob: Job = {
  name: 'check-the-data', nextDueAt: nightly, audited: false,
  run: async (app) => {
    checkSoon(app)
    return { begun: 1 }
  },
}

/** Makes a backup every night where a folder and a passphrase for it are set (OP-01). */
export const backUpJob: Job = { name: 'back-up', nextDueAt: nightly, audited: false, run: backUpByItself }
