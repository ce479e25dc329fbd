import { randomUUID } from 'node:crypto'
import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MINUTE } from '#domain/time.ts'
import { returnPathOf } from '#server/outbox/derive.ts'
import { buildReport } from '#test/server/outbox/build-report.ts'
import { mailPractice, openDesks, type MailPractice } from '#test/server/outbox/mail-practice.ts'

type Keys = { publicKey: CryptoKey; privateKey: CryptoKey; jwk: JWK }
let practice: MailPractice
let desks: Awaited<ReturnType<typeof openDesks>>
let keys: Keys
let written = 0
beforeEach(async () => {
  practice = await mailPractice()
  desks = await openDesks(practice)
  keys = await newKeys()
  trust([{ kid: 'mail-1', iss: 'mail.practice.example', may: ['bounces'], ...keys.jwk }])
})
afterEach(async () => {
  await desks.close()
  await practice.close()
})

async function newKeys(): Promise<Keys> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { publicKey, privateKey, jwk: await exportJWK(publicKey) }
}

/** Writes connectors.json, as the operator does; its time moves on by a second with each writing. */
function trust(list: object[]): void {
  const file = join(practice.app.config.dataDir, 'connectors.json')
  writeFileSync(file, JSON.stringify({ keys: list }))
  utimesSync(file, 1_768_478_400 + written, 1_768_478_400 + written++)
}

type Claims = { iss?: string; aud?: string; age?: number; life?: number; jti?: string | null; typ?: string; kid?: string; key?: CryptoKey | Uint8Array; alg?: string }
async function token(claims: Claims = {}): Promise<string> {
  const now = Math.floor(practice.clock.now() / 1000) - (claims.age ?? 0)
  const jwt = new SignJWT({}).setProtectedHeader({ alg: claims.alg ?? 'ES256', typ: claims.typ ?? 'pd-connector', kid: claims.kid ?? 'mail-1' })
    .setIssuer(claims.iss ?? 'mail.practice.example').setAudience(claims.aud ?? 'portal-desk-connector')
    .setIssuedAt(now).setExpirationTime(now + (claims.life ?? 120))
  if (claims.jti !== null) jwt.setJti(claims.jti ?? randomUUID())
  return jwt.sign(claims.key ?? keys.privateKey)
}

