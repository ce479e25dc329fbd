import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { besideDesk } from '#test/bench/desk-beside.ts'
import { emptyPractice, envOf, importByCommand, peakOf, rateOf, type Practice } from '#test/bench/emptied.ts'
import { faultyFeed } from '#test/bench/faulty-feed.ts'
import { endStateOf, linesRefused, rowsRead } from '#test/bench/import-end-state.ts'
import { startServer } from '#test/support/running-server.ts'

/** Shares of the rows at which the server is killed. */
const KILLED_AT = [0.3, 0.65]

/**
 * An import of `size` people with a bad row in a hundred through the running server, while a desk works at a steady rate; then
 * the same import with the server killed twice. What both leave is compared, and the report with the bad lines.
 */
export async function importBesideFigures(size: number): Promise<Record<string, string>[]> {
  const feed = await faultyFeed(size)
  const calm = await emptyPractice(`beside-${size}`)
  const beside = await besideDesk(calm, size, () => importByCommand(calm, [feed.file, '--source', 'bench', '--site', calm.siteId]), feed.rows)
  const endState = endStateOf(calm.file)
  const named = linesRefused(calm.file).join() === feed.bad.join()
  const broken = await emptyPractice(`killed-${size}`)
  const killed = await importKilled(broken, feed)
  const isSame = endStateOf(broken.file) === endState
  for (const { dataDir } of [calm, broken]) rmSync(dataDir, { recursive: true, force: true })
  const patients = size.toLocaleString('en')
  return [
    { patients, what: 'beside a desk', ...beside, report: named ? `names all ${feed.bad.length} bad lines, and no other` : 'DOES NOT NAME THE BAD LINES' },
    { patients, what: 'killed twice', ...killed, report: isSame ? 'same end state as undisturbed' : 'ANOTHER END STATE' },
  ]
}

async function importKilled(practice: Practice, feed: { file: string; rows: number }): Promise<Record<string, string>> {
  let server = await startServer(envOf(practice))
  try {
    let order = [feed.file, '--source', 'bench', '--site', practice.siteId]
    for (const share of KILLED_AT) {
      const command = importByCommand(practice, order).catch(() => null)
      while (rowsRead(practice.file) < feed.rows * share) await pause(20)
      await server.kill()
      await command
      server = await startServer(envOf(practice))
      order = ['--resume']
    }
    return { 'rows per s': rateOf(await importByCommand(practice, order), feed.rows), 'peak MiB': peakOf(server) }
  } finally {
    await server.stop()
  }
}
