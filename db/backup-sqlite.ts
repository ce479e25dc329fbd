import { randomUUID } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Snapshot } from '#db/backup.ts'
import type { AppliedMigration } from '#db/migrations.ts'
import { sqliteFileOf, type StoreAddress } from '#db/open.ts'
import { openSqliteReader, ownOnly } from '#db/sqlite.ts'

/** `VACUUM INTO` a copy of the owner's: complete without the write-ahead log, and one moment of it. */
export async function snapshotSqlite(address: StoreAddress, scratch: string): Promise<Snapshot> {
  const copy = join(scratch, `copy-${randomUUID()}.db`)
  const live = openSqliteReader(sqliteFileOf(address.dataDir))
  try {
    ownOnly(copy)
    await live.raw('VACUUM INTO ?', [copy])
    syncFile(copy)
    const reader = openSqliteReader(copy)
    const tables = await reader.raw(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const [row] = await reader.raw(`SELECT count(*) AS n FROM "${String(name)}"`)
      counts[String(name)] = Number(row?.n)
    }
    return {
      engine: 'sqlite', reader, counts,
      migrations: (await reader.raw('SELECT id, checksum FROM migrations')) as AppliedMigration[],
      body: () => createReadStream(copy),
      close: async () => {
        await reader.close()
        remove(copy)
      },
    }
  } catch (error) {
    remove(copy)
    throw error
  } finally {
    await live.close()
  }
}

/** Writes the file of a practice that is not there yet. Journal mode and durability are set again when it is opened. */
export async function loadSqlite(address: StoreAddress, body: Readable): Promise<void> {
  const file = sqliteFileOf(address.dataDir)
  if (existsSync(file)) throw new Error('a practice is there already')
  await pipeline(body, createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  syncFile(file)
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function remove(copy: string): void {
  for (const part of ['', '-journal', '-wal', '-shm']) rmSync(copy + part, { force: true })
}
