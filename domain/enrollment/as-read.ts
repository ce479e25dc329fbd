import { mailboxKey } from '#domain/mailbox.ts'
import { phoneKey } from '#domain/reach.ts'

/** A contact as typed, in pieces that the rule looks at and pieces that it does not, and what it then reads. */
export type AsRead = { segments: { text: string; counts: boolean }[]; readAs: string }

/**
 * Shows how the rule reads a contact (R10): the plus-tag of an address, the dots of a name at a provider that ignores
 * them and all punctuation of a number do not count. Case does not either, and is simply written small in `readAs`.
 */
export function asRead(kind: 'email' | 'phone', value: string): AsRead {
  const plain = value.trim().normalize('NFC')
  return kind === 'email' ? addressAsRead(plain) : { segments: piecesOf(plain, /[^\d+]/), readAs: phoneKey(plain) ?? plain.replace(/\D/g, '') }
}

function addressAsRead(address: string): AsRead {
  const at = address.lastIndexOf('@')
  const readAs = mailboxKey(address)
  if (at < 0) return { segments: [{ text: address, counts: true }], readAs }
  const name = address.slice(0, at)
  const plus = name.indexOf('+')
  const own = plus < 0 ? name : name.slice(0, plus)
  const ignoresDots = readAs.split('@')[0]?.includes('.') === false
  return {
    segments: [
      ...(ignoresDots ? piecesOf(own, /\./) : [{ text: own, counts: true }]),
      ...(plus < 0 ? [] : [{ text: name.slice(plus), counts: false }]),
      { text: address.slice(at), counts: true },
    ],
    readAs,
  }
}

/** The text cut where it changes between what counts and what does not. */
function piecesOf(text: string, idle: RegExp): { text: string; counts: boolean }[] {
  const pieces: { text: string; counts: boolean }[] = []
  for (const sign of text) {
    const counts = !idle.test(sign)
    const last = pieces.at(-1)
    if (last?.counts === counts) last.text += sign
    else pieces.push({ text: sign, counts })
  }
  return pieces
}
