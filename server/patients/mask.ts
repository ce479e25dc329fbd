/** Last four characters of a medical record number; empty without one. */
export function mrnTail(value: string | undefined): string {
  return value?.replace(/[^\p{L}\p{N}]/gu, '').slice(-4) ?? ''
}

/** Last two digits of a phone number: what a row shows and no more (T3). */
export function phoneTail(value: string): string {
  return value.replace(/\D/g, '').slice(-2)
}

/** A phone number or address as a desk may read it back: enough to recognise, not enough to reach. */
export function maskedContact(kind: string, value: string): string {
  if (kind === 'phone') return `···${phoneTail(value)}`
  const [local = '', domain = ''] = value.split('@')
  return `${[...local][0] ?? ''}···@${domain}`
}
