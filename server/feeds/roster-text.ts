import { isUtf8 } from 'node:buffer'
import { sniffEncoding, type SniffedEncoding } from '#domain/rosters/encoding.ts'

/** Bytes that are looked at before a file's encoding is settled. */
export const SNIFFED_BYTES = 256 * 1024

/**
 * A spreadsheet's bytes as UTF-8. Where the first bytes were ASCII alone, the first byte that is no UTF-8 shows that the
 * file is Windows-1252, and it is read so from there on.
 */
export async function* asUtf8(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let sniffed: SniffedEncoding | null = null
  let decoder: TextDecoder | null = null
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes) {
    let body: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    rest = Buffer.alloc(0)
    if (!sniffed) {
      if (body.length < SNIFFED_BYTES) {
        rest = body
        continue
      }
      sniffed = sniffEncoding(body)
      body = body.subarray(sniffed.markBytes)
      if (sniffed.encoding !== 'utf-8') decoder = new TextDecoder(sniffed.encoding)
    }
    if (!decoder) {
      const end = body.length - cutOff(body)
      if (sniffed.isCertain || isUtf8(body.subarray(0, end))) {
        rest = body.subarray(end)
        yield body.subarray(0, end)
        continue
      }
      decoder = new TextDecoder('windows-1252')
    }
    yield Buffer.from(decoder.decode(body, { stream: true }), 'utf8')
  }
  if (rest.length > 0 || decoder) yield lastOf(rest, sniffed, decoder)
}

/** What is left when the file ends: a small file is here as a whole. */
function lastOf(rest: Buffer, sniffed: SniffedEncoding | null, decoder: TextDecoder | null): Buffer {
  if (decoder) return Buffer.from(decoder.decode(), 'utf8')
  const { encoding, markBytes, isCertain } = sniffed ?? sniffEncoding(rest)
  const body = sniffed ? rest : rest.subarray(markBytes)
  if (encoding === 'utf-8' && (isCertain || isUtf8(body))) return body
  return Buffer.from(new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(body), 'utf8')
}

/** How many bytes at the end may be the beginning of a character of UTF-8. */
function cutOff(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < length ? back : 0
    }
  }
  return 0
}
