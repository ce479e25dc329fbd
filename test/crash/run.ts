/**
 * `npm run crash [-- --kills 20] [--postgres]`: kills the built server at random moments under writes with mail and
 * audit, and prints what became of every act that was acknowledged. Ends with 1 when one was lost, half done or doubled.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type } from '#test/crash/type-command.ts'
import { crashRun, repeatAll } from '#test/crash/crash-run.ts'
import { tally } from '#test/crash/count.ts'
import { openMailSink } from '#test/crash/mail-sink.ts'
import { startPostgres } from '#test/support/postgres.ts'
import { onServer } from '#test/support/postgres-client.ts'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' }, postgres: { type: 'boolean', default: false } } })
const kills = Number(values.kills)
const folder = mkdtempSync(join(tmpdir(), 'portal-desk-crash-'))
const postgres = values.postgres ? await startPostgres() : null
if (postgres) await onServer(postgres.url('postgres'), 'create database crash')
const sink = await openMailSink()
const address = { dataDir: join(folder, 'data'), databaseUrl: postgres?.url('crash') ?? null }
const settings = { DATA_DIR: address.dataDir, ANCHOR_DIR: join(folder, 'anchor'), ...(address.databaseUrl ? { DATABASE_URL: address.databaseUrl } : {}) }
try {
  const began = performance.now()
  const run = await crashRun(settings, sink, { kills, people: 4, random: Math.random })
  const different = await repeatAll(run.acts)
  const code = await run.server.stop()
  const found = await tally(address, run, sink)
  const verified = await type('verify', settings)
  const rows: [string, unknown][] = [
    ['storage', postgres ? 'PostgreSQL' : 'SQLite'], ['kills at random moments', kills], ['seconds', Math.round((performance.now() - began) / 1000)],
    ['acts acknowledged', found.acknowledged], ['of these after more than one try', found.retried],
    ['acknowledged and lost', found.lost], ['half done', found.halfDone], ['done twice', found.doubled],
    ['repeats with another answer than the first', different], ['answers nobody expects', run.strange.length],
    ['mails queued with their act', found.mails], ['mails sent without a row', found.mailsWithoutRow],
    ['sent again under the same Message-ID', found.mailsRepeated], ['slowest start after a kill (ms)', found.slowestStartMs],
    ['exit code of the last, orderly stop', code], ['npm run verify afterwards', verified.code === 0 ? 'the record holds' : verified.out],
  ]
  for (const [name, value] of rows) console.log(`${name.padEnd(46)} ${String(value)}`)
  const bad = found.lost + found.halfDone + found.doubled + different + run.strange.length + found.mailsWithoutRow + (code ?? 1) + verified.code
  console.log(bad === 0 ? 'Nothing acknowledged was lost, half done or doubled.' : 'SOMETHING IS WRONG.')
  process.exitCode = bad === 0 ? 0 : 1
} finally {
  await sink.close()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
