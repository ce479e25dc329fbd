/** Providers that deliver to the same mailbox whether or not there are dots in the name (R10). */
const dotsDoNotCount = ['gmail.com', 'googlemail.com']

/**
 * The mailbox behind an address, for telling whether two people read the same one: lower case, without a plus-tag,
 * without dots where the provider ignores them. Not an address to write to.
 */
export function mailboxKey(address: string): string {
  const plain = address.trim().normalize('NFC').toLowerCase()
  const at = plain.lastIndexOf('@')
  if (at < 0) return plain
  const domain = plain.slice(at + 1)
  const name = plain.slice(0, at).replace(/\+.*$/, '')
  return dotsDoNotCount.includes(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`
}
