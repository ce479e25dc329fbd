import { eq } from 'drizzle-orm'
import type { GrantCause, GrantState, RevokeWish } from '#domain/access/grant-states.ts'
import type { GrantRow } from '#db/access-facts.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'

export type StateChange = {
  state: GrantState
  cause: GrantCause
  wish?: RevokeWish
  /** In the person's words; kept in the audit. */
  reason?: string
  /** Facts that change with it. */
  more?: Partial<Pick<GrantRow, 'endOn' | 'reviewOn' | 'invitedAt' | 'wrongAnswers' | 'requestId'>>
}

/** Brings a grant into a state: the row, its history, the audit and open screens. Returns the new version. */
export async function changeState(w: Writer, app: Pick<App, 'random'>, scene: AuditScene, grant: GrantRow, { state, cause, wish, reason, more }: StateChange): Promise<number> {
  const { proxyGrants } = w.t
  const version = grant.version + 1
  await w.update(proxyGrants).set({ ...more, state, cause, stateAt: scene.at, version }).where(eq(proxyGrants.id, grant.id))
  await noteState(w, app, scene, { grantId: grant.id, state, cause, wish: wish ?? null })
  await recordEvent(w, scene, {
    event: 'proxy.state-changed', patientId: grant.patientId, objectId: grant.id, detail: { state, cause, wish: wish ?? null, ...(reason ? { reason } : {}) },
  })
  announceGrant(w, grant)
  return version
}

/** Adds one state to a grant's history. */
export async function noteState(
  w: Writer, app: Pick<App, 'random'>, scene: AuditScene, { grantId, state, cause, wish }: { grantId: string; state: GrantState; cause: GrantCause; wish: RevokeWish | null },
): Promise<void> {
  const { proxyGrantEvents: e } = w.t
  const place = await w.$count(e, eq(e.grantId, grantId)) + 1
  await w.insert(e).values({ id: app.random.id(), grantId, state, cause, wish, at: scene.at, by: scene.actor.id, place })
}

/** Tells open screens of the record and of the worklists. */
export function announceGrant(w: Writer, grant: Pick<GrantRow, 'id' | 'patientId'>): void {
  w.announce('proxy-grants', grant.id)
  w.announce('patients', grant.patientId)
}
