import type { Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { isGood, type ChainReport } from '#server/audit/chain.ts'
import { recordEvent, systemActor, type AuditScene } from '#server/audit/recorder.ts'
import { faultOf } from '#server/log.ts'
import { runInWorker, type InWorker } from '#server/run-in-worker.ts'

type Running = { startedAt: Instant; done: number; total: number; work: InWorker<ChainReport>; ended: Promise<ChainReport | null> }

const underWay = new WeakMap<App, Running>()

/** The verification that runs now, or null. */
export function verificationOf(app: App): Running | null {
  return underWay.get(app) ?? null
}

/**
 * Begins to read the whole chain in a worker; null when one runs already (AV-03). The result is recorded as the act
 * of whoever asked and announced under `audit`. `ended` gives the report, or null when it could not be made.
 */
export function beginVerification(app: App, scene: AuditScene): Running | null {
  if (underWay.has(app)) return null
  const at = app.clock.now()
  const { dataDir, databaseUrl, anchorDir } = app.config
  const running: Running = {
    startedAt: at, done: 0, total: 0, ended: Promise.resolve(null),
    work: runInWorker('verify-chain', { address: { dataDir, databaseUrl }, anchorDir, at }, (progress) => Object.assign(running, progress)),
  }
  underWay.set(app, running)
  running.ended = finish(app, scene, running)
  return running
}

/** Gives up the verification under way, if there is one: the server stops. */
export async function endVerification(app: App): Promise<void> {
  const running = underWay.get(app)
  await running?.work.stop()
  await running?.ended
}

async function finish(app: App, scene: AuditScene, running: Running): Promise<ChainReport | null> {
  try {
    const report = await running.work.result
    await recordVerified(app, { ...scene, at: app.clock.now() }, report)
    return report
  } catch (error) {
    app.log.error({ fault: faultOf(error) }, 'the audit chain could not be verified')
    return null
  } finally {
    underWay.delete(app)
  }
}

/** Records what a verification found, and tells the operator's log when the record does not hold. */
export async function recordVerified(app: App, scene: AuditScene, report: ChainReport): Promise<void> {
  const bad = report.firstBad ?? report.anchors.firstBad
  if (bad) app.log.error({ fault: bad.fault, count: bad.position }, 'the audit chain does not hold')
  else if (report.late) app.log.error({ count: report.unsealed }, 'audit events wait too long for their seal')
  await app.store.tx(async (w) => {
    await recordEvent(w, scene, {
      event: 'audit.verified', outcome: isGood(report) ? 'success' : 'failed', purpose: 'HCOMPL',
      detail: {
        sealed: report.sealed, unsealed: report.unsealed, anchors: report.anchors.checked,
        firstBadPosition: bad?.position ?? null, fault: bad?.fault ?? (report.late ? 'unsealed-too-long' : null),
      },
    })
    w.announce('audit', 'verified')
  })
}

/** Surroundings of what the machine does by itself. */
export function systemScene(app: App): AuditScene {
  return { actor: systemActor, at: app.clock.now(), requestId: null, sourceAddress: null }
}
