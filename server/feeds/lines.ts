/** A line of a file by its number, counted from 1; null instead of one that is too long to be looked at. */
export type Line = { line: number; text: string | null }

const NEWLINE = 0x0a

/** Parts bytes into lines of UTF-8. A line longer than `most` bytes is passed over without being kept. A byte order mark is dropped. */
export async function* linesOf(bytes: AsyncIterable<Buffer>, most: number): AsyncGenerator<Line[]> {
  let line = 1
  let kept: Buffer[] = []
  let length = 0
  const take = (part: Buffer): void => {
    length += part.length
    if (length <= most) kept.push(part)
    else kept = []
  }
  const end = (): Line => {
    const text = length > most ? null : textOf(kept, line === 1)
    kept = []
    length = 0
    return { line: line++, text }
  }
  for await (const chunk of bytes) {
    const found: Line[] = []
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at))
      found.push(end())
      from = at + 1
    }
    take(chunk.subarray(from))
    yield found
  }
  if (length > 0) yield [end()]
}

function textOf(parts: readonly Buffer[], isFirst: boolean): string {
  const text = parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)).toString('utf8') : Buffer.concat(parts).toString('utf8')
  return isFirst && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
