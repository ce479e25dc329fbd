import { DAY, HOUR, isoOf, type Instant } from '#domain/time.ts'
import { rangeOf, type Report, type ReportValue } from '#domain/results/report.ts'
import { activeOn, orderedFor } from '#db/demo-people.ts'
import { homesOf } from '#db/home-portals.ts'
import { keepReport } from '#db/keep-reports.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

/** Whose worklist holds something; whoever covers for them sees it too. */
const prescribers = ['carol.weimann']
/** Patients of each of them who get results. */
const EACH = 24

type Told = { code: string; name: string; text: string; unit?: string; range?: string; reading?: ReportValue['reading'] }
const test = (code: string, name: string, text: string, unit?: string, range?: string, reading: ReportValue['reading'] = 'normal'): Told => ({ code, name, text, ...(unit ? { unit } : {}), ...(range ? { range } : {}), reading })

/** What laboratories send in the demo. Made up. */
const kinds: readonly { code: string | null; name: string; section?: string; tests: readonly Told[] }[] = [
  { code: '57698-3', name: 'Lipid panel', tests: [
    test('18262-6', 'LDL cholesterol', '103', 'mg/dL', '<100', 'high'), test('2093-3', 'Total cholesterol', '184', 'mg/dL', '<200'),
    test('2085-9', 'HDL cholesterol', '61', 'mg/dL', '>50'), test('2571-8', 'Triglycerides', '118', 'mg/dL', '<150'),
  ] },
  { code: '51990-0', name: 'Basic metabolic panel', tests: [test('2345-7', 'Glucose', '94', 'mg/dL', '70 - 99'), test('2823-3', 'Potassium', '4.2', 'mmol/L', '3.5 - 5.1'), test('2951-2', 'Sodium', '139', 'mmol/L', '136 - 145')] },
  { code: '58410-2', name: 'Complete blood count', tests: [test('718-7', 'Hemoglobin', '13.6', 'g/dL', '12.0 - 16.0'), test('777-3', 'Platelets', '248', '10*3/uL', '150 - 400')] },
  { code: '30746-2', name: 'X-ray, chest', section: 'RAD', tests: [] },
  { code: '11526-1', name: 'Skin biopsy, pathology', section: 'SP', tests: [] },
  { code: '5196-1', name: 'Hepatitis B surface antigen', tests: [test('5196-1', 'Hepatitis B surface antigen', 'Non-Reactive')] },
  { code: '51990-0', name: 'Basic metabolic panel', tests: [test('2823-3', 'Potassium', '6.9', 'mmol/L', '3.5 - 5.1', 'critical-high')] },
  { code: null, name: 'HIV rapid test (house code)', tests: [] },
]

/** Results of the last weeks for patients of one prescriber: in every group, one corrected, one critical, some held, earlier ones for the trend. */
export async function writeResults(w: Writer, at: Instant): Promise<void> {
  for (const userName of prescribers) {
    const rows = await orderedFor(w, { source: 'seed', sourceId: userName }, EACH * 3)
    const own = rows[0]?.practitionerId
    if (own === undefined) continue
    const elsewhere = await orderFor(w, own, at)
    const people = [...new Map([...elsewhere.map((patientId) => ({ patientId, practitionerId: own })), ...rows].map((row) => [row.patientId, row.practitionerId])).entries()].slice(0, EACH)
    const homes = await homesOf(w, people.map(([patientId]) => patientId), at)
    for (const [place, [patientId, practitionerId]] of people.entries()) {
      if (homes.has(patientId)) await writeFor(w, { patientId, practitionerId, place, setBy: staffIdOf(userName) }, at)
    }
  }
}

/** Portals where a result waits for somebody, so that there is something to do. */
const waitingPortals = ['myportal-ca', 'followmyhealth']

/** Patients of those portals for whom a prescriber has ordered something: the tie that releasing asks for. */
async function orderFor(w: Writer, practitionerId: string, at: Instant): Promise<string[]> {
  const { orders } = w.t
  const people = await activeOn(w, waitingPortals, EACH / 2)
  for (const patientId of people) {
    const id = stableId('order of a result', practitionerId, patientId)
    await w.insert(orders).values({ id, patientId, practitionerId, orderedAt: at - 90 * DAY, source: 'seed', sourceId: id }).onConflictDoNothing()
  }
  return people
}

