import type { Decision, ReasonFacts } from '#domain/decision.ts'
import type { AuditFact } from '#domain/audit-events.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { ClinicianKind, Role } from '#domain/roles.ts'
import type { Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'

/** A signed-in member of staff, as the session row says at this request. */
export type StaffActor = {
  id: string
  userName: string
  name: string
  roles: readonly Role[]
  clinicianKind: ClinicianKind | null
  /** The actor's own chart, if they are a patient here. */
  patientId: string | null
  language: Language
  sessionId: string
}

/** One request being carried out: by whom, when, in which language. */
export type Act = {
  app: App
  actor: StaffActor
  at: Instant
  requestId: string
  language: Language
  scene: AuditScene
  /** The version that the caller has seen (If-Match), for commands that ask for one. */
  version: number
}

/** What a command or read gives: an answer, or a refusal. A refusal is a value: its audit row commits. */
export type Outcome<Answer> =
  | { done: Answer; version?: number }
  | { refused: ReasonCode; facts?: ReasonFacts; fields?: Record<string, string>; current?: unknown }

export function done<Answer>(answer: Answer, version?: number): Outcome<Answer> {
  return version === undefined ? { done: answer } : { done: answer, version }
}

export function refuse(
  code: ReasonCode,
  more: { facts?: ReasonFacts; fields?: Record<string, string>; current?: unknown } = {},
): { refused: ReasonCode; facts?: ReasonFacts; fields?: Record<string, string>; current?: unknown } {
  return { refused: code, ...more }
}

/** A policy's no as an outcome. */
export function refuseBy(decision: Extract<Decision, { allowed: false }>): { refused: ReasonCode; facts?: ReasonFacts } {
  return { refused: decision.code, facts: decision.facts }
}

/** Records one event of this act in its transaction. */
export function record(w: Writer, act: Act, fact: AuditFact): Promise<void> {
  return recordEvent(w, act.scene, fact)
}
