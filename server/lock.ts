import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ownOnly } from '#db/sqlite.ts'

/** Another process serves this data folder. */
export class FolderTaken extends Error {
  override name = 'FolderTaken'
}

/**
 * Holds the data folder for this process alone (OP-06). The lock is the operating system's, on a small SQLite file:
 * it is gone the moment the process is, however it ends. Returns the release.
 */
export function lockFolder(dataDir: string): () => void {
  const file = join(dataDir, 'lock.db')
  ownOnly(file)
  const db = new Database(file)
  try {
    db.pragma('busy_timeout = 0')
    db.pragma('journal_mode = DELETE')
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (pid INTEGER); DELETE FROM held')
    db.prepare('INSERT INTO held VALUES (?)').run(process.pid)
    db.exec('COMMIT')
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) {
      throw new FolderTaken('another Portal Desk serves this data folder; stop it first, or name another DATA_DIR')
    }
    throw error
  }
  return () => db.close()
}
