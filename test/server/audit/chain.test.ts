import { appendFileSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isGood } from '#server/audit/chain.ts'
import { sealHash } from '#server/audit/sealer.ts'
import { recordOf, type Record } from '#test/server/audit/practice-with-record.ts'

const anchorFile = (record: Record) => join(record.anchorDir, readdirSync(record.anchorDir).find((name) => name.startsWith('anchors')) ?? '')

test('a record that nobody touched holds, and every place of it was walked', async () => {
  const record = await recordOf(30)
  await record.anchor()
  const report = await record.verify()
  expect(report).toMatchObject({ sealed: 30, unsealed: 0, late: false, firstBad: null, anchors: { checked: 1, firstBad: null } })
  expect(isGood(report)).toBe(true)
})

test('AD-05: the database itself refuses to change or delete an event or a seal', async () => {
  const { store } = await recordOf(3)
  const acts = ['update audit_events set actor_id = $', 'delete from audit_events', 'update audit_seals set hash = $', 'delete from audit_seals']
  for (const act of acts) await expect(store.raw(act.replace('$', `'x'`)), act).rejects.toThrow('append-only')
  if (store.engine === 'postgres') await expect(store.raw('truncate audit_events cascade')).rejects.toThrow('append-only')
  expect(await store.read.$count(store.read.t.auditEvents)).toBe(3)
})

const seq = (place: number) => `(select event_seq from audit_seals where position = ${place})`
const crimes: [string, string[], { position: number; fault: string }][] = [
  ['one word of an event is changed', [`update audit_events set actor_id = 'staff-9' where seq = ${seq(12)}`], { position: 12, fault: 'event-changed' }],
  ['a time is moved', [`update audit_events set at = at + 1 where seq = ${seq(7)}`], { position: 7, fault: 'event-changed' }],
  ['a text is cut short', [`update audit_events set detail = '{}' where seq = ${seq(1)}`], { position: 1, fault: 'event-changed' }],
  ['an event is deleted', [`delete from audit_events where seq = ${seq(15)}`], { position: 15, fault: 'event-missing' }],
  ['an event and its seal are deleted', [`delete from audit_events where seq = ${seq(15)}`, 'delete from audit_seals where position = 15'], { position: 15, fault: 'position-missing' }],
  ['two events change places', [
    `update audit_seals set event_seq = -1 where position = 4`, `update audit_seals set event_seq = ${seq(5)} - 1 where position = 999`,
    `update audit_seals set event_seq = (select min(seq) + 3 from audit_events) where position = 5`,
    `update audit_seals set event_seq = (select min(seq) + 4 from audit_events) where position = 4`,
  ], { position: 4, fault: 'event-changed' }],
  ['a seal is written anew', [`update audit_seals set hash = '${'a'.repeat(64)}' where position = 20`], { position: 20, fault: 'event-changed' }],
  ['a link is bent', [`update audit_seals set previous_hash = '${'a'.repeat(64)}' where position = 20`], { position: 20, fault: 'link-broken' }],
]

test.each(crimes)('AD-05: it is seen when %s', async (_what, statements, found) => {
  const record = await recordOf(25)
  await record.intrude(...statements)
  expect((await record.verify({ withoutAnchors: true })).firstBad).toEqual(found)
})

test('AD-05: an event put in behind the sealer’s back is seen', async () => {
  const record = await recordOf(6)
  await record.intrude(`delete from audit_seals where position = 6`, `delete from audit_events where seq = (select max(seq) from audit_events)`)
  await record.write(0)
  await record.intrude(`insert into audit_events (seq, at, actor_id, actor_roles, event, outcome, purpose, detail)
    values ((select min(seq) - 1 from audit_events), 1, 'staff-1', '', 'patient.read', 'success', 'TREAT', '{}')`)
  expect((await record.verify({ withoutAnchors: true })).firstBad?.fault).toBe('event-hidden')
})

