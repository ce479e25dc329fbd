import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actionTable, type Action } from '#domain/actions.ts'
import { DAY, isoOf } from '#domain/time.ts'
import { resultRoutes } from '#server/results/routes.ts'
import { visibilityOf } from '#server/results/results.ts'
import { proofFor } from '#test/server/patients/people.ts'
import { buildReport, hivReport, press, readOne, receive, wardOf, type Ward } from '#test/server/results/results-here.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

const [MYPORTAL, FMH] = ['myportal-ca', 'followmyhealth'] as const
let practice: TestPractice
let ward: Ward
let weimann: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '20000' })
  weimann = await practice.as('clinician1')
  ward = await wardOf(practice, 'clinician1', '1111111111')
})
afterAll(() => practice.stop())

type Target = { id: string; version: number; patientId: string; portalId: string; holdId: string; holdVersion: number }

/** A result that waits, with a hold, on a portal that asks for somebody. */
async function waiting(portalId: string, isSensitive: boolean): Promise<Target> {
  const { id: patientId } = await ward.patient(portalId)
  const id = await receive(practice, ward, patientId, isSensitive ? hivReport(practice) : buildReport(practice))
  const blocked = portalId === MYPORTAL && isSensitive
  if (!blocked) await press(practice, weimann, id, 'hold', { recipient: 'representative', ground: 'data-doubtful', endAt: isoOf(practice.clock.now() + DAY), reason: 'label and order disagree' })
  const { version, holds } = await readOne(weimann, id)
  return { id, version, patientId, portalId, holdId: holds[0]?.id ?? 'none', holdVersion: holds[0]?.version ?? 1 }
}

/** What somebody might send: the right bodies of every act, and guesses at columns. */
const bodiesFor = ({ id, version, patientId }: Target): Record<string, unknown>[] => {
  const now = isoOf(practice.clock.now())
  const reason = 'It has to go out'
  return [
    { reason }, { reason, comment: 'All is well.' }, { reason, results: [{ id, version }] }, { reason, category: 'laboratory', clockedClasses: [] }, { reason, toStaffId: null },
    { reason, id, patientId, status: 'final', state: 'visible', worklist: null, releasedAt: now, shownAt: now, releasedBy: 'me', shared: true },
  ]
}

async function send(desk: Desk, method: string, path: string, body: unknown, more: Record<string, string>): Promise<number> {
  const response = await fetch(practice.origin + path, {
    method, ...(method === 'GET' ? {} : { body: JSON.stringify(body) }), redirect: 'manual',
    headers: {
      'Content-Type': 'application/json', Origin: practice.origin, 'Idempotency-Key': randomUUID(), Cookie: desk.cookie ?? '', 'X-CSRF-Token': desk.csrf ?? '', ...more,
    },
  })
  await response.arrayBuffer()
  return response.status
}

test('RL-01, T5: by every route of results, by every method and body, no role but a prescriber with a tie brings a result out', async () => {
  const targets = [await waiting(FMH, false), await waiting(FMH, true), await waiting(MYPORTAL, false)]
  const desks = [
    ['nobody', practice.nobody()] as const,
    ...await Promise.all(['frontdesk1', 'helpline1', 'manager1', 'privacy1', 'admin1', 'clinician3', 'clinician11'].map(async (name) => [name, await practice.as(name)] as const)),
  ]
  const counts = { routes: resultRoutes.length, roles: desks.length, requests: 0, answered: 0 }
  for (const [, desk] of desks) {
    for (const [place, target] of targets.entries()) {
      const proofs = new Map<string, string>()
      // The first one by everything; the others by what acts on results.
      for (const { path, action, kind } of resultRoutes.filter((one) => place === 0 || (one.kind === 'command' && /results|holds/.test(one.path)))) {
        const [declared = '', route = ''] = path.split(' ')
        const isHold = route.startsWith('/api/holds')
        const objectId = isHold ? target.holdId : route.startsWith('/api/patients') ? target.patientId : target.id
        const key = `${action} ${objectId}`
        if (kind === 'command' && desk.staffId && isStepUp(action) && !proofs.has(key)) proofs.set(key, await proofFor(practice, desk, action, objectId))
        const more = { 'If-Match': `"${isHold ? target.holdVersion : target.version}"`, ...(proofs.has(key) ? { 'Step-Up': proofs.get(key) ?? '' } : {}) }
        const url = route.replace(':id', objectId)
        const bodies = bodiesFor(target)
        for (const method of place === 0 ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] : [declared]) {
          for (const body of method === declared && kind === 'command' ? bodies : bodies.slice(-1)) {
            const status = await send(desk, method, url, body, more)
            counts.requests += 1
            if (status === 200 && kind === 'command' && method === declared) counts.answered += 1
          }
        }
      }
    }
  }
  for (const { id, patientId, portalId } of targets) {
    expect((await visibilityOf(practice.app.store.read, patientId, portalId, { kind: 'patient' }, [id], practice.clock.now())).get(id)?.visible).toBe(false)
  }
  const { resultActs, results, auditEvents, outboxMails } = practice.app.store.read.t
  const ids = targets.map((one) => one.id)
  expect(await practice.app.store.read.select().from(resultActs).where(inArray(resultActs.resultId, ids))).toEqual([])
  expect((await practice.app.store.read.select().from(results).where(inArray(results.id, ids))).map((row) => [row.releasedAt, row.shownAt, row.practitionerId === ward.practitionerId])).toEqual(ids.map(() => [null, null, true]))
  expect(await practice.app.store.read.$count(auditEvents, eq(auditEvents.event, 'result.released'))).toBe(0)
  expect(await practice.app.store.read.$count(outboxMails, eq(outboxMails.template, 'portal-update'))).toBe(0)
  console.log(`nobody else releases: ${JSON.stringify(counts)}`)
  expect(counts.answered, 'not one act on them was carried out').toBe(0)
}, 240_000)

test('the same acts by whoever ordered it are carried out', async () => {
  const [plain, guarded] = [await waiting(FMH, false), await waiting(FMH, true)]
  expect((await press(practice, weimann, plain.id, 'release')).status).toBe(200)
  expect((await press(practice, weimann, guarded.id, 'release-sensitive')).status).toBe(200)
})

/** Whether some role needs a second factor for an act. */
function isStepUp(action: Action): boolean {
  return actionTable[action].cells.some((cell) => cell.includes('S'))
}
