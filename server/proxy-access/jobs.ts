import { and, asc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { HOUR } from '#domain/time.ts'
import { portalRules } from '#db/portal-rules.ts'
import type { App } from '#server/app.ts'
import { systemActor, type AuditScene } from '#server/audit/recorder.ts'
import { every, type Counts, type Job } from '#server/jobs/jobs.ts'
import { prepareBirthdays } from '#server/proxy-access/prepare-birthdays.ts'
import { changeState } from '#server/proxy-access/change-state.ts'
import { invitationOver } from '#server/proxy-access/invite-proxy.ts'
import { rulesAt } from '#server/proxy-access/moment.ts'
import { suspendForDeath } from '#server/proxy-access/suspend-for-death.ts'

/** Grants of one run; the next run takes what is left. */
const MOST = 500

/**
 * Prepares birthdays: notices, letters, the adult's own invitation. Every hour, because midnights differ by portal; each
 * step is done once, whenever it comes to it. No access hangs on it (PX-04, DU-04).
 */
export const birthdayJob: Job = { name: 'proxy-birthdays', nextDueAt: every(HOUR), run: prepareBirthdays, audited: true }

/** Writes down what has ended by itself: invitations nobody took up, requests nobody decided, access of the dead. */
export const proxySweepJob: Job = { name: 'proxy-sweep', nextDueAt: every(HOUR), run: sweep, audited: true }

async function sweep(app: App): Promise<Counts> {
  const at = app.clock.now()
  const scene: AuditScene = { actor: systemActor, at, requestId: null, sourceAddress: null }
  return app.store.tx(async (w) => {
    const { proxyGrants: g, patients, twoPersonRequests: r } = w.t
    const portals = await portalRules(w)
    const pending = await w.select().from(g).where(eq(g.state, 'pending')).orderBy(asc(g.invitedAt), asc(g.id)).limit(MOST)
    let expired = 0
    for (const grant of pending) {
      const rules = rulesAt(portals, grant.portalId, at)
      if (rules && invitationOver(grant, rules.policy) > at) continue
      await changeState(w, app, scene, grant, { state: 'denied', cause: 'invitation-expired' })
      expired += 1
    }
    const asked = await w.select({ grant: g }).from(g).innerJoin(r, eq(r.id, g.requestId)).where(and(eq(g.state, 'requested'), isNotNull(g.requestId), ne(r.state, 'open'))).limit(MOST)
    for (const { grant } of asked) await changeState(w, app, scene, grant, { state: 'denied', cause: 'request-over' })
    const dead = await w.selectDistinct({ id: g.patientId }).from(g).innerJoin(patients, eq(patients.id, g.patientId))
      .where(and(inArray(g.state, ['pending', 'active']), eq(patients.deceased, true), ne(g.basis, 'executor'))).limit(MOST)
    let suspended = 0
    for (const { id } of dead) suspended += await suspendForDeath(w, app, scene, id)
    return { expired, requestsOver: asked.length, suspended }
  })
}
