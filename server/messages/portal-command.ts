import type { Writer } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'

/** What portals can be told about messages. */
export type PortalCommandKind = 'message.send' | 'message.moved'

/** Writes what a portal is to be told into the act's own transaction: it goes out if and only if the act commits (DU-03). */
export async function queuePortalCommand(
  w: Writer, act: Act, command: { portalId: string; kind: PortalCommandKind; objectId: string; refs: Record<string, string> },
): Promise<void> {
  const id = act.app.random.id()
  await w.insert(w.t.portalCommands).values({ ...command, id, refs: JSON.stringify(command.refs), state: 'queued', nextAttemptAt: act.at, queuedAt: act.at })
  w.announce('portal-commands', id)
}
