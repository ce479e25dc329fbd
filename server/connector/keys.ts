import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { App } from '#server/app.ts'
import { faultOf } from '#server/log.ts'

/** What a connector may report or ask. */
const connectorRights = ['bounces', 'messages', 'results', 'lab-messages', 'access', 'activations', 'registrations'] as const
export type ConnectorRight = (typeof connectorRights)[number]

/** Public half of a connector's signing key. A private part (`d`) makes the file unreadable on purpose. */
const connectorKey = z.strictObject({
  kid: z.string().min(1).max(60),
  iss: z.string().regex(/^[\w.-]{1,60}$/),
  may: z.array(z.enum(connectorRights)),
  /** Portals that it may speak for; without it none, so that only what speaks of no portal is heard. */
  portals: z.array(z.string().max(60)).max(50).default([]),
  kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(),
  alg: z.literal('ES256').optional(), use: z.literal('sig').optional(),
})
/** Where a portal is told what it is to do, and where its files are. */
const webhook = z.strictObject({ portalId: z.string().min(1).max(60), url: z.url({ protocol: /^https?$/ }), files: z.url({ protocol: /^https?$/ }).optional() })
const file = z.strictObject({ keys: z.array(connectorKey).max(100), webhooks: z.array(webhook).max(50).default([]) })
export type ConnectorKey = z.infer<typeof connectorKey>
export type Webhook = z.infer<typeof webhook>
type Connectors = z.infer<typeof file>

const nothing: Connectors = { keys: [], webhooks: [] }
const read = new WeakMap<App, { changedAt: number; content: Connectors }>()

/**
 * The connectors of this practice: `connectors.json` in the data folder, a JSON Web Key Set with `iss` and `may`.
 * Read again when it has changed, so that a key is added or taken away without a restart. No file: no connector.
 */
export function connectorKeys(app: App): readonly ConnectorKey[] {
  return connectorsOf(app).keys
}

/** Where a portal is told things; null: nowhere, and what it is to be told waits. */
export function webhookOf(app: App, portalId: string): Webhook | null {
  return connectorsOf(app).webhooks.find((one) => one.portalId === portalId) ?? null
}

function connectorsOf(app: App): Connectors {
  const path = join(app.config.dataDir, 'connectors.json')
  const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (changedAt === 0) return nothing
  const known = read.get(app)
  if (known?.changedAt === changedAt) return known.content
  const content = parse(app, path)
  read.set(app, { changedAt, content })
  return content
}

function parse(app: App, path: string): Connectors {
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    app.log.error({ fault: faultOf(error) }, 'connectors.json cannot be read: no connector is let in')
    return nothing
  }
}
