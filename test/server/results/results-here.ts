import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { ActAnswer, ResultAnswer, WorklistAnswer } from '#domain/contracts/results.ts'
import type { WorklistGroup } from '#domain/release/worklist.ts'
import type { Report, ReportValue } from '#domain/results/report.ts'
import { keepReport } from '#db/keep-reports.ts'
import { settleResults } from '#db/settle-results.ts'
import { buildPatient, proofFor, type Made } from '#test/server/patients/people.ts'
import { giveNpi, tellOrder, tellPractitioners } from '#test/server/practitioners/colleagues.ts'
import type { Answer, Desk, TestPractice } from '#test/support/desk.ts'

/** A value of an ordinary test, unless said otherwise. */
export function buildValue(what: Partial<ReportValue> = {}): ReportValue {
  return {
    codings: [{ system: 'LN', code: '2093-3', display: 'Cholesterol' }], name: 'Cholesterol', kind: 'number', text: '184', remarks: [], number: 184, unit: 'mg/dL', rangeText: '<200', low: null,
    high: 200, reading: 'normal', status: 'final', observedAt: null, mediaType: null, bytes: null, ...what,
  }
}

/** A final cholesterol report that somebody of the practice ordered, unless said otherwise. */
export function buildReport(practice: TestPractice, what: Partial<Report> = {}): Report {
  return {
    sourceId: randomUUID(), codings: [{ system: 'LN', code: '57698-3', display: 'Lipid panel' }], name: 'Lipid panel', sections: [], status: 'final', orderedBy: null, orderKey: null,
    collectedOn: '2026-03-01', collectedAt: practice.clock.now() - 3_600_000, issuedAt: practice.clock.now(), values: [buildValue()], remarks: [], ...what,
  }
}

/** A report of one sensitive test. */
export const hivReport = (practice: TestPractice): Report => buildReport(practice, {
  name: 'HIV Ag/Ab Combo', codings: [{ system: 'LN', code: '56888-1', display: 'HIV Ag/Ab Combo' }],
  values: [buildValue({ codings: [{ system: 'LN', code: '56888-1', display: 'HIV Ag/Ab Combo' }], name: 'HIV Ag/Ab Combo', kind: 'text', text: 'Non-Reactive', number: null, unit: null })],
})

/** A clinician as the one who orders for new patients, on a portal. */
export type Ward = { practitionerId: string; patient: (portalId: string, more?: Record<string, unknown>) => Promise<Made> }

export async function wardOf(practice: TestPractice, userName: string, npi: string): Promise<Ward> {
  await giveNpi(practice, userName, npi)
  const [practitionerId = ''] = await tellPractitioners(practice, [{ name: `Dr ${npi}`, npi }])
  return {
    practitionerId,
    patient: async (portalId, more = {}) => {
      const made = await buildPatient(practice, more)
      await practice.app.store.tx(async (w) => {
        await w.delete(w.t.portalAccounts).where(eq(w.t.portalAccounts.patientId, made.id))
        await w.insert(w.t.portalAccounts).values({ id: randomUUID(), patientId: made.id, portalId, state: 'active', sinceAt: 0 })
      })
      await tellOrder(practice, { patientId: made.id, practitionerId, orderedAt: practice.clock.now() })
      return made
    },
  }
}

/** A report comes in, as a feed would bring it; its id here. */
export async function receive(practice: TestPractice, ward: Ward | null, patientId: string, report: Report): Promise<string> {
  const at = practice.clock.now()
  return practice.app.store.tx(async (w) => {
    const { id } = await keepReport(w, {
      report, patientId, source: 'test', practitionerId: ward?.practitionerId ?? null, assigneeId: null, orderedElsewhere: false, arrived: [], missing: [],
    }, { at, newId: () => randomUUID() })
    await settleResults(w, [id], at)
    return id
  })
}

export async function readOne(desk: Desk, id: string): Promise<ResultAnswer> {
  const answer = await desk.get<ResultAnswer>(`/api/results/${id}`)
  if (answer.status !== 200) throw new Error(`not read: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export async function worklist(desk: Desk, group: WorklistGroup): Promise<WorklistAnswer> {
  const answer = await desk.post<WorklistAnswer>('/api/results/worklist', { group })
  if (answer.status !== 200) throw new Error(`no worklist: ${JSON.stringify(answer.body)}`)
  return answer.body
}

type Refusable = ActAnswer & { code?: string }

/** Presses a button of the result's screen, with the version that it shows and, where asked for, a fresh second factor. */
export async function press(practice: TestPractice, desk: Desk, id: string, what: string, body: Record<string, unknown> = {}): Promise<Answer<Refusable>> {
  const { results: r } = practice.app.store.read.t
  const [row] = await practice.app.store.read.select({ version: r.version }).from(r).where(eq(r.id, id))
  const needs = { 'release-sensitive': 'result.release-sensitive', hold: 'result.hold' }[what]
  const stepUp = needs === undefined ? {} : { stepUp: await proofFor(practice, desk, needs, id) }
  return desk.post<Refusable>(`/api/results/${id}/${what}`, { reason: 'looked at it', ...body }, { version: row?.version ?? 0, ...stepUp })
}