async function call(bearer: string | null, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${desks.origin}/connector/v1/bounces`, {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }) },
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function sent(): Promise<{ mailId: string; path: string }> {
  const mailId = await practice.queued()
  await practice.deliver()
  const { keyId } = await practice.row(mailId)
  return { mailId, path: returnPathOf(practice.app.secrets, mailId, keyId, 'bounces.practice.example') }
}

test('a mail system with a key of its own reports a bounce, as a whole message or as its facts', async () => {
  const first = await sent()
  expect(await call(await token(), { message: buildReport({ to: first.path }) })).toEqual({ status: 200, body: { outcome: 'bounced' } })
  expect(await practice.row(first.mailId)).toMatchObject({ state: 'bounced', lastStatus: '5.1.1' })
  const second = await sent()
  const facts = { returnPath: second.path, action: 'failed', status: '4.4.7' }
  expect(await call(await token(), facts)).toEqual({ status: 200, body: { outcome: 'bounced' } })
  expect(await call(await token(), facts)).toEqual({ status: 200, body: { outcome: 'known' } })
  expect(await practice.row(second.mailId)).toMatchObject({ state: 'bounced', lastStatus: '4.4.7' })
  expect((await practice.events('mail.state-changed')).at(-1)?.actorId).toBe('connector:mail.practice.example')
})

test('AU-09: a token works once, even when the same call comes twice at the same time', async () => {
  const { path } = await sent()
  const once = await token()
  const facts = { returnPath: path, action: 'failed', status: '5.1.1' }
  const answers = await Promise.all([call(once, facts), call(once, facts), call(once, facts)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401])
  practice.clock.advance(MINUTE)
  expect((await call(once, facts)).body).toMatchObject({ code: 'CONNECTOR_TOKEN_USED' })
  expect((await practice.events('access.refused')).map(({ reasonCode }) => reasonCode)).toEqual(Array(3).fill('CONNECTOR_TOKEN_USED'))
})

test('AU-09: a token of another algorithm, key, audience, issuer, kind or age is refused and audited', async () => {
  const { mailId, path } = await sent()
  const stranger = await newKeys()
  const unsigned = [
    { alg: 'none', typ: 'pd-connector', kid: 'mail-1' },
    { iss: 'mail.practice.example', aud: 'portal-desk-connector', iat: Math.floor(practice.clock.now() / 1000), exp: 9e9, jti: 'a' },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const good = await token()
  const refused: [string, string | null][] = [
    ['none at all', null],
    ['no signature', `${unsigned}.`],
    ['alg none with a signature', `${unsigned}.${good.split('.')[2] ?? ''}`],
    ['a stripped signature', good.split('.').slice(0, 2).join('.')],
    ['the public key as a secret', await token({ alg: 'HS256', key: new TextEncoder().encode(JSON.stringify(keys.jwk)) })],
    ['a stranger’s key', await token({ key: stranger.privateKey })],
    ['an unknown key name', await token({ kid: 'mail-2' })],
    ['another issuer', await token({ iss: 'other.example' })],
    ['another audience', await token({ aud: 'portal-desk-console' })],
    ['a session’s kind', await token({ typ: 'pd-session' })],
    ['past its end', await token({ age: 200 })],
    ['too old, though it says it lives on', await token({ age: 6 * 60, life: 3600 })],
    ['from the future', await token({ age: -600 })],
    ['without a name', await token({ jti: null })],
  ]
  const facts = { returnPath: path, action: 'failed', status: '5.1.1' }
  for (const [what, bearer] of refused) {
    const answer = await call(bearer, facts)
    expect([what, answer.status, answer.body.code]).toEqual([what, 401, 'CONNECTOR_TOKEN_REFUSED'])
  }
  expect((await practice.row(mailId)).state).toBe('handed')
  expect(await practice.events('access.refused')).toHaveLength(refused.length)
})

test('AU-09: a key is taken away, or limited, without a restart; a file with a private key lets nobody in', async () => {
  const facts = { returnPath: (await sent()).path, action: 'delayed', status: '4.4.1' }
  const entry = { kid: 'mail-1', iss: 'mail.practice.example', may: ['bounces'], ...keys.jwk }
  const tries = [
    [{ ...entry, may: [] }], [], [{ ...entry, d: (await exportJWK(keys.privateKey)).d }],
  ]
  for (const list of tries) {
    trust(list)
    expect((await call(await token(), facts)).status).toBe(401)
  }
  const next = await newKeys()
  trust([entry, { ...entry, kid: 'mail-2', ...next.jwk }])
  expect((await call(await token({ kid: 'mail-2', key: next.privateKey }), facts)).status).toBe(200)
  rmSync(join(practice.app.config.dataDir, 'connectors.json'))
  expect((await call(await token(), facts)).status).toBe(401)
})

test('a forged return path is ignored and audited under the connector’s name', async () => {
  const { mailId, path } = await sent()
  const answer = await call(await token(), { returnPath: path.replace(/\.[0-9a-f]{4}/, '.0000'), action: 'failed', status: '5.1.1' })
  expect(answer).toEqual({ status: 200, body: { outcome: 'ignored' } })
  expect((await practice.row(mailId)).state).toBe('handed')
  expect(await practice.events('mail.report-ignored')).toMatchObject([
    { detail: { cause: 'forged', source: 'mail.practice.example' }, actorId: 'connector:mail.practice.example' },
  ])
})

test('IN-01: what is not a report is refused, and its token can be used for one that is', async () => {
  const { path } = await sent()
  const same = await token()
  for (const body of [{}, { message: '' }, { returnPath: path, action: 'delivered', status: '2.0.0' }, { returnPath: path, action: 'failed', status: '5.1.1', more: 1 }, []]) {
    expect((await call(same, body)).status).toBe(422)
  }
  expect((await call(same, { message: 'x'.repeat(600 * 1024) })).status).toBe(413)
  expect((await call(same, { returnPath: path, action: 'failed', status: '5.1.1' })).status).toBe(200)
})

test('IN-09: a console session is no token, and nothing else is there', async () => {
  const { cookie } = await desks.desk('administrator', 'manager')
  const facts = { returnPath: (await sent()).path, action: 'failed', status: '5.1.1' }
  const response = await fetch(`${desks.origin}/connector/v1/bounces`, {
    method: 'POST', body: JSON.stringify(facts), headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: desks.origin },
  })
  expect(response.status).toBe(401)
  const nothing = await fetch(`${desks.origin}/connector/v1/anything`)
  expect([nothing.status, nothing.headers.get('content-type')?.split(';')[0]]).toEqual([404, 'application/problem+json'])
})
