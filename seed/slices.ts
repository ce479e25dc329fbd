import type { Store, Writer } from '#db/store.ts'

/** Rows of one transaction of a seed: short enough to let others write in between. */
const ROWS = 200

/** Writes the items in transactions of bounded size. Whoever writes must bear being run twice. */
export async function inSlices<T>(store: Store, items: readonly T[], write: (w: Writer, slice: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS) {
    await store.tx((w) => write(w, items.slice(from, from + ROWS)))
  }
}
