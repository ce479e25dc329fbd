import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose'
import { MINUTE, SECOND } from '#domain/time.ts'
import type { App } from '#server/app.ts'

type OwnKey = { kid: string; privateKey: CryptoKey; publicJwk: JWK }
const known = new WeakMap<App, Promise<OwnKey>>()

/** How long a portal may take a call of ours for ours. */
const LIFE = 2 * MINUTE

/** The key that signs what we tell portals: made at its first use, in the data folder, the owner's alone. Portals read the public half. */
function ownKey(app: App): Promise<OwnKey> {
  const made = known.get(app) ?? readOrMake(join(app.config.dataDir, 'connector-key.json'))
  known.set(app, made)
  return made
}

async function readOrMake(path: string): Promise<OwnKey> {
  if (!existsSync(path)) {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    writeFileSync(`${path}.new`, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  const jwk = JSON.parse(readFileSync(path, 'utf8')) as JWK
  const { kty, crv, x, y } = jwk
  const publicJwk: JWK = { kty, ...(crv ? { crv } : {}), ...(x ? { x } : {}), ...(y ? { y } : {}) }
  return { kid: await calculateJwkThumbprint(publicJwk), privateKey: await importJWK(jwk, 'ES256') as CryptoKey, publicJwk }
}

/** The public keys by which a portal knows our calls, as a JSON Web Key Set. */
export async function signingKeys(app: App): Promise<{ keys: JWK[] }> {
  const { kid, publicJwk } = await ownKey(app)
  return { keys: [{ ...publicJwk, kid, alg: 'ES256', use: 'sig' }] }
}

/** A token for one call of ours to a portal: for whom, under which name, and for which content. */
export async function signCall(app: App, call: { portalId: string; id: string; contentHash: string }): Promise<string> {
  const { kid, privateKey } = await ownKey(app)
  const at = Math.floor(app.clock.now() / SECOND)
  return new SignJWT({ hash: call.contentHash }).setProtectedHeader({ alg: 'ES256', typ: 'pd-webhook', kid }).setIssuer('portal-desk')
    .setAudience(call.portalId).setJti(call.id).setIssuedAt(at).setExpirationTime(at + LIFE / SECOND).sign(privateKey)
}
