import type { z } from 'zod'
import type { preparedLine } from '#domain/contracts/proxy-access.ts'

/** An adult's own invitation, made ready at 18. */
export type PreparedLine = z.infer<typeof preparedLine>
