import { EVERY_PORTAL } from '#domain/preferences.ts'
import { queueAccountCommand } from '#db/account-commands.ts'
import type { Writer } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { accountsToTell } from '#server/preferences/portals-for.ts'

/** Tells each portal that is meant and where the patient has an account what they do not want, in the act's own transaction. */
export async function tellPortals(w: Writer, act: Act, patientId: string, portalId: string): Promise<void> {
  for (const account of await accountsToTell(w, patientId)) {
    if (portalId !== EVERY_PORTAL && portalId !== account.portalId) continue
    await queueAccountCommand(w, { id: act.app.random.id(), kind: 'account.preferences', accountId: account.id, portalId: account.portalId, at: act.at })
  }
}
