import { z } from 'zod'
import type { Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { chainEnd, sealWaiting } from '#server/audit/sealer.ts'
import { signedLog, type SignedLog } from '#server/audit/signed-log.ts'
import type { Secrets } from '#server/secrets.ts'

const anchorEntry = z.object({
  kind: z.enum(['start', 'hour', 'backup', 'stop', 'restored']),
  position: z.int().nonnegative(),
  hash: z.string().length(64),
  at: z.number(),
  /** Of a restored practice: the last place that came from the backup; anchors beyond it no longer hold. */
  from: z.int().nonnegative().optional(),
})

/** A place of the audit chain, noted where who can write the database cannot. */
export type Anchor = z.infer<typeof anchorEntry>
export type AnchorKind = Anchor['kind']

/** What the anchor file says: the places that still have to hold, and lines that nobody can believe. */
export type Anchors = { held: Anchor[]; notOurs: number[]; lastAt: Instant | null }

const anchorLog = (anchorDir: string, secrets: Secrets): SignedLog => signedLog(anchorDir, 'anchors', secrets)

/** Seals what waits and notes the chain's end outside the data folder, durable when it returns. Nothing is noted of an empty chain. */
export async function anchorNow(app: App, kind: AnchorKind): Promise<Anchor | null> {
  if (app.store.frozen() === null) await sealWaiting(app.store, app.clock.now())
  const end = await chainEnd(app.store.read)
  return end.position === 0 ? null : writeAnchor(app.config.anchorDir, app.secrets, { kind, position: end.position, hash: end.hash, at: app.clock.now() })
}

/** Writes one anchor. */
export function writeAnchor(anchorDir: string, secrets: Secrets, anchor: Anchor): Anchor {
  anchorLog(anchorDir, secrets).append([anchor])
  return anchor
}

/** Reads the anchors of a practice, oldest first. */
export function readAnchors(anchorDir: string, secrets: Secrets): Anchors {
  let held: Anchor[] = []
  const notOurs: number[] = []
  let lastAt: Instant | null = null
  for (const line of anchorLog(anchorDir, secrets).read()) {
    const parsed = 'entry' in line ? anchorEntry.safeParse(line.entry) : null
    if (!parsed?.success) {
      notOurs.push(line.line)
      continue
    }
    const { from } = parsed.data
    if (from !== undefined) held = held.filter((anchor) => anchor.position <= from)
    held.push(parsed.data)
    lastAt = parsed.data.at
  }
  return { held, notOurs, lastAt }
}
