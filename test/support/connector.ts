import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export type CallAnswer = { status: number; body: Record<string, unknown> }
/** One portal's side of the wire: signs a token for each call. */
export type Connector = {
  token: () => Promise<string>
  call: (route: string, body?: unknown, bearer?: string | null) => Promise<CallAnswer>
}

/** Writes a new key into the practice's connectors, alone, and speaks with it. `now`: the practice's clock, in milliseconds. */
export async function connectorOf(
  practice: { origin: string; app: { config: { dataDir: string } } }, now: () => number, key: { may: string[]; portals: string[] },
): Promise<Connector> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const { kty, crv, x, y } = await exportJWK(publicKey)
  const kid = randomUUID()
  writeFileSync(join(practice.app.config.dataDir, 'connectors.json'), JSON.stringify({ keys: [{ kid, iss: 'portal.example', ...key, kty, crv, x, y }] }))
  const token = (): Promise<string> => {
    const issuedAt = Math.floor(now() / 1000)
    return new SignJWT({}).setProtectedHeader({ alg: 'ES256', typ: 'pd-connector', kid }).setIssuer('portal.example').setAudience('portal-desk-connector')
      .setIssuedAt(issuedAt).setExpirationTime(issuedAt + 120).setJti(randomUUID()).sign(privateKey)
  }
  return {
    token,
    call: async (route, body, bearer) => {
      const [method, path] = route.split(' ') as [string, string]
      const headers = new Headers({ 'Content-Type': 'application/json' })
      if (bearer !== null) headers.set('Authorization', `Bearer ${bearer ?? await token()}`)
      const answer = await fetch(practice.origin + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
  }
}
