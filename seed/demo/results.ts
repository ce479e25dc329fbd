import { ageAt } from '#domain/birthdays.ts'
import { DAY, HOUR, type Instant } from '#domain/time.ts'
import { rangeOf, type Report } from '#domain/results/report.ts'
import { activeOn, orderedFor, representedByOthers } from '#db/demo-people.ts'
import { homesOf } from '#db/home-portals.ts'
import { keepReport } from '#db/keep-reports.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'
import { writeMixed } from '#seed/demo/result-mixed.ts'
import { reportOf, test, valueOf, type ReportKind, type Told } from '#seed/demo/result-reports.ts'
import { writeSharedItems } from '#seed/demo/shared-items.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

/** Whose worklist holds something; whoever covers for them sees it too. */
const prescribers = ['carol.weimann']
/** Patients of each of them who get results. */
const EACH = 24
/** Patients of each of them for whom others act, beside those. */
const REPRESENTED = 30

/** What laboratories send in the demo. Made up. */
const kinds: readonly ReportKind[] = [
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

/** What comes for those for whom others act, most of them children. */
const kindsOfRepresented: readonly ReportKind[] = [
  { code: '58410-2', name: 'Complete blood count', tests: [test('718-7', 'Hemoglobin', '12.4', 'g/dL', '11.5 - 15.5'), test('777-3', 'Platelets', '301', '10*3/uL', '150 - 450')] },
  { code: '5671-3', name: 'Lead, blood', tests: [test('5671-3', 'Lead', '1.2', 'ug/dL', '<3.5')] },
  { code: '30746-2', name: 'X-ray, chest', section: 'RAD', tests: [] },
  { code: '5196-1', name: 'Hepatitis B surface antigen', tests: [test('5196-1', 'Hepatitis B surface antigen', 'Non-Reactive')] },
]

/** Results of the last weeks for patients of one prescriber: in every group, one corrected, one critical, some held, earlier ones for the trend. */
export async function writeResults(w: Writer, at: Instant): Promise<void> {
  for (const userName of prescribers) {
    const rows = await orderedFor(w, { source: 'seed', sourceId: userName }, EACH * 3)
    const own = rows[0]?.practitionerId
    if (own === undefined) continue
    const elsewhere = await orderFor(w, own, at)
    const theirs = [...new Map([...elsewhere.map((patientId) => ({ patientId, practitionerId: own })), ...rows].map((row) => [row.patientId, row.practitionerId])).entries()].slice(0, EACH)
    const known = new Set(theirs.map(([patientId]) => patientId))
    const people = [...theirs, ...(await representedFor(w, own, at)).filter(([patientId]) => !known.has(patientId))]
    let mixed = 0
    const homes = await homesOf(w, people.map(([patientId]) => patientId), at)
    for (const [place, [patientId, practitionerId]] of people.entries()) {
      const home = homes.get(patientId)
      if (!home) continue
      const isAdult = ageAt(home.birthDate, at, home.timeZone) >= 18
      await writeFor(w, { patientId, practitionerId: ofNobody.has(place) ? null : practitionerId, place, setBy: staffIdOf(userName) }, at)
      if (isAdult && mixed < MIXED && place % 3 === 0) {
        mixed += 1
        await writeMixed(w, { patientId, practitionerId }, at)
      }
      await writeSharedItems(w, { patientId, practitionerId, place, isAdult, by: staffIdOf(userName) }, at)
    }
  }
}

/** Whose laboratory named nobody: the manager gives them to a clinician. */
const ofNobody: ReadonlySet<number> = new Set([6, EACH + 1, EACH + 5])
/** For so many patients a laboratory sent several reports in one message. */
const MIXED = 3

/** Patients for whom others act, with an order of the prescriber for each. */
async function representedFor(w: Writer, practitionerId: string, at: Instant): Promise<[string, string][]> {
  const people = await representedByOthers(w, REPRESENTED)
  await writeOrders(w, practitionerId, people, at)
  return people.map((patientId) => [patientId, practitionerId])
}

/** Portals where a result waits for somebody, so that there is something to do. */
const waitingPortals = ['myportal-ca', 'followmyhealth']

/** Patients of those portals for whom a prescriber has ordered something: the tie that releasing asks for. */
async function orderFor(w: Writer, practitionerId: string, at: Instant): Promise<string[]> {
  const people = await activeOn(w, waitingPortals, EACH / 2)
  await writeOrders(w, practitionerId, people, at)
  return people
}

async function writeOrders(w: Writer, practitionerId: string, people: readonly string[], at: Instant): Promise<void> {
  const { orders } = w.t
  for (const patientId of people) {
    const id = stableId('order of a result', practitionerId, patientId)
    await w.insert(orders).values({ id, patientId, practitionerId, orderedAt: at - 90 * DAY, source: 'seed', sourceId: id }).onConflictDoNothing()
  }
}

type One = { patientId: string; practitionerId: string | null; place: number; setBy: string }

async function writeFor(w: Writer, { patientId, practitionerId, place, setBy }: One, at: Instant): Promise<void> {
  const kind = place < EACH ? kinds[place % kinds.length] : kindsOfRepresented[place % kindsOfRepresented.length]
  if (!kind) return
  const arrivedAt = at - (2 + place * 3) * HOUR
  const keep = async (sourceId: string, when: Instant, what: Partial<Report> = {}) => {
    const { id } = await keepReport(w, {
      report: { ...reportOf(kind, sourceId, when), ...what }, patientId, source: 'seed', practitionerId, assigneeId: null, orderedElsewhere: false, arrived: [], missing: [],
    }, { at: when, newId: stableId })
    return id
  }
  const ids = [await keep(`${patientId} now`, arrivedAt, place % 12 === 3 && place < EACH ? { status: 'preliminary' } : {})]
  if (place % 8 === 0 && place < EACH) {
    for (const years of [1, 3, 6]) {
      const when = arrivedAt - years * 365 * DAY
      const id = await keep(`${patientId} ${years} years`, when, { values: kind.tests.map((one) => valueOf(earlier(one, years), when)) })
      await w.insert(w.t.resultActs).values({ id: stableId('demo release', id), resultId: id, kind: 'order', at: when + HOUR, by: setBy, asOrdering: true, coversId: null, text: null, reason: 'Seen at the visit.', place: 1 }).onConflictDoNothing()
      ids.push(id)
    }
  }
  if (place === 1) await keep(`${patientId} now`, arrivedAt + HOUR, { status: 'corrected', values: kind.tests.map((one, number) => valueOf(number === 0 ? { ...one, text: '104', reading: 'high' } : one, arrivedAt)) })
  if ((place % 12 === 3 && place < EACH) || place === 5) {
    const [id = ''] = ids
    await w.insert(w.t.resultHolds).values({
      id: stableId('demo hold', id), resultId: id, recipient: 'patient', ground: place === 5 ? 'patients-request' : 'data-doubtful', harm: 'none',
      evidence: place === 5 ? 'Asked for a call before it shows.' : 'Label and order do not agree; the laboratory checks.', startAt: arrivedAt, endAt: at + (1 + place) * DAY, setBy, remindAt: at + DAY,
    }).onConflictDoNothing()
  }
  await settleResults(w, ids, at)
}

/** The same test some years before: a little lower, so that one or the other was still in range. */
function earlier(one: Told, years: number): Told {
  const number = Math.round(Number(one.text) * (1 - years / 60) * (years === 1 ? 1.04 : 1))
  const { high } = rangeOf(one.range ?? null)
  return { ...one, text: String(number), reading: high !== null && number >= high ? 'high' : 'normal' }
}
