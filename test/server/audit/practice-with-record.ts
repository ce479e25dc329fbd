import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { OpenReader, Store } from '#db/store.ts'
import { readAnchors, writeAnchor, type AnchorKind } from '#server/audit/anchor.ts'
import { verifyChain, type ChainReport } from '#server/audit/chain.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { chainEnd, sealWaiting, startSealer } from '#server/audit/sealer.ts'
import { loadSecrets, type Secrets } from '#server/secrets.ts'
import { freshStore } from '#test/support/database.ts'

const NOW = Date.parse('2026-11-22T15:00:00Z')

/** A storage with a record of `events` sealed events, and what an intruder with the database in hand can do to it. */
export type Record = {
  store: Store
  secrets: Secrets
  anchorDir: string
  write: (events: number) => Promise<void>
  anchor: (kind?: AnchorKind) => Promise<void>
  verify: (options?: { at?: number; last?: number; withoutAnchors?: boolean }) => Promise<ChainReport>
  stopSealing: () => Promise<void>
  /** Runs statements as somebody who owns the database and has taken the triggers away. */
  intrude: (...statements: string[]) => Promise<void>
}

export async function recordOf(events: number): Promise<Record> {
  const store = await freshStore()
  const anchorDir = mkdtempSync(join(tmpdir(), 'portal-desk-anchor-'))
  const secrets = loadSecrets(anchorDir)
  const clock = { now: () => NOW }
  const stop = await startSealer(store, clock)
  onTestFinished(async () => {
    await stop()
    await store.close()
    rmSync(anchorDir, { recursive: true })
  })
  const record: Record = {
    store, secrets, anchorDir,
    write: async (count) => {
      for (let at = 0; at < count; at++) {
        await store.tx((w) => recordEvent(w, { actor: { id: `staff-${at % 3}`, roles: ['helpline'] }, at: NOW + at, requestId: `r${at}`, sourceAddress: '127.0.0.1' }, {
          event: 'patient.read', patientId: `patient-${at % 5}`, purpose: 'TREAT', detail: { part: 'overview' },
        }))
      }
      while (await sealWaiting(store, NOW) > 0) { /* more waits */ }
    },
    anchor: async (kind = 'hour') => {
      const end = await chainEnd(store.read)
      writeAnchor(anchorDir, secrets, { kind, position: end.position, hash: end.hash, at: NOW })
    },
    verify: async ({ at = NOW, last, withoutAnchors = false } = {}) => {
      const reader: OpenReader = { engine: store.engine, read: store.read, raw: store.raw, close: async () => undefined }
      return verifyChain(reader, { at, last, anchors: withoutAnchors ? undefined : readAnchors(anchorDir, secrets) })
    },
    stopSealing: stop,
    intrude: async (...statements) => {
      for (const trigger of await triggersOf(store)) await store.raw(trigger)
      for (const statement of statements) await store.raw(statement)
    },
  }
  await record.write(events)
  return record
}

async function triggersOf(store: Store): Promise<string[]> {
  if (store.engine === 'sqlite') {
    return (await store.raw(`select name from sqlite_master where type = 'trigger'`)).map((row) => `drop trigger ${String(row.name)}`)
  }
  const rows = await store.raw(`select tgname, tgrelid::regclass as t from pg_trigger where not tgisinternal`)
  return rows.map((row) => `drop trigger ${String(row.tgname)} on ${String(row.t)}`)
}
