/** Longest line that is typed to a TTY, in characters: two rows of its display. */
export const TTY_LINE = 40

/**
 * A sentence as lines for a TTY: broken between words, none longer than `TTY_LINE` unless a single word is, and GA (go ahead) at the end,
 * as both sides of a TTY end their turn.
 */
export function ttyLines(text: string): string[] {
  const lines: string[] = []
  for (const word of [...text.split(' '), END]) {
    const last = lines.at(-1)
    const goesOn = last !== undefined && `${last} ${word}`.length <= TTY_LINE && (word === END || !/[.?;:]$/.test(last))
    if (goesOn) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Go ahead: it is the other side's turn. */
const END = 'GA'
