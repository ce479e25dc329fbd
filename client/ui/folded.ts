/** Lower case without accents, so that "sesion" finds "Sesión" and "nunez" finds "Núñez". */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A stretch of a text, from its letter `from` on, that is marked or not. */
export type Stretch = { from: number; text: string; marked: boolean }

/** Which letters of `text` are covered by one of the words in `typed`. */
export function stretchesOf(text: string, typed: string): Stretch[] {
  const letters = [...text]
  const plain = letters.map(folded)
  const starts = plain.map((_, at) => plain.slice(0, at).join('').length)
  const whole = plain.join('')
  const marked = letters.map(() => false)
  for (const word of folded(typed).split(/[\s,]+/).filter((one) => one.length > 1)) {
    for (let found = whole.indexOf(word); found >= 0; found = whole.indexOf(word, found + 1)) {
      starts.forEach((start, at) => {
        if (start >= found && start < found + word.length) marked[at] = true
      })
    }
  }
  const stretches: Stretch[] = []
  letters.forEach((letter, at) => {
    const last = stretches.at(-1)
    if (last && last.marked === marked[at]) last.text += letter
    else stretches.push({ from: at, text: letter, marked: marked[at] ?? false })
  })
  return stretches
}
