import { z } from 'zod'
import type { Action } from '#domain/actions.ts'
import type { AuditFact } from '#domain/audit-events.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { Act, Outcome } from '#server/http/act.ts'

type Nothing = Record<never, never>
const nothing = z.object({})

/** What the three parts of a request are after their schemas have been through them. */
export type Input<P, Q, B> = { params: P; query: Q; body: B }

type Shape<P, Q, B, A> = {
  /** `GET /api/staff/:id` or `POST …`. */
  path: `GET /api/${string}` | `POST /api/${string}`
  /** The row of the action table that decides who may. */
  action: Action
  /** One line for the interface description. */
  summary: string
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  answer: z.ZodType<A>
}

export type ReadRoute<P = Nothing, Q = Nothing, B = Nothing, A = unknown> = Shape<P, Q, B, A> & {
  kind: 'read'
  run: (db: Reader, act: Act, input: Input<P, Q, B>) => Promise<Outcome<A>>
  /** The event to be durable before the answer leaves; null where no patient or staff data is shown. */
  audit: ((answer: A, input: Input<P, Q, B>, act: Act) => AuditFact) | null
  /** `Content-Range` of list answers. */
  range?: (answer: A) => string
}

export type CommandRoute<P = Nothing, Q = Nothing, B = Nothing, A = unknown, X = undefined, K = A> = Shape<P, Q, B, A> & {
  kind: 'command'
  /** Whether If-Match must name the version that the person saw (CC-01). */
  versioned: boolean
  /** What a step-up is bound to; the `id` in the path unless said otherwise. */
  objectOf?: (input: Input<P, Q, B>) => string
  /** `set`: decides over more than its own row; PostgreSQL serialises it. */
  over?: 'rows' | 'set'
  /** A sign that screens send by a timer: no activity of a person unless the request says so (AU-10). */
  byTimer?: boolean
  /** What must not be awaited inside the transaction (hashing a password). Changes nothing; its result goes to `run`. */
  prepare?: (act: Act, input: Input<P, Q, B>) => Promise<X>
  run: (w: Writer, act: Act, input: Input<P, Q, B>, prepared: X) => Promise<Outcome<K>>
  /** Makes the answer from what is kept for a repeat, where the answer holds secrets that are stored nowhere. */
  reveal?: (app: App, kept: K) => A
}

/** A route with its types forgotten, as the transport holds it. */
export type AnyRoute = {
  kind: 'read' | 'command'
  path: string
  action: Action
  summary: string
  params: z.ZodType
  query: z.ZodType
  body: z.ZodType
  answer: z.ZodType
  versioned: boolean
  over: 'rows' | 'set'
  byTimer: boolean
  objectOf: (input: Input<unknown, unknown, unknown>) => string
  read: ((db: Reader, act: Act, input: Input<unknown, unknown, unknown>) => Promise<Outcome<unknown>>) | null
  command: ((w: Writer, act: Act, input: Input<unknown, unknown, unknown>, prepared: unknown) => Promise<Outcome<unknown>>) | null
  prepare: ((act: Act, input: Input<unknown, unknown, unknown>) => Promise<unknown>) | null
  reveal: ((app: App, kept: unknown) => unknown) | null
  audit: ((answer: unknown, input: Input<unknown, unknown, unknown>, act: Act) => AuditFact) | null
  range: ((answer: unknown) => string) | null
}

/** A read: changes nothing but the audit. */
export function read<P = Nothing, Q = Nothing, B = Nothing, A = unknown>(route: Omit<ReadRoute<P, Q, B, A>, 'kind'>): AnyRoute {
  return {
    ...common(route), kind: 'read', versioned: false, over: 'rows', byTimer: false,
    read: route.run as unknown as AnyRoute['read'], command: null,
    audit: route.audit as unknown as AnyRoute['audit'],
    range: (route.range ?? null) as unknown as AnyRoute['range'],
    objectOf: () => '', prepare: null, reveal: null,
  }
}

/** A named command: one transaction with its audit, its mail and its remembered answer. */
export function command<P = Nothing, Q = Nothing, B = Nothing, A = unknown, X = undefined, K = A>(
  route: Omit<CommandRoute<P, Q, B, A, X, K>, 'kind'>,
): AnyRoute {
  const objectOf = route.objectOf as unknown as AnyRoute['objectOf'] | undefined
  return {
    ...common(route), kind: 'command', versioned: route.versioned, over: route.over ?? 'rows', byTimer: route.byTimer ?? false,
    read: null, command: route.run as unknown as AnyRoute['command'], audit: null, range: null,
    prepare: (route.prepare ?? null) as AnyRoute['prepare'], reveal: (route.reveal ?? null) as AnyRoute['reveal'],
    objectOf: objectOf ?? ((input) => String((input.params as { id?: string }).id ?? 'new')),
  }
}

function common(route: Pick<Shape<never, never, never, never>, 'path' | 'action' | 'summary'> & { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType; answer: z.ZodType }) {
  return {
    path: route.path, action: route.action, summary: route.summary,
    params: route.params ?? nothing, query: route.query ?? z.strictObject({}), body: route.body ?? z.strictObject({}), answer: route.answer,
  }
}

/** The `:id` of most paths: an id of ours, never a sentence. */
export const idParams = z.object({ id: z.string().min(1).max(100).regex(/^[\w.:-]+$/) })

/** Why, in the person's words: bounded, one line, kept with the audit. */
export const reasonField = z.string().trim().min(3).max(500)
