import { decode, type Parsed } from '#domain/hl7/message.ts'

/** Character sets of HL7 table 0211 that are read, by the names that the web platform knows them by. */
const charsets: Readonly<Record<string, string>> = {
  'UNICODE UTF-8': 'utf-8', 'UTF-8': 'utf-8', UNICODE: 'utf-8', ASCII: 'utf-8',
  '8859/1': 'iso-8859-1', '8859/2': 'iso-8859-2', '8859/3': 'iso-8859-3', '8859/4': 'iso-8859-4', '8859/5': 'iso-8859-5', '8859/6': 'iso-8859-6',
  '8859/7': 'iso-8859-7', '8859/8': 'iso-8859-8', '8859/9': 'iso-8859-9', '8859/15': 'iso-8859-15', 'ISO IR87': 'iso-2022-jp', GB18030: 'gb18030', BIG5: 'big5',
}

/**
 * The text of a message's bytes. MSH-18 names the character set; without it, UTF-8 where the bytes are that, else
 * Windows-1252, as systems that name none mostly write. Bytes that contradict what the message says are refused.
 */
export function textOfBytes(bytes: Uint8Array): Parsed<string> {
  const ascii = new TextDecoder('windows-1252').decode(bytes)
  if (bytes[0] === 0xff || bytes[0] === 0xfe || ascii.includes('\u0000')) return { refused: 'HL7_CHARSET' }
  const header = /MSH[^\r\n]*/.exec(ascii)?.[0] ?? ''
  const said = (header.split(header[3] ?? '|')[17] ?? '').split(header[5] ?? '~')[0]?.trim().toUpperCase() ?? ''
  if (said === '') return { read: decode(bytes, 'utf-8') ?? ascii }
  const charset = charsets[said]
  const text = charset === undefined ? null : decode(bytes, charset)
  return text === null ? { refused: 'HL7_CHARSET' } : { read: text }
}