test('AD-06: it is seen when the last ten events and their seals are gone', async () => {
  const record = await recordOf(30)
  await record.anchor()
  await record.intrude('delete from audit_events where seq in (select event_seq from audit_seals where position > 20)', 'delete from audit_seals where position > 20',
    ...(record.store.engine === 'sqlite' ? [`update sqlite_sequence set seq = (select max(seq) from audit_events) where name = 'audit_events'`] : []))
  const report = await record.verify()
  expect(report.firstBad).toBeNull()
  expect(report.anchors.firstBad).toEqual({ position: 21, fault: 'anchor-beyond-end' })
  expect(isGood(report)).toBe(false)
})

test('AD-06: it is seen when the whole record was written anew and fits together', async () => {
  const record = await recordOf(30)
  await record.anchor()
  await record.intrude(`update audit_events set actor_id = 'somebody-else' where seq = ${seq(9)}`)
  await rewriteSeals(record)
  const report = await record.verify()
  expect(report.firstBad).toBeNull()
  expect(report.anchors.firstBad).toEqual({ position: 30, fault: 'anchor-differs' })
})

test('AD-06: anchors that are gone, altered or signed with another key are seen; a line torn by a power cut is not a crime', async () => {
  const record = await recordOf(5)
  expect((await record.verify()).anchors.firstBad).toEqual({ position: 0, fault: 'anchors-missing' })
  await record.anchor()
  expect((statSync(anchorFile(record)).mode & 0o777).toString(8)).toBe('600')
  appendFileSync(anchorFile(record), '{"entry":"{')
  await record.anchor()
  const lines = readFileSync(anchorFile(record), 'utf8').split('\n')
  expect(lines[1]).toBe('{"entry":"{')
  writeFileSync(anchorFile(record), [lines[0], lines[2], ''].join('\n'))
  expect((await record.verify()).anchors).toMatchObject({ checked: 2, firstBad: null })
  writeFileSync(anchorFile(record), readFileSync(anchorFile(record), 'utf8').replace('\\"position\\":5', '\\"position\\":4'))
  expect((await record.verify()).anchors.firstBad).toEqual({ position: 0, fault: 'anchor-not-ours' })
  rmSync(anchorFile(record))
  expect((await record.verify()).anchors.firstBad?.fault).toBe('anchors-missing')
})

test('the last places can be walked alone, as at every start', async () => {
  const record = await recordOf(40)
  await record.intrude(`update audit_events set actor_id = 'x' where seq = ${seq(35)}`)
  expect((await record.verify({ last: 3, withoutAnchors: true })).firstBad).toBeNull()
  expect((await record.verify({ last: 10, withoutAnchors: true })).firstBad).toEqual({ position: 35, fault: 'event-changed' })
})

test('AD-05: an event that waits longer than five seconds for its seal is told', async () => {
  const record = await recordOf(2)
  const at = Date.parse('2026-11-22T15:00:00Z')
  await record.stopSealing()
  await record.store.raw(`insert into audit_events (at, actor_id, actor_roles, event, outcome, purpose, detail) values (${at}, 'system', '', 'system.stopped', 'success', 'HOPERAT', '{}')`)
  expect(await record.verify({ at: at + 4_000, withoutAnchors: true })).toMatchObject({ unsealed: 1, late: false })
  expect(await record.verify({ at: at + 6_000, withoutAnchors: true })).toMatchObject({ unsealed: 1, oldestUnsealedAt: at, late: true })
})

/** What an intruder does who knows how the chain is made. */
async function rewriteSeals(record: Record): Promise<void> {
  const { auditEvents } = record.store.read.t
  let previous = '0'.repeat(64)
  const statements: string[] = ['delete from audit_seals']
  for (const [at, event] of (await record.store.read.select().from(auditEvents).orderBy(asc(auditEvents.seq))).entries()) {
    const hash = sealHash(previous, at + 1, event)
    statements.push(`insert into audit_seals (position, event_seq, previous_hash, hash, sealed_at) values (${at + 1}, ${event.seq}, '${previous}', '${hash}', 1)`)
    previous = hash
  }
  await record.intrude(...statements)
}
