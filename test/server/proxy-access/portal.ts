import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { z } from 'zod'
import type { connectorAccessAnswer } from '#domain/contracts/proxy-outside.ts'
import { isoOf } from '#domain/time.ts'
import { NY } from '#test/server/proxy-access/family.ts'
import type { TestPractice } from '#test/support/desk.ts'

export type Told = z.infer<typeof connectorAccessAnswer>
export type Reply<Body> = { status: number; body: Body; text: string }

/** A portal with a key of its own: what it asks of the practice and reports to it. */
export type Portal = {
  access: (patientId: string, viewer: string, at?: number, more?: Record<string, string>) => Promise<Reply<Told>>
  settle: (grantId: string, outcome: string, more?: Record<string, unknown>) => Promise<Reply<Record<string, unknown>>>
  token: () => Promise<string>
  send: (method: string, path: string, token: string | null, body?: unknown) => Promise<Reply<Record<string, unknown>>>
}

/** Registers a portal's key with the practice, speaking for these portals. */
export async function openPortal(practice: TestPractice, portals: string[] = [NY], may: string[] = ['access']): Promise<Portal> {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const { kty, crv, x, y } = await exportJWK(pair.publicKey)
  const keys = [{ kid: 'p1', iss: 'portal.example', may, portals, kty, crv, x, y }]
  writeFileSync(join(practice.app.config.dataDir, 'connectors.json'), JSON.stringify({ keys }))
  const token = () => {
    const now = Math.floor(practice.clock.now() / 1000)
    return new SignJWT({}).setProtectedHeader({ alg: 'ES256', typ: 'pd-connector', kid: 'p1' }).setIssuer('portal.example').setAudience('portal-desk-connector')
      .setIssuedAt(now).setExpirationTime(now + 120).setJti(randomUUID()).sign(pair.privateKey)
  }
  const send: Portal['send'] = async (method, path, bearer, body) => {
    const response = await fetch(`${practice.origin}/connector/v1${path}`, {
      method, body: body === undefined ? undefined : JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }) },
    })
    const text = await response.text()
    return { status: response.status, body: JSON.parse(text) as Record<string, unknown>, text }
  }
  return {
    token, send,
    access: async (patientId, viewer, at, more = {}) => {
      const query = new URLSearchParams({ viewer, ...(at === undefined ? {} : { at: isoOf(at) }), ...more })
      const reply = await send('GET', `/patients/${patientId}/access?${query.toString()}`, await token())
      return { ...reply, body: reply.body as Told }
    },
    settle: async (grantId, outcome, more = {}) => send('POST', `/proxy-grants/${grantId}/settle`, await token(), { outcome, ...more }),
  }
}

/** What a portal is told that this viewer may do, or do in part. */
export const openTo = ({ body }: Reply<Told>): string[] => body.capabilities.filter((one) => one.answer !== 'no').map((one) => one.capability)

/** A reply as it came, without the number of the request. */
export const bytesOf = ({ status, text }: { status: number; text: string }): string => `${status} ${text.replace(/"requestId":"[^"]+"/, '')}`
