import { and, eq, isNull } from 'drizzle-orm'
import type { GrantRow } from '#db/access-facts.ts'
import type { Writer } from '#db/store.ts'
import { record, type Act } from '#server/http/act.ts'
import { changeState } from '#server/proxy-access/change-state.ts'

type Extension = { endOn: string | null; reviewOn: string | null; document: { kind: string; expiresOn: string | null; seenBy: string } | null }

/** Opens it again, or lets it go on, with its new dates; a new document takes the place of those that carried it before. */
export async function extendGrant(w: Writer, act: Act, grant: GrantRow, { endOn, reviewOn, document }: Extension, reason = ''): Promise<number> {
  const { proxyDocuments } = w.t
  if (document) {
    await w.update(proxyDocuments).set({ retiredAt: act.at }).where(and(eq(proxyDocuments.grantId, grant.id), isNull(proxyDocuments.retiredAt)))
    await w.insert(proxyDocuments).values({ id: act.app.random.id(), grantId: grant.id, kind: document.kind, expiresOn: document.expiresOn, seenBy: document.seenBy, seenAt: act.at })
  }
  const version = await changeState(w, act.app, act.scene, grant, { state: 'active', cause: 'reviewed', more: { endOn, reviewOn } })
  await record(w, act, { event: 'proxy.reviewed', patientId: grant.patientId, objectId: grant.id, evidence: document?.kind ?? null, detail: { endOn, reviewOn, document: document?.kind ?? null, reason } })
  return version
}
