import { z } from 'zod'

const instant = z.iso.datetime()

/** How the machine is, as the administrator sees it: no patient data. */
export const systemState = z.object({
  version: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  startedAt: instant,
  /** Why nothing can be written: a check that found damage. Null: all is well. */
  damaged: z.string().nullable(),
  lastBackupAt: instant.nullable(),
  /** No backup within 48 hours. */
  backupLate: z.boolean(),
  /** When the whole of the data was last read and checked. */
  lastCheckedAt: instant.nullable(),
})
export type SystemState = z.infer<typeof systemState>
