import type { Router } from 'express'
import type { App } from '#server/app.ts'
import { anchorNow, type AnchorKind } from '#server/audit/anchor.ts'
import { prepareSideFile } from '#server/audit/record-durably.ts'
import { endVerification } from '#server/audit/verification.ts'
import { checkAtStart, checkSoon, endFullCheck } from '#server/operations/check-storage.ts'
import { serveControl } from '#server/operations/control.ts'
import { metricsDoor } from '#server/operations/metrics.ts'
import { setMarks } from '#server/operations/restore-marks.ts'
import { followRevocations } from '#server/operations/revocations.ts'
import { comeBack, watchStorage } from '#server/operations/storage-state.ts'
import { faultOf } from '#server/log.ts'

/** What keeps the practice's data whole while the server runs. */
export type Operations = {
  door: Router
  /** Why people cannot be sent here: `damaged`, `storage`. */
  problems: () => Promise<string[]>
  /** Once the server listens: anchors, opens the control socket, and soon begins to read all of the data. */
  begin: () => Promise<void>
  /** When no more requests come: anchors the end and ends what is under way. */
  end: () => Promise<void>
}

/** Looks at the data before anybody is let in, and takes back what was kept aside. */
export async function prepareOperations(app: App): Promise<Operations> {
  await checkAtStart(app)
  try {
    setMarks({ ...app.config, secrets: app.secrets })
    prepareSideFile(app)
    await comeBack(app)
  } catch (error) {
    app.log.error({ fault: faultOf(error) }, 'ANCHOR_DIR takes no writes: while the storage takes none either, nobody will be able to read')
  }
  const storage = watchStorage(app)
  let endControl = async (): Promise<void> => undefined
  let endFollowing = async (): Promise<void> => undefined
  return {
    door: metricsDoor(app),
    problems: async () => {
      const problem = await storage.problem()
      return problem === null ? [] : [problem]
    },
    begin: async () => {
      await anchor(app, 'start')
      endFollowing = followRevocations(app)
      endControl = await serveControl(app)
      checkSoon(app)
    },
    end: async () => {
      storage.stop()
      await endControl()
      await Promise.all([endVerification(app), endFullCheck(app)])
      await endFollowing()
      await anchor(app, 'stop')
    },
  }
}

/** An anchor that cannot be written is told and does not stop the practice. */
async function anchor(app: App, kind: AnchorKind): Promise<void> {
  try {
    await anchorNow(app, kind)
  } catch (error) {
    app.log.error({ fault: faultOf(error) }, 'the record could not be anchored; look at ANCHOR_DIR')
  }
}
