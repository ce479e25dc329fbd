/** Labels that `TextDecoder` knows. */
export type RosterEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * How a file's text is encoded, read off its first bytes. `isCertain` is false while only ASCII was seen: later bytes
 * may still show Windows-1252, so decode such a file strictly and, at the first fault, as Windows-1252 from there on.
 */
export type SniffedEncoding = { encoding: RosterEncoding; markBytes: number; isCertain: boolean }

/**
 * The encoding of a spreadsheet's text file: by its byte order mark; else UTF-16 by its zero bytes; else UTF-8 when all
 * of it is well-formed (the last character may be cut off); else what Windows programs write, Windows-1252.
 */
export function sniffEncoding(bytes: Uint8Array): SniffedEncoding {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', markBytes: 3, isCertain: true }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markBytes: 2, isCertain: true }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markBytes: 2, isCertain: true }
  const zeros = zeroPlaces(bytes)
  if (zeros.odd > 0 && zeros.odd > zeros.even) return { encoding: 'utf-16le', markBytes: 0, isCertain: false }
  if (zeros.even > 0 && zeros.even > zeros.odd) return { encoding: 'utf-16be', markBytes: 0, isCertain: false }
  const isAscii = bytes.every((byte) => byte < 0x80)
  if (isAscii) return { encoding: 'utf-8', markBytes: 0, isCertain: false }
  return { encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252', markBytes: 0, isCertain: true }
}

function zeroPlaces(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 }
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0 && at % 2 === 0) zeros.even += 1
    if (byte === 0 && at % 2 === 1) zeros.odd += 1
  }
  return zeros
}

/** Whether the bytes are UTF-8 up to a last character that may be cut off. RFC 3629: no overlong forms, no surrogates. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0
    const length = lengthOf(lead)
    if (length === 0) return false
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next]
      if (byte === undefined) return true
      const [low, high] = next === 1 ? secondByteOf(lead) : [0x80, 0xbf]
      if (byte < low || byte > high) return false
    }
    at += length
  }
  return true
}

/** Bytes of a character that begins so; 0: no character does. */
function lengthOf(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

function secondByteOf(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf]
}
