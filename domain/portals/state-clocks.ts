import { z } from 'zod'
import type { PlainDate } from '#domain/time.ts'

/** Classes of result that a state statute may keep back for a time (R69). */
export const clockedClasses = ['malignancy', 'genetic', 'hiv-positive-diagnostic', 'hepatitis-antigen'] as const
export type ClockedClass = (typeof clockedClasses)[number]

/** A named statute that delays a result, in force between two dates of its state (R68, R69). */
export const stateClockSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  state: z.string().regex(/^US-[A-Z]{2}$/),
  citedLaw: z.string().min(1),
  /** First day in force, inclusive; null: in force for every date asked. */
  effectiveFromOn: z.iso.date().nullable(),
  /** First day no longer in force; null: no end. */
  effectiveUntilOn: z.iso.date().nullable(),
  classes: z.array(z.enum(clockedClasses)).min(1),
  /** Both kinds count from the final report. `local-days`: 00:00 of the nth local day after its day. */
  notBefore: z.discriminatedUnion('unit', [
    z.strictObject({ unit: z.literal('elapsed-hours'), count: z.int().min(1) }),
    z.strictObject({ unit: z.literal('local-days'), count: z.int().min(1) }),
  ]),
  /** Whether the provider's release, or order to release, ends the wait. */
  providerMayReleaseEarlier: z.boolean(),
})
export type StateClock = z.infer<typeof stateClockSchema>

/** The clocks of a state in force on a local date, start inclusive, end exclusive (R69). */
export function stateClocksInForce(clocks: readonly StateClock[], state: string, on: PlainDate): StateClock[] {
  return clocks.filter((clock) => (
    clock.state === state
    && (clock.effectiveFromOn === null || clock.effectiveFromOn <= on)
    && (clock.effectiveUntilOn === null || on < clock.effectiveUntilOn)
  ))
}
