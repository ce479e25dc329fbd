import { and, eq, isNull } from 'drizzle-orm'
import type { GrantState } from '#domain/access/grant-states.ts'
import type { GrantRow } from '#db/access-facts.ts'
import { portalRules } from '#db/portal-rules.ts'
import type { Writer } from '#db/store.ts'
import { record, type Act } from '#server/http/act.ts'
import { changeState } from '#server/proxy-access/change-state.ts'
import { inviteProxy } from '#server/proxy-access/invite-proxy.ts'
import { rulesAt } from '#server/proxy-access/moment.ts'

type Extension = { endOn: string | null; reviewOn: string | null; document: { kind: string; expiresOn: string | null; seenBy: string } | null }

/**
 * Opens it again, or lets it go on, with its new dates; a new document takes the place of those that carried it before. Whoever had
 * not confirmed when it was suspended is asked once more: a review opens nothing that its proxy never took (R27).
 */
export async function extendGrant(w: Writer, act: Act, grant: GrantRow, { endOn, reviewOn, document }: Extension, reason = ''): Promise<{ state: GrantState; version: number }> {
  const { proxyDocuments } = w.t
  if (document) {
    await w.update(proxyDocuments).set({ retiredAt: act.at }).where(and(eq(proxyDocuments.grantId, grant.id), isNull(proxyDocuments.retiredAt)))
    await w.insert(proxyDocuments).values({ id: act.app.random.id(), grantId: grant.id, kind: document.kind, expiresOn: document.expiresOn, seenBy: document.seenBy, seenAt: act.at })
  }
  const state = await wasOpen(w, grant.id) ? 'active' : 'pending'
  const version = await changeState(w, act.app, act.scene, grant, { state, cause: 'reviewed', more: { endOn, reviewOn } })
  await record(w, act, { event: 'proxy.reviewed', patientId: grant.patientId, objectId: grant.id, evidence: document?.kind ?? null, detail: { endOn, reviewOn, document: document?.kind ?? null, reason } })
  const rules = state === 'pending' ? rulesAt(await portalRules(w), grant.portalId, act.at) : null
  if (rules) await inviteProxy(w, act.app, act.scene, { ...grant, version }, rules.policy)
  return { state, version }
}

/** Whether the proxy ever confirmed it. */
async function wasOpen(w: Writer, grantId: string): Promise<boolean> {
  const { proxyGrantEvents: e } = w.t
  return await w.$count(e, and(eq(e.grantId, grantId), eq(e.state, 'active'))) > 0
}
