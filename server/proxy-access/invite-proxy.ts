import { eq } from 'drizzle-orm'
import { invitationEndsAt } from '#domain/portals/as-of.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { Instant } from '#domain/time.ts'
import type { GrantRow } from '#db/access-facts.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { tell, type Told } from '#server/proxy-access/notify.ts'

/**
 * Sends the proxy the page on which to confirm; an earlier link no longer fits. Without an address nothing is sent: the
 * proxy confirms from their own account (R27).
 */
export async function inviteProxy(w: Writer, app: App, scene: AuditScene, grant: GrantRow, policy: PortalPolicy): Promise<Told> {
  await w.update(w.t.proxyGrants).set({ invitedAt: scene.at }).where(eq(w.t.proxyGrants.id, grant.id))
  return tell(w, app, scene, {
    to: { kind: 'proxy', id: grant.personId }, patientId: grant.patientId, orLetter: false,
    template: 'proxy-invitation', refs: { tokenId: tokenIdOf(grant.id, scene.at), days: policy.invitations.lifetimeDays },
  })
}

/** What an invitation's link names: the grant, and when it was sent. A later one has another. */
export function tokenIdOf(grantId: string, invitedAt: Instant): string {
  return `${grantId}-${invitedAt.toString(36)}`
}

/** The grant and the sending that a link names. */
export function fromTokenId(tokenId: string): { grantId: string; invitedAt: Instant } {
  const cut = tokenId.lastIndexOf('-')
  return { grantId: tokenId.slice(0, cut), invitedAt: Number.parseInt(tokenId.slice(cut + 1), 36) }
}

/** The first instant at which the invitation of a grant no longer lives (R3); null: none was sent. */
export function invitationOver(grant: Pick<GrantRow, 'invitedAt' | 'stateAt'>, policy: PortalPolicy): Instant {
  return invitationEndsAt(grant.invitedAt ?? grant.stateAt, policy)
}
