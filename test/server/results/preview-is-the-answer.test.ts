import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SharedItems } from '#domain/contracts/result-care.ts'
import type { PreviewAnswer } from '#domain/contracts/results.ts'
import { itemIn } from '#domain/access/access.ts'
import { sceneAt } from '#domain/access/scene.ts'
import { DAY } from '#domain/time.ts'
import { accessOfOne } from '#db/access-facts.ts'
import { resultsById } from '#db/result-facts.ts'
import { itemsOut } from '#server/proxy-access/items-out.ts'
import { openPortal, type Portal } from '#test/server/proxy-access/portal.ts'
import { diceOf, randomPatient, type RandomPatient } from '#test/server/results/random-practice.ts'
import { wardOf } from '#test/server/results/results-here.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

/** More practices on demand: `RESULT_PRACTICES=20`. */
const PRACTICES = Number(process.env.RESULT_PRACTICES ?? 2)
const PATIENTS = 10
const portals = ['mychart-ny-nj', 'myportal-ca', 'followmyhealth', 'caremount']

let practice: TestPractice
let portal: Portal
const people: RandomPatient[] = []
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '5000' })
  portal = await openPortal(practice, portals, ['results'])
  const ward = await wardOf(practice, 'clinician1', '1111111111')
  for (let seed = 1; seed <= PRACTICES; seed += 1) {
    const dice = diceOf(seed)
    for (let count = PATIENTS; count > 0; count -= 1) people.push(await randomPatient(practice, ward, dice))
  }
}, 300_000)
afterAll(() => practice.stop())

/** What the portal is told that a viewer sees of these results, by the very question that it asks. */
async function told(patientId: string, portalId: string, viewer: string, results: readonly string[]): Promise<Set<string>> {
  const { status, body, text } = await portal.send('POST', '/results/visibility', await portal.token(), { portalId, patientId, viewer, results })
  if (status !== 200) throw new Error(text)
  return new Set(body.visible as string[])
}

test('what a clinician’s screen shows of who sees a result is what the portal is told, for every viewer and result of random practices, on days when birthdays, holds and grants turn', async () => {
  const counts = { practices: PRACTICES, patients: people.length, pairs: 0, proxies: 0, seen: 0, held: 0, items: 0, itemsSeen: 0 }
  const wrong: string[] = []
  for (const days of [0, 3, 3]) {
    practice.clock.set(practice.clock.now() + days * DAY)
    const desk = await practice.as('clinician1')
    const at = practice.clock.now()
    for (const { id, viewers, results } of people) {
      const asked = ['patient', ...viewers, 'somebody-unknown']
      const rows = await resultsById(practice.app.store.read, results)
      const portalId = rows.get(results[0] ?? '')?.row.portalId ?? ''
      const answers = new Map<string, Set<string>>()
      for (const viewer of asked) answers.set(viewer, await told(id, portalId, viewer, results))
      for (const resultId of results) {
        const { body } = await desk.post<PreviewAnswer>(`/api/results/${resultId}/preview`)
        for (const viewer of asked) {
          const line = body.now.find((one) => one.viewer === viewer)
          const isSeen = answers.get(viewer)?.has(resultId) ?? false
          if ((line?.visible ?? false) !== isSeen) wrong.push(`${resultId} ${viewer}: the screen says ${String(line?.code)}, the portal is told ${String(isSeen)}`)
          counts.pairs += 1
          counts.proxies += viewer === 'patient' ? 0 : 1
          counts.seen += isSeen ? 1 : 0
          counts.held += line?.held ? 1 : 0
        }
      }
      const shown = (await desk.get<SharedItems>(`/api/patients/${id}/shared-items`)).body.rows
      const access = await accessOfOne(practice.app.store.read, id)
      for (const viewer of asked) {
        const who = viewer === 'patient' ? { kind: 'patient' as const } : { kind: 'proxy' as const, personId: viewer }
        const out = (await itemsOut(practice.app.store.read, access, { portalId, viewer: who, at })).filter((one) => ['note', 'diagnosis', 'medication'].includes(one.category))
        const scene = sceneAt(access.factsOf(portalId), who, at)
        for (const { id: itemId } of out) if (!shown.some((row) => row.id === itemId && row.shared)) wrong.push(`${itemId} ${viewer}: out, and the screen does not say so`)
        counts.items += out.length
        counts.itemsSeen += out.filter((item) => itemIn(scene, item).visible).length
      }
    }
  }
  console.log(`preview equals the portal’s answer in random practices: ${JSON.stringify(counts)}`)
  expect(wrong).toEqual([])
  expect([counts.seen, counts.held, counts.itemsSeen].every((count) => count > 0)).toBe(true)
}, 300_000)
