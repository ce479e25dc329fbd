import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from '#test/server/auth/browser.ts'
import { prepareDesks } from '#test/crash/desks.ts'
import { enrollOne } from '#test/crash/enroll-acts.ts'
import type { MailSink } from '#test/crash/mail-sink.ts'
import { startServer, type RunningServer } from '#test/support/running-server.ts'
import { eventually } from '#test/support/waiting.ts'

/** One act of one person: sent under one key until an answer came. */
export type DoneAct = { kind: 'site' | 'mail' | 'step' | 'invitation'; key: string; path: string; body: unknown; version: number | undefined; browser: Browser; tries: number; answer: unknown }

export type CrashRun = {
  acts: DoneAct[]
  /** Milliseconds from each kill until the server listened again. */
  backAfter: number[]
  /** Answers that were neither the act's nor a fault of the moment. */
  strange: string[]
  server: RunningServer
}

/**
 * Lets `people` administrators write without a pause (sites with their audit; invitations with audit and mail), and desks enroll one person after the other, while
 * the server is killed `kills` times at random moments and started again. Every act is repeated under its key until it
 * is answered. The server still runs when this returns.
 */
export async function crashRun(settings: Record<string, string>, sink: MailSink, what: { kills: number; people: number; random: () => number }): Promise<CrashRun> {
  const env = { PRACTICE: 'test', LOG_LEVEL: 'silent', REQUESTS_PER_SECOND: '100000', SMTP_URL: sink.url, ...settings }
  const first = await startServer(env)
  const port = new URL(first.origin).port
  const { admins, invited, clerks } = await prepareDesks(first.origin, what.people)
  const run: CrashRun = { acts: [], backAfter: [], strange: [], server: first }
  let going = true
  const writing = admins.map(async (browser, one) => {
    for (let number = 0; going; number++) run.acts.push(await carryOut(run, actOf(browser, invited[one] ?? '', `${one}-${number}`)))
  })
  const enrolling = clerks.map(async ({ browser, siteId }, one) => {
    for (let number = 0; going; number++) run.acts.push(...await enrollOne(browser, siteId, `Person ${one} ${number}`, (act) => carryOut(run, act)))
  })
  for (let kill = 0; kill < what.kills; kill++) {
    await pause(150 + what.random() * 600)
    await run.server.kill()
    const since = performance.now()
    run.server = await startServer({ ...env, PORT: port })
    run.backAfter.push(performance.now() - since)
  }
  const enough = run.acts.length + 5
  await eventually('people write again', () => run.acts.length > enough)
  going = false
  await Promise.all([...writing, ...enrolling])
  return run
}

function actOf(browser: Browser, staffId: string, name: string): DoneAct {
  const isMail = name.endsWith('0') || name.endsWith('5')
  return {
    kind: isMail ? 'mail' : 'site', key: randomUUID(), version: undefined, browser, tries: 0, answer: null,
    path: isMail ? `/api/staff/${staffId}/resend-invitation` : '/api/sites',
    body: isMail ? {} : { name: `Crash ${name}`, timeZone: 'America/New_York', jurisdiction: 'NY' },
  }
}

async function carryOut(run: CrashRun, act: DoneAct): Promise<DoneAct> {
  for (;;) {
    const reply = await send(act)
    if (reply?.status === 200) return { ...act, tries: act.tries, answer: reply.body }
    if (reply && reply.status !== 503) run.strange.push(`${reply.status} ${JSON.stringify(reply.body)}`)
    if (run.strange.length > 20) throw new Error(`strange answers: ${run.strange.slice(0, 3).join(' · ')}`)
    await pause(20)
  }
}

/** Null: the server was gone before or while it answered. */
async function send(act: DoneAct): Promise<{ status: number; body: unknown } | null> {
  act.tries += 1
  try {
    return await act.browser.post(act.path, act.body, { key: act.key, version: act.version })
  } catch {
    return null
  }
}

/** Sends every act once more under its key and answers how many got another answer than the first. */
export async function repeatAll(acts: readonly DoneAct[]): Promise<number> {
  let different = 0
  for (const act of acts) {
    const reply = await act.browser.post(act.path, act.body, { key: act.key, version: act.version })
    if (reply.status !== 200 || JSON.stringify(reply.body) !== JSON.stringify(act.answer)) different += 1
  }
  return different
}
