import { createHash } from 'node:crypto'
import { commonPasswordMarks } from '#server/auth/common-passwords-data.ts'

const marks = Buffer.from(commonPasswordMarks, 'base64')

/** Whether the password, in any case of letters, is among those that are guessed first (AU-03). Asks nobody outside. */
export function isCommonPassword(password: string): boolean {
  const mark = createHash('sha256').update(password.normalize('NFC').toLowerCase()).digest().readUInt32BE(0)
  let low = 0
  let high = marks.length / 4 - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = marks.readUInt32BE(middle * 4)
    if (found === mark) return true
    if (found < mark) low = middle + 1
    else high = middle - 1
  }
  return false
}
