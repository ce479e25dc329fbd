/** Letters and digits in lower case, last one first, so that the end of a number is found by one range. */
export function tailKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '').split('').reverse().join('')
}

/** The key by which a contact is found: an address in lower case; a number's digits, last one first. */
export function contactKey(kind: 'phone' | 'email', value: string): string {
  return kind === 'email' ? value.normalize('NFC').toLowerCase() : tailKey(value.replace(/\D/g, ''))
}
