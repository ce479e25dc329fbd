import { accessCalls } from '#server/connector/access.ts'
import { messageCalls } from '#server/connector/messages.ts'
import type { PortalCall } from '#server/connector/portal-call.ts'
import { reportCalls } from '#server/connector/reports.ts'
import { resultCalls } from '#server/connector/results.ts'

/** Everything that portals ask and tell. */
export const portalCalls: readonly PortalCall[] = [...messageCalls, ...reportCalls, ...accessCalls, ...resultCalls]
