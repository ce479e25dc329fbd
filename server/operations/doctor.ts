import { existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { desc, sql } from 'drizzle-orm'
import { HOUR, isoOf, MINUTE, SECOND } from '#domain/time.ts'
import { sqliteFileOf } from '#db/open.ts'
import type { App } from '#server/app.ts'
import { readAnchors } from '#server/audit/anchor.ts'
import { verifyChain } from '#server/audit/chain.ts'
import { isBackupLate, lastBackupAt } from '#server/operations/back-up.ts'

/** One thing that was looked at. `problem`: somebody has to do something; `note`: good to know. */
export type Finding = { name: string; state: 'good' | 'problem' | 'note'; says: string }

/** Room on the disk under which the operator is told. */
const LEAST_ROOM = 1024 ** 3
const LAST_PLACES = 1000

const finding = (name: string, good: boolean, says: string, otherwise: Finding['state'] = 'problem'): Finding =>
  ({ name, state: good ? 'good' : otherwise, says })

/** Looks at everything that the operator answers for (OP-07). Writes once, to see what a write is worth. */
export async function examine(app: App): Promise<Finding[]> {
  return [
    ...practice(app), ...await durability(app), ...await record(app), ...await backups(app), await clock(app), ...await outbox(app), ...files(app),
  ]
}

function practice({ config, store }: App): Finding[] {
  const frozen = store.frozen()
  return [
    finding('practice', config.mode === 'real', config.mode === 'real' ? 'a real practice' : `a ${config.mode} practice: made-up people, open test doors, loopback only`, 'note'),
    finding('writes', frozen === null, frozen === null ? 'the data takes writes' : `nothing is written: damage in ${frozen}; restore a backup`),
  ]
}

async function durability({ store }: App): Promise<Finding[]> {
  await store.tx(async (w) => { await w.update(w.t.practice).set({ createdAt: sql`${w.t.practice.createdAt}` }) }).catch(() => undefined)
  const value = async (statement: string): Promise<string> => String(Object.values((await store.raw(statement))[0] ?? {})[0])
  if (store.engine === 'postgres') {
    const settings = await Promise.all(['synchronous_commit', 'fsync', 'full_page_writes'].map(async (name) => [name, await value(`show ${name}`)] as const))
    return settings.map(([name, is]) => finding(name, is !== 'off', `${name} is ${is}`))
  }
  const level = await value('pragma synchronous')
  const journal = await value('pragma journal_mode')
  const references = await value('pragma foreign_keys')
  return [
    finding('synchronous', level === '2', `synchronous is ${level === '2' ? 'FULL' : level} after a write`),
    finding('journal', journal === 'wal', `the journal is ${journal}`),
    finding('references', references === '1', `references are ${references === '1' ? '' : 'not '}watched`),
  ]
}

async function record(app: App): Promise<Finding[]> {
  const { engine, read, raw } = app.store
  const at = app.clock.now()
  const anchors = readAnchors(app.config.anchorDir, app.secrets)
  const report = await verifyChain({ engine, read, raw, close: async () => undefined }, { at, last: LAST_PLACES })
  const bad = report.firstBad
  const age = anchors.lastAt === null ? null : at - anchors.lastAt
  return [
    finding('record', bad === null, bad === null ? `the last ${report.sealed} of ${report.end.position} places hold` : `${bad.fault} at place ${bad.position}: run verify`),
    finding('seal', !report.late, `${report.unsealed} events wait for their seal`),
    finding('anchors', age !== null && age < 2 * HOUR && anchors.notOurs.length === 0,
      age === null ? `no anchor in ${app.config.anchorDir}` : `the last of ${anchors.held.length} anchors is ${minutes(age)} old${anchors.notOurs.length > 0 ? `; ${anchors.notOurs.length} lines are not ours` : ''}`),
  ]
}

async function backups(app: App): Promise<Finding[]> {
  const { read } = app.store
  const [row] = await read.select({ createdAt: read.t.practice.createdAt }).from(read.t.practice).limit(1)
  const lastAt = await lastBackupAt(read)
  const late = isBackupLate(lastAt, row?.createdAt ?? null, app.clock.now())
  const says = lastAt === null ? 'there is no backup yet' : `the last backup is ${minutes(app.clock.now() - lastAt)} old`
  return [finding('backup', !late, says, app.config.mode === 'real' ? 'problem' : 'note')]
}

async function clock(app: App): Promise<Finding> {
  const { auditEvents } = app.store.read.t
  const [row] = await app.store.read.select({ at: auditEvents.at }).from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1)
  const ahead = row ? row.at - app.clock.now() : 0
  return finding('clock', ahead < 5 * SECOND, ahead < 5 * SECOND
    ? `${isoOf(app.clock.now())}, behind no record` : `the newest event is ${minutes(ahead)} ahead of the clock: the clock went back`)
}

async function outbox(app: App): Promise<Finding[]> {
  const { read } = app.store
  const { outboxMails: mails } = read.t
  const [row] = await read.select({
    oldest: sql<number | null>`min(case when ${mails.state} = 'queued' then ${mails.queuedAt} end)`,
    parked: sql<number>`count(case when ${mails.state} = 'parked' then 1 end)`.mapWith(Number),
  }).from(mails)
  const oldest = row?.oldest ?? null
  const age = oldest === null ? 0 : app.clock.now() - Number(oldest)
  return [
    finding('outbox', age < 15 * MINUTE, oldest === null ? 'no mail waits' : `the oldest mail waits ${minutes(age)}`),
    finding('parked mail', (row?.parked ?? 0) === 0, `${row?.parked ?? 0} mails need a person`, 'note'),
  ]
}

function files({ config, store }: App): Finding[] {
  const kept = ['secrets.json', 'lock.db', 'control.sock'].map((name) => join(config.dataDir, name))
  const database = store.engine === 'sqlite' ? ['', '-wal', '-shm'].map((part) => sqliteFileOf(config.dataDir) + part) : []
  const open = [config.dataDir, ...kept, ...database].filter((path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0)
  const { bavail, bsize } = statfsSync(config.dataDir)
  const room = bavail * bsize
  return [
    finding('files', open.length === 0, open.length === 0 ? 'the data folder is its owner’s alone' : `others may reach ${open.join(', ')}`, config.mode === 'real' ? 'problem' : 'note'),
    finding('room', room > LEAST_ROOM, `${(room / LEAST_ROOM).toFixed(1)} GiB free beside the data`),
  ]
}

function minutes(ms: number): string {
  if (ms < 2 * MINUTE) return `${Math.round(ms / SECOND)} s`
  return ms < 3 * HOUR ? `${Math.round(ms / MINUTE)} min` : `${Math.round(ms / HOUR)} h`
}
