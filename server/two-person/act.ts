import type { z } from 'zod'
import type { Action } from '#domain/actions.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Instant } from '#domain/time.ts'
import type { EffectLine } from '#domain/two-person-effects.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { Act, StaffActor } from '#server/http/act.ts'

/** One kind of act that takes two persons, as its room writes it. The input is stored as JSON and carried out word for word. */
export type TwoPersonAct<Input> = {
  action: Action
  input: z.ZodType<Input>
  /** Whose rights it touches: neither who asks nor who approves may be that person (AZ-07). Null: nobody who is here yet. */
  subjectOf: (input: Input) => string | null
  /** Why this very person may not decide it, such as a chart of their own; the request stays open for others. */
  mayNotDecide?: (db: Reader, actor: StaffActor, input: Input) => Promise<ReasonCode | null>
  /** What speaks against it as things are; asked when it is requested, and again when it is approved. */
  against: (db: Reader, input: Input, at: Instant) => Promise<ReasonCode | null>
  /** Exactly what will happen, line by line, for the approver. */
  effectOf: (db: Reader, input: Input, at: Instant) => Promise<EffectLine[]>
  /** Does it, in the approver's transaction and name. */
  carryOut: (w: Writer, act: Act, input: Input) => Promise<void>
}

/** An act whose input's type the inbox does not know. */
export type AnyTwoPersonAct = TwoPersonAct<unknown>

export function twoPersonAct<Input>(act: TwoPersonAct<Input>): TwoPersonAct<Input> {
  return act
}

/** The act with its type forgotten: only `input` may give what the other parts are called with. */
export function forInbox<Input>(act: TwoPersonAct<Input>): AnyTwoPersonAct {
  return act as unknown as AnyTwoPersonAct
}
