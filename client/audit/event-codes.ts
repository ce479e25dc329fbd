import { oversight } from '#client/layout/i18n/en/oversight.ts'
import type { AuditOutcome } from '#domain/audit-events.ts'

/** Every kind of event that has a name on the screen; a test keeps that list complete. */
export const eventCodes = Object.keys(oversight.audit.events)
export const outcomes: readonly AuditOutcome[] = ['success', 'refused', 'failed']
