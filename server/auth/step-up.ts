import { and, eq, gt, isNull } from 'drizzle-orm'
import { MINUTE, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'

/** How long a fresh second factor counts for its one act (AU-12). */
export const STEP_UP_MINUTES = 5

/** Notes that the person has just shown their second factor for one act on one object. Returns the proof to send with it. */
export async function grantStepUp(w: Writer, act: Pick<Act, 'app' | 'actor' | 'at'>, action: string, objectId: string): Promise<string> {
  const proof = act.app.random.bytes(24).toString('base64url')
  await w.insert(w.t.stepUps).values({
    id: act.app.secrets.hmac('session', 'step-up', proof),
    sessionId: act.actor.sessionId, action, objectId, endsAt: act.at + STEP_UP_MINUTES * MINUTE,
  })
  return proof
}

/** The unused step-up that the proof names, if it is of this session, this action and this object; its row id. */
export async function stepUpIsFresh(
  w: Writer, act: Act, action: string, objectId: string, proof: string | string[] | undefined,
): Promise<string | null> {
  if (typeof proof !== 'string' || proof === '') return null
  const { stepUps } = w.t
  const id = act.app.secrets.hmac('session', 'step-up', proof)
  const [row] = await w.select({ id: stepUps.id }).from(stepUps).where(and(
    eq(stepUps.id, id), eq(stepUps.sessionId, act.actor.sessionId), eq(stepUps.action, action), eq(stepUps.objectId, objectId),
    isNull(stepUps.usedAt), gt(stepUps.endsAt, act.at),
  ))
  return row?.id ?? null
}

/** Spends it: one act, one proof. False when another request has spent it meanwhile. */
export async function useStepUp(w: Writer, id: string, at: Instant): Promise<boolean> {
  const { stepUps } = w.t
  const used = await w.update(stepUps).set({ usedAt: at }).where(and(eq(stepUps.id, id), isNull(stepUps.usedAt))).returning({ id: stepUps.id })
  return used.length === 1
}
