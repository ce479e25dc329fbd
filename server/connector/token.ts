import { importJWK, jwtVerify } from 'jose'
import { MINUTE, SECOND, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { connectorKeys, type ConnectorRight } from '#server/connector/keys.ts'

const AUDIENCE = 'portal-desk-connector'
const TYPE = 'pd-connector'
const LONGEST_LIFE = 5 * MINUTE
const CLOCKS_APART = 30 * SECOND

/** A verified call: by whom, under which name, and until when that name must be remembered. */
export type ConnectorCall = { issuer: string; tokenId: string; endsAt: Instant; portals: readonly string[] }

/**
 * Verifies a connector's token (AU-09): ES256 only, its own `typ`, a key of ours by `kid` that belongs to `iss` and may do
 * this, our audience, at most five minutes old and not past `exp`, with a `jti`. Null for anything else.
 */
export async function verifyConnectorToken(app: App, token: string, right: ConnectorRight): Promise<ConnectorCall | null> {
  const keys = connectorKeys(app)
  try {
    const { payload, protectedHeader } = await jwtVerify(token, async (header) => {
      const key = keys.find((one) => one.kid === header.kid && one.may.includes(right))
      if (!key) throw new Error('no key of ours')
      return importJWK({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }, 'ES256')
    }, {
      algorithms: ['ES256'], typ: TYPE, audience: AUDIENCE, requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
      currentDate: new Date(app.clock.now()), maxTokenAge: LONGEST_LIFE / SECOND, clockTolerance: CLOCKS_APART / SECOND,
    })
    const key = keys.find((one) => one.kid === protectedHeader.kid)
    const issuer = key?.iss
    const { jti, iat } = payload
    if (!issuer || payload.iss !== issuer || !jti || jti.length > 100 || iat === undefined) return null
    return { issuer, tokenId: jti, portals: key?.portals ?? [], endsAt: iat * SECOND + LONGEST_LIFE + 2 * CLOCKS_APART }
  } catch {
    return null
  }
}

/** Notes the token's name in the call's own transaction; false when it was used before. */
export async function spendToken(w: Writer, call: ConnectorCall): Promise<boolean> {
  const noted = await w.insert(w.t.connectorTokens).values({ issuer: call.issuer, tokenId: call.tokenId, endsAt: call.endsAt }).onConflictDoNothing().returning({ tokenId: w.t.connectorTokens.tokenId })
  return noted.length > 0
}
