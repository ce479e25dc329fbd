import type { z } from 'zod'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import type { ConnectorRight } from '#server/connector/keys.ts'

/** What a call carries, each part after its own schema. */
type Carried<P, Q, B> = { params: P; query: Q; body: B }

/** A call in its own transaction. `portals`: those of which it may speak; the one of which it does, where it names one. */
type AtCall<P, Q, B> = Carried<P, Q, B> & { w: Writer; app: App; scene: AuditScene; portals: readonly string[] }
type Outcome = { answer: unknown } | { code: ReasonCode }

/**
 * What a portal asks or tells: path, right, the shape of what it sends and gets, and what is done in the call's own transaction,
 * in which its token is spent as well.
 */
export type PortalCall<P = unknown, Q = unknown, B = unknown> = {
  route: `${'GET' | 'POST'} /connector/v1/${string}`
  summary: string
  right: ConnectorRight
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  answer: z.ZodType
  /**
   * Of which portal it speaks. `undefined`: of the only one of its key. Null: what it speaks of says so itself, and `run` looks.
   * A portal that the key does not speak for is one that is not there.
   */
  portalOf: (carried: Carried<P, Q, B>) => string | null | undefined
  run: (at: AtCall<P, Q, B>) => Promise<Outcome>
}

/** Erases the types of one call, so that all of them stand in one list. */
export function portalCall<P = unknown, Q = unknown, B = unknown>(call: PortalCall<P, Q, B>): PortalCall {
  return call as unknown as PortalCall
}
