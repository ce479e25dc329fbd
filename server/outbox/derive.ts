import { createHmac } from 'node:crypto'
import { codeFrom } from '#domain/enrollment/codes.ts'
import { sameSecret, type Secrets } from '#server/secrets.ts'

const TOKEN = /^([A-Za-z0-9-]{1,60})_([A-Za-z0-9]{1,20})_([A-Za-z0-9_-]{32})$/

/**
 * The secret of a link: names the record, the key, and 192 bits that only this server can make for this purpose.
 * Computed when a mail is sent and when it is redeemed, stored nowhere (ID-04). One path segment, no dots.
 */
export function deriveToken(secrets: Secrets, purpose: string, id: string, keyId = secrets.current('derive').id): string {
  return `${id}_${keyId}_${macOf(secrets, keyId, 'link', purpose, id).toString('base64url').slice(0, 32)}`
}

/** The id of the record that a link's token names for this purpose, or null when we did not make it. */
export function verifyToken(secrets: Secrets, purpose: string, token: string): string | null {
  const [, id, keyId] = TOKEN.exec(token) ?? []
  if (!id || !keyId || !hasKey(secrets, keyId)) return null
  return sameSecret(deriveToken(secrets, purpose, id, keyId), token) ? id : null
}

/** The short code that a record's id stands for: computed when it is shown, mailed or compared, stored nowhere (ID-04). */
export function deriveCode(secrets: Secrets, purpose: string, id: string, keyId = secrets.current('derive').id): string {
  return codeFrom(macOf(secrets, keyId, 'code', purpose, id))
}

/** Where reports about one mail go: nobody who has not seen the mail can make it (`bounce+<mail>.<mac>@domain`). */
export function returnPathOf(secrets: Secrets, mailId: string, keyId: string, domain: string): string {
  return `bounce+${mailId}.${bounceMac(secrets, mailId, keyId)}@${domain}`
}

/** The mail that a return path names: with a true mark, with a forged one, or none. Mail servers may change its case. */
export function mailOfReturnPath(secrets: Secrets, address: string): { mailId: string; genuine: boolean } | null {
  const [, mailId, mac] = /(?:^|<)bounce\+([0-9a-f]{32})\.([0-9a-f]{20})@/i.exec(address.toLowerCase()) ?? []
  if (!mailId || !mac) return null
  return { mailId, genuine: secrets.all('derive').some((key) => sameSecret(bounceMac(secrets, mailId, key.id), mac)) }
}

/** 80 bits in hex: with `bounce+` and the id it fits into the 64 characters of a local part. */
function bounceMac(secrets: Secrets, mailId: string, keyId: string): string {
  return macOf(secrets, keyId, 'bounce', mailId).toString('hex').slice(0, 20)
}

function hasKey(secrets: Secrets, keyId: string): boolean {
  return secrets.all('derive').some((key) => key.id === keyId)
}

function macOf(secrets: Secrets, keyId: string, ...parts: string[]): Buffer {
  const key = secrets.all('derive').find((candidate) => candidate.id === keyId)
  if (!key) throw new Error('the key that this mail was made with is not here')
  return createHmac('sha256', key.bytes).update(parts.join('\u001f')).digest()
}
