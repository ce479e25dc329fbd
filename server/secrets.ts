import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { existsSync, openSync, fsyncSync, closeSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const key = z.object({ id: z.string(), secret: z.string().length(64) })
const file = z.object({
  /** Signs session tokens; the first signs, all verify (rotation without signing everybody out). */
  session: z.array(key).min(1),
  /** Seals second-factor secrets in rows. */
  seal: z.array(key).min(1),
  /** Derives link tokens and codes at the moment of sending (ID-04). */
  derive: z.array(key).min(1),
  /** Hashes search terms and addresses in audit and throttle rows. */
  hash: z.array(key).min(1),
  /** Signs the anchors of the audit chain. */
  anchor: z.array(key).min(1),
})
export type SecretPurpose = keyof z.infer<typeof file>

/** Keys that live beside the database, never in it. */
export type Secrets = {
  /** Newest key of a purpose. */
  current: (purpose: SecretPurpose) => { id: string; bytes: Buffer }
  all: (purpose: SecretPurpose) => { id: string; bytes: Buffer }[]
  /** Hex HMAC-SHA-256 with the newest key of the purpose. */
  hmac: (purpose: SecretPurpose, ...parts: string[]) => string
  /** AES-256-GCM, as `keyId.iv.tag.ciphertext` in base64url. */
  seal: (plain: string) => string
  open: (sealed: string) => string
}

/** Loads `secrets.json` of the data folder, making it at the first start (mode 0600, durable before it is used). */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json')
  if (!existsSync(path)) writeSecrets(path, freshSecrets())
  return secretsFrom(file.parse(JSON.parse(readFileSync(path, 'utf8'))))
}

/** The keys as they are in the file, for a backup of them. */
export function readSecretsFile(dataDir: string): unknown {
  return file.parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')))
}

/** Puts the keys of a backup where there are none. */
export function restoreSecretsFile(dataDir: string, content: unknown): void {
  writeSecrets(join(dataDir, 'secrets.json'), file.parse(content))
}

/** A complete new set of keys. */
export function freshSecrets(): z.infer<typeof file> {
  const one = () => [{ id: randomBytes(4).toString('hex'), secret: randomBytes(32).toString('hex') }]
  return { session: one(), seal: one(), derive: one(), hash: one(), anchor: one() }
}

function writeSecrets(path: string, content: z.infer<typeof file>): void {
  const partial = `${path}.new`
  const handle = openSync(partial, 'w', 0o600)
  writeSync(handle, JSON.stringify(content, null, 2))
  fsyncSync(handle)
  closeSync(handle)
  renameSync(partial, path)
}

function secretsFrom(content: z.infer<typeof file>): Secrets {
  const keys = new Map(Object.entries(content).map(([purpose, some]) => [purpose, some.map(({ id, secret }) => ({ id, bytes: Buffer.from(secret, 'hex') }))]))
  const all: Secrets['all'] = (purpose) => keys.get(purpose) ?? []
  const current: Secrets['current'] = (purpose) => {
    const [first] = all(purpose)
    if (!first) throw new Error(`no key for ${purpose}`)
    return first
  }
  // A key object, because Node looks long at bytes before it takes them for a key.
  const signing = new Map(Object.keys(content).map((purpose) => [purpose, createSecretKey(current(purpose as SecretPurpose).bytes)]))
  const signingKey = (purpose: SecretPurpose): KeyObject => {
    const known = signing.get(purpose)
    if (!known) throw new Error(`no key for ${purpose}`)
    return known
  }
  return {
    all,
    current,
    hmac: (purpose, ...parts) => createHmac('sha256', signingKey(purpose)).update(parts.join('\u001f')).digest('hex'),
    seal: (plain) => {
      const { id, bytes } = current('seal')
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', bytes, iv)
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return [id, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.')
    },
    open: (sealed) => {
      const [id, iv, tag, text] = sealed.split('.')
      const found = all('seal').find((candidate) => candidate.id === id)
      if (!found || !iv || !tag || text === undefined) throw new Error('sealed with a key that is not here')
      const decipher = createDecipheriv('aes-256-gcm', found.bytes, Buffer.from(iv, 'base64url'))
      decipher.setAuthTag(Buffer.from(tag, 'base64url'))
      return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
    },
  }
}

/** Compares without telling by its time where two texts differ. */
export function sameSecret(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
