import { z } from 'zod'

/** FHIR AuditEvent: what kind of thing happened (subtype), and create / read / update / delete / execute. */
type AuditKind = { type: 'login' | 'query' | 'read' | 'write' | 'refusal' | 'system'; action: 'C' | 'R' | 'U' | 'D' | 'E' }

/** One event: what kind of thing happened, and the only fields that it may carry (AD-02, AD-04). */
export function event<Shape extends z.ZodRawShape>(kind: AuditKind, shape: Shape) {
  return { kind, detail: z.strictObject(shape) }
}

export const id = z.string().max(100)
export const count = z.number().int().nonnegative()
