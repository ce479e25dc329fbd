import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { App } from '#server/app.ts'
import { faultOf } from '#server/log.ts'

/** What a connector may report. */
const connectorRights = ['bounces'] as const
export type ConnectorRight = (typeof connectorRights)[number]

/** Public half of a connector's signing key. A private part (`d`) makes the file unreadable on purpose. */
const connectorKey = z.strictObject({
  kid: z.string().min(1).max(60),
  iss: z.string().regex(/^[\w.-]{1,60}$/),
  may: z.array(z.enum(connectorRights)),
  kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(),
  alg: z.literal('ES256').optional(), use: z.literal('sig').optional(),
})
const file = z.strictObject({ keys: z.array(connectorKey).max(100) })
export type ConnectorKey = z.infer<typeof connectorKey>

const read = new WeakMap<App, { changedAt: number; keys: ConnectorKey[] }>()

/**
 * The connectors of this practice: `connectors.json` in the data folder, a JSON Web Key Set with `iss` and `may`.
 * Read again when it has changed, so that a key is added or taken away without a restart. No file: no connector.
 */
export function connectorKeys(app: App): readonly ConnectorKey[] {
  const path = join(app.config.dataDir, 'connectors.json')
  const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (changedAt === 0) return []
  const known = read.get(app)
  if (known?.changedAt === changedAt) return known.keys
  const keys = parseKeys(app, path)
  read.set(app, { changedAt, keys })
  return keys
}

function parseKeys(app: App, path: string): ConnectorKey[] {
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8'))).keys
  } catch (error) {
    app.log.error({ fault: faultOf(error) }, 'connectors.json cannot be read: no connector is let in')
    return []
  }
}
