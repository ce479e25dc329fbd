import { licenceElements } from '#domain/lookup/licence-elements.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'
import { dateOf, isBirthDate } from '#domain/lookup/calendar-parts.ts'
import { cleanName, foldWords } from '#domain/names.ts'
import type { PlainDate } from '#domain/time.ts'

/** What is used of a driver's licence or ID card. Its number and address are not even in the type. */
export type LicenceScan = { kind: 'licence'; family: string; given: string; birthDate: PlainDate }
/** A label with a medical record number. */
export type MrnScan = { kind: 'mrn'; mrn: string }
/** A scan of which nothing is used: no name or no birth date could be read, or it is a card that is none of ours. */
export type UnreadableScan = { kind: 'unreadable'; fault: 'no-name' | 'no-birth-date' | 'other-card' }
export type Scan = LicenceScan | MrnScan | UnreadableScan

/** "ANSI " or, on early cards, "AAMVA", issuer and versions, the first part; whatever a keyboard made of the signs before. */
const licenceHeader = /^.{0,16}?(?:ANSI ?|AAMVA ?)\d{6,14}\s*(?:DL|ID|EN)/is
/** As much of it as shows that a scan has begun: the issuers' numbers begin so. Nothing personal has come by then. */
const licenceStart = /^.{0,16}?(?:ANSI ?|AAMVA ?)(?:636|604|360)/is
/** A licence whose header was lost: three of its elements with their content. */
const headless = [/D(?:CS|AA|AB)[\p{L}]/u, /DBB\d{2}/, /DAQ\S/]
/** AIM identifiers, which a scanner may send before the content: `]C0` is Code 128. */
const aimCode = /^\s*\][A-Za-z][0-9A-Za-z]/
const mrnLabel = /^\s*\]C0\s*(?:MRN\s*[:#]?\s*)?([A-Za-z0-9][A-Za-z0-9-]{2,29})\s*$/i
/** Track 1 or 2 of a magnetic stripe: a payment, insurance or older licence card. */
const stripe = /^\s*(?:%[A-Z0-9][^?]{8,}\^|;\d{6,}[=?])/i
const LONGEST_SCAN = 4_000

/**
 * What a keyboard-wedge scanner sent, or null when the text is typing. Of a licence (AAMVA versions 0–10, also with
 * its control characters lost) only name and birth date leave this function; of any other card nothing does.
 * A bare label without the scanner's code identifier cannot be told from typing and is read as typing.
 */
export function readScan(text: string, today: PlainDate): Scan | null {
  if (isLicence(text)) return readLicence(text.slice(0, LONGEST_SCAN), today)
  const label = mrnLabel.exec(text)?.[1]
  if (label !== undefined) return { kind: 'mrn', mrn: label.toLowerCase().replace(/-/g, '') }
  return aimCode.test(text) || stripe.test(text) ? { kind: 'unreadable', fault: 'other-card' } : null
}

/**
 * Whether the text so far is a scan, so that a screen can hold back its characters: `maybe` while only a scanner's
 * opening sign has come. No name begins with one of these signs.
 */
export function scanStage(text: string): 'typing' | 'maybe' | 'scan' {
  if (licenceStart.test(text) || isLicence(text) || aimCode.test(text) || stripe.test(text)) return 'scan'
  return /^\s*[@%;\]\u001c-\u001f]/.test(text) ? 'maybe' : 'typing'
}

/** The look-up that a scan asks for; null: it asks for nobody. Of several given names the first is asked for. */
export function queryOfScan(scan: Scan): LookupQuery | null {
  const nothing = { kind: 'search', names: [], familyWords: null, birth: null, mrn: null, phoneTail: null, email: null, either: [], otherwise: null } as const
  if (scan.kind === 'unreadable') return null
  if (scan.kind === 'mrn') return { ...nothing, mrn: scan.mrn }
  const family = foldWords(scan.family)
  const names = [...family, ...foldWords(scan.given).slice(0, 1)]
  return { ...nothing, names, familyWords: names.length > family.length ? family.length : null, birth: [{ kind: 'on', date: scan.birthDate }] }
}

function isLicence(text: string): boolean {
  return licenceHeader.test(text) || headless.every((element) => element.test(text))
}

function readLicence(text: string, today: PlainDate): LicenceScan | UnreadableScan {
  const elements = licenceElements(text)
  const family = nameOf(elements.family)
  if (!family) return { kind: 'unreadable', fault: 'no-name' }
  const birthDate = birthDateOf(elements.birth, today)
  if (birthDate === null) return { kind: 'unreadable', fault: 'no-birth-date' }
  return { kind: 'licence', family, given: elements.given.map(nameOf).filter((name) => name !== '').join(' '), birthDate }
}

/** The name without what stands for "no such name" on a card. */
function nameOf(text: string): string {
  const name = cleanName(text.replace(/[,@]/g, ' ')) ?? ''
  return /^(none|unavl|unavail|nmn|n\/a)$/i.test(name) || name.length > 100 ? '' : name
}

/**
 * The date of `DBB`: month, day and year in the United States from version 2 on, year first in version 1 and in Canada.
 * No month is 18, 19 or 20, so a text can be only one of them.
 */
function birthDateOf(text: string, today: PlainDate): PlainDate | null {
  const digits = text.replace(/\D/g, '')
  if (digits.length !== 8) return null
  const [first, second, third, fourth] = [0, 2, 4, 6].map((at) => Number(digits.slice(at, at + 2))) as [number, number, number, number]
  const date = dateOf(third * 100 + fourth, first, second) ?? dateOf(first * 100 + second, third, fourth)
  return date !== null && isBirthDate(date, today) ? date : null
}
