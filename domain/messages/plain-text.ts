/** Signs that are no text: controls but tab and line break, and those that turn the direction of writing (IN-05, IN-07). */
const noText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/** What somebody wrote, as text and nothing else: NFC, one kind of line break, no control signs, no more than two empty lines in a row. */
export function plainText(written: string): string {
  return written.replace(/\r\n?/g, '\n').replace(noText, '').normalize('NFC').replace(/\n{4,}/g, '\n\n\n').trim()
}

/** On one line, as a subject, a name or the beginning of a message in a list; cut at `longest` with an ellipsis. */
export function oneLineOf(written: string, longest: number): string {
  const line = plainText(written).replace(/\s+/g, ' ')
  if (line.length <= longest) return line
  return `${line.slice(0, longest - 1).toWellFormed().trimEnd()}…`
}