type One = { patientId: string; practitionerId: string; place: number; setBy: string }

async function writeFor(w: Writer, { patientId, practitionerId, place, setBy }: One, at: Instant): Promise<void> {
  const kind = kinds[place % kinds.length]
  if (!kind) return
  const arrivedAt = at - (2 + place * 3) * HOUR
  const keep = async (sourceId: string, when: Instant, what: Partial<Report> = {}) => {
    const { id } = await keepReport(w, {
      report: { ...reportOf(kind, sourceId, when), ...what }, patientId, source: 'seed', practitionerId, assigneeId: null, orderedElsewhere: false, arrived: [], missing: [],
    }, { at: when, newId: stableId })
    return id
  }
  const ids = [await keep(`${patientId} now`, arrivedAt, place % 12 === 3 ? { status: 'preliminary' } : {})]
  if (place % 8 === 0) {
    for (const years of [1, 3, 6]) {
      const when = arrivedAt - years * 365 * DAY
      const id = await keep(`${patientId} ${years} years`, when, { values: kind.tests.map((one) => valueOf(earlier(one, years), when)) })
      await w.insert(w.t.resultActs).values({ id: stableId('demo release', id), resultId: id, kind: 'order', at: when + HOUR, by: setBy, asOrdering: true, coversId: null, text: null, reason: 'Seen at the visit.', place: 1 }).onConflictDoNothing()
      ids.push(id)
    }
  }
  if (place === 1) await keep(`${patientId} now`, arrivedAt + HOUR, { status: 'corrected', values: kind.tests.map((one, number) => valueOf(number === 0 ? { ...one, text: '104', reading: 'high' } : one, arrivedAt)) })
  if (place % 12 === 3 || place === 5) {
    const [id = ''] = ids
    await w.insert(w.t.resultHolds).values({
      id: stableId('demo hold', id), resultId: id, recipient: 'patient', ground: place === 5 ? 'patients-request' : 'data-doubtful', harm: 'none',
      evidence: place === 5 ? 'Asked for a call before it shows.' : 'Label and order do not agree; the laboratory checks.', startAt: arrivedAt, endAt: at + (1 + place) * DAY, setBy, remindAt: at + DAY,
    }).onConflictDoNothing()
  }
  await settleResults(w, ids, at)
}

function reportOf(kind: (typeof kinds)[number], sourceId: string, when: Instant): Report {
  return {
    sourceId, codings: kind.code === null ? [{ system: 'L', code: 'H1', display: kind.name }] : [{ system: 'LN', code: kind.code, display: kind.name }], name: kind.name,
    sections: kind.section === undefined ? [] : [kind.section], status: 'final', orderedBy: null, orderKey: null, collectedOn: isoOf(when - 6 * HOUR).slice(0, 10), collectedAt: when - 6 * HOUR,
    issuedAt: when, values: kind.tests.map((one) => valueOf(one, when - 6 * HOUR)), remarks: kind.tests.length === 0 ? ['The full report is in the chart.'] : [],
  }
}

/** The same test some years before: a little lower, so that one or the other was still in range. */
function earlier(one: Told, years: number): Told {
  const number = Math.round(Number(one.text) * (1 - years / 60) * (years === 1 ? 1.04 : 1))
  const { high } = rangeOf(one.range ?? null)
  return { ...one, text: String(number), reading: high !== null && number >= high ? 'high' : 'normal' }
}

function valueOf(told: Told, observedAt: Instant): ReportValue {
  const number = Number(told.text)
  const isNumber = told.text !== '' && Number.isFinite(number)
  return {
    codings: [{ system: 'LN', code: told.code, display: told.name }], name: told.name, kind: isNumber ? 'number' : 'coded', text: told.text, remarks: [], number: isNumber ? number : null,
    unit: told.unit ?? null, rangeText: told.range ?? null, ...rangeOf(told.range ?? null), reading: told.reading ?? null, status: 'final',
    observedAt, mediaType: null, bytes: null,
  }
}
