import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '#server/app.ts'
import { systemActor } from '#server/audit/recorder.ts'
import { readReport } from '#server/outbox/delivery-report.ts'
import { noteReport } from '#server/outbox/note-report.ts'

/** A report carries the head of our own small mail; nothing larger is read. */
export const LARGEST_REPORT = 256 * 1024
const MOST_AT_ONCE = 200

/** What one look into the mailbox found. */
export type MailboxRead = { bounced: number; others: number }

/**
 * Reads the delivery reports that the mail server put into BOUNCE_MAILDIR. A message moves from `new` to `cur` only
 * after what it says is durable; read twice, it changes nothing the second time.
 */
export async function readMaildir(app: App, stop: AbortSignal): Promise<MailboxRead> {
  const counts: MailboxRead = { bounced: 0, others: 0 }
  const folder = app.config.bounceMaildir
  if (!folder) return counts
  const names = await readdir(join(folder, 'new')).catch(() => [])
  await mkdir(join(folder, 'cur'), { recursive: true })
  for (const name of names.filter((each) => !each.startsWith('.')).toSorted().slice(0, MOST_AT_ONCE)) {
    if (stop.aborted) break
    const file = join(folder, 'new', name)
    const bounced = await takeOne(app, file)
    counts[bounced ? 'bounced' : 'others'] += 1
    await rename(file, join(folder, 'cur', `${name.split(':')[0] ?? name}:2,S`))
  }
  return counts
}

async function takeOne(app: App, file: string): Promise<boolean> {
  const { size } = await stat(file)
  const report = size <= LARGEST_REPORT ? await readReport(await readFile(file)) : null
  if (!report) return false
  const scene = { actor: systemActor, at: app.clock.now(), requestId: null, sourceAddress: null }
  return (await app.store.tx((w) => noteReport(w, app, scene, report, 'maildir'))) === 'bounced'
}
