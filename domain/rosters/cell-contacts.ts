import type { ContactFacts } from '#domain/feeds/facts.ts'
import { restoredNumber, saysNothing } from '#domain/rosters/cells.ts'
import { contactKey } from '#domain/search-keys.ts'

/** The contacts of a cell, and whether something in it could not be used. */
export type CellContacts = { contacts: ContactFacts[]; isPartUnused: boolean }

/** Addresses that are written where there is none. */
const noAddress = /^(no|none|noemail|noemailaddress|nomail|na|declined|refused|unknown|donotemail|nocorreo|sincorreo|ninguno|test)@/i
const address = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\]+$/
const extension = /\s*(?:ext|extension|x|int)\.?\s*\d{1,6}$/i

/**
 * The phone numbers of a cell, each as written but without its extension: several are parted by strokes, semicolons, or
 * "or". Seven to fifteen digits. One digit throughout, and what a spreadsheet shortened, is none.
 */
export function phonesOf(text: string, use: 'mobile' | 'home' | 'work' | null): CellContacts {
  return contactsOf(text.split(/\s*(?:[;|]|\s\/\s|,\s|\bor\b|\bo\b)\s*/i), (piece) => {
    const number = restoredNumber(piece.replace(extension, '').replace(/^(tel|phone|cell|mobile|home|work)\s*[.:]*\s*/i, ''), null)
    return number !== null && isPhone(number) ? { kind: 'phone', use, value: number, sinceAt: null, sinceProof: null } : null
  })
}

/** The e-mail addresses of a cell, without `mailto:` and angle brackets. Addresses that say "none" are none. */
export function emailsOf(text: string): CellContacts {
  return contactsOf(text.split(/\s*[;,]\s*|\s+/), (piece) => {
    const value = piece.replace(/^mailto:/i, '').replace(/^<(.*)>$/, '$1')
    const isUsable = value.length <= 254 && address.test(value) && !noAddress.test(value)
    return isUsable ? { kind: 'email', use: null, value, sinceAt: null, sinceProof: null } : null
  })
}

/** The contacts without those that another cell of the row gave already. */
export function withoutRepeats(contacts: readonly ContactFacts[]): ContactFacts[] {
  const keys = contacts.map((contact) => `${contact.kind}:${contactKey(contact.kind, contact.value)}`)
  return contacts.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
}

function contactsOf(pieces: readonly string[], read: (piece: string) => ContactFacts | null): CellContacts {
  const said = pieces.filter((piece) => !saysNothing(piece))
  const contacts = said.flatMap((piece) => read(piece) ?? [])
  return { contacts, isPartUnused: contacts.length < said.length }
}

/** North American numbers are ten digits, or eleven with the 1; an area code or exchange never begins with 0 or 1 there. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  const isWritten = /^\+?[\d\s().\-–/]+$/.test(text) && text.length <= 40
  return isWritten && digits.length >= 7 && digits.length <= 15 && !/^(\d)\1+$/.test(digits.slice(-7))
}
