import type Database from 'better-sqlite3'

/** One read transaction around the reads of one turn of the event loop. */
export type HeldReads = {
  /** Before each read: opens the transaction unless it is open. */
  hold: () => void
  /** Before each commit of this process, and at the end of the turn: the next read sees everything that was committed. */
  letGo: () => void
}

/**
 * Taking and giving back SQLite's lock costs several times as much as a look into an index, so the reads of one turn
 * take it once. Whoever writes lets go before the commit: a read never sees less than what was acknowledged before it.
 */
export function holdReads(file: Database.Database): HeldReads {
  const begin = file.prepare('BEGIN')
  const commit = file.prepare('COMMIT')
  const letGo = (): void => {
    if (file.open && file.inTransaction) commit.run()
  }
  return {
    hold: () => {
      if (file.inTransaction) return
      begin.run()
      setImmediate(letGo)
    },
    letGo,
  }
}
