import type { Readable } from 'node:stream'
import type { AppliedMigration } from '#db/migrations.ts'
import type { StoreAddress } from '#db/open.ts'
import type { OpenReader } from '#db/store.ts'

/** A moment of the practice, held still: what it counts, how it is read, the bytes that make it anew. */
export type Snapshot = {
  engine: 'sqlite' | 'postgres'
  /** Reads the moment itself, not what has happened since. */
  reader: OpenReader
  /** Rows of every table. */
  counts: Record<string, number>
  migrations: AppliedMigration[]
  body: () => AsyncIterable<Buffer>
  close: () => Promise<void>
}

/** What a backup says about its body, and what must be true again after it was loaded. */
export type BodyFacts = Pick<Snapshot, 'engine' | 'counts' | 'migrations'>

/** Holds a moment of the practice still while people go on working. `scratch`: a folder of the owner's for a copy. */
export async function takeSnapshot(address: StoreAddress, scratch: string): Promise<Snapshot> {
  if (address.databaseUrl) return (await import('#db/backup-postgres.ts')).snapshotPostgres(address.databaseUrl)
  return (await import('#db/backup-sqlite.ts')).snapshotSqlite(address, scratch)
}

/** Makes the practice anew from a snapshot's body, where none is yet. Throws when something is there already. */
export async function loadSnapshot(address: StoreAddress, facts: BodyFacts, body: Readable): Promise<void> {
  if (address.databaseUrl) await (await import('#db/backup-postgres.ts')).loadPostgres(address.databaseUrl, facts, body)
  else await (await import('#db/backup-sqlite.ts')).loadSqlite(address, body)
}
