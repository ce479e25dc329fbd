import { createHash } from 'node:crypto'
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { ackOf, type AckCode } from '#domain/hl7/ack.ts'
import { textOfBytes } from '#domain/hl7/encoding.ts'
import { parseMessage } from '#domain/hl7/message.ts'
import { headerOf, readOru, type MessageHeader, type PatientReports, type StatedPatient } from '#domain/hl7/oru.ts'
import { foldName } from '#domain/names.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import type { ReasonFacts } from '#domain/decision.ts'
import { tailKey } from '#domain/search-keys.ts'
import type { OrderedBy } from '#domain/results/report.ts'
import { keepReport } from '#db/keep-reports.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import { tellOfUpdate } from '#server/results/tell.ts'

export type Via = 'file' | 'connector' | 'mllp'
export type Taken = { ack: string; code: AckCode; outcome: 'taken' | 'refused'; reason: ReasonCode | null; reports: number; refused: number }

/**
 * Takes one message of a laboratory: every report of it that is about somebody here, or none with the reason. The same
 * message again does nothing and gets the same answer. One transaction; the answer leaves when it is durable.
 */
export async function takeMessage(app: App, bytes: Uint8Array, from: { via: Via; scene: AuditScene; fileName?: string; timeZone: string }): Promise<Taken> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const text = textOfBytes(bytes)
  const read = 'refused' in text ? text : readOru(text.read, from.timeZone)
  const header = 'refused' in text ? null : headerIn(text.read)
  return app.store.tx(async (w): Promise<Taken> => {
    const sender = [header?.sendingApplication ?? '', header?.sendingFacility ?? ''].join('|').slice(0, 200)
    const controlId = (header?.controlId ?? '').slice(0, 200)
    const { labMessages: m } = w.t
    const [before] = await w.select().from(m).where(and(eq(m.sender, sender), eq(m.controlId, controlId), eq(m.hash, hash)))
    const answer = (reason: ReasonCode | null, facts: ReasonFacts, reports: number, refused: number): Taken => ({
      code: reason === null ? 'AA' : 'AE', outcome: reason === null ? 'taken' : 'refused', reason, reports, refused,
      ack: ackOf(header, { code: reason === null ? 'AA' : 'AE', text: reason === null ? '' : refusalOf(reason, 'en', facts).message, at: from.scene.at, id: app.random.id().replaceAll('-', '').slice(0, 20) }),
    })
    // A refused one is tried again: the patient may have been registered since.
    if (before?.outcome === 'taken') return answer(null, {}, before.reports, before.refusedReports)
    const id = before?.id ?? app.random.id()
    const done = 'refused' in read ? { reason: read.refused, facts: read.facts ?? {}, reports: 0, refused: 0 } : await keepAll(w, app, from.scene, read.read.patients, { sender, messageId: id })
    const row = {
      sender, controlId, hash, via: from.via, fileName: from.fileName ?? null, receivedAt: from.scene.at, outcome: done.reason === null ? 'taken' : 'refused', code: done.reason,
      facts: JSON.stringify(done.facts), reports: done.reports, refusedReports: done.refused,
    }
    if (before) await w.update(m).set(row).where(eq(m.id, before.id))
    else await w.insert(m).values({ id, ...row })
    await recordEvent(w, from.scene, done.reason === null
      ? { event: 'lab-message.taken', objectId: id, detail: { via: from.via, reports: done.reports, refused: done.refused } }
      : { event: 'lab-message.refused', objectId: id, outcome: 'refused', reasonCode: done.reason, detail: { via: from.via, code: done.reason } })
    w.announce('lab-messages', id)
    return answer(done.reason, done.facts, done.reports, done.refused)
  }, { over: 'set' })
}

function headerIn(text: string): MessageHeader | null {
  const segments = parseMessage(text)
  return 'refused' in segments ? null : headerOf(segments.read)
}

type Kept = { reason: ReasonCode | null; facts: ReasonFacts; reports: number; refused: number }

async function keepAll(w: Writer, app: App, scene: AuditScene, groups: readonly PatientReports[], { sender, messageId }: { sender: string; messageId: string }): Promise<Kept> {
  const found = []
  for (const group of groups) {
    const patient = await patientOf(w, group.patient)
    if ('refused' in patient) return { reason: patient.refused, facts: {}, reports: 0, refused: groups.reduce((sum, one) => sum + one.reports.length, 0) }
    found.push({ group, patientId: patient.id })
  }
  const touched: string[] = []
  for (const { group, patientId } of found) {
    for (const report of group.reports) {
      const orderer = await ordererOf(w, report.orderedBy)
      const kept = await keepReport(w, {
        report, patientId, source: `hl7:${sender}`.slice(0, 100), practitionerId: orderer.practitionerId, assigneeId: orderer.staffId,
        orderedElsewhere: report.orderedBy !== null && orderer.practitionerId === null && orderer.staffId === null && !(await isOurOrder(w, patientId, report.orderKey)),
        arrived: [], missing: [], messageId,
      }, { at: scene.at, newId: () => app.random.id() })
      if (kept.outcome === 'unchanged') continue
      touched.push(kept.id)
      await recordEvent(w, scene, {
        event: 'result.received', patientId, objectId: kept.id, detail: { via: 'hl7', messageId, status: report.status, versionNumber: kept.versionNumber, held: 0 },
      })
    }
  }
  const settled = await settleResults(w, touched, scene.at)
  await tellOfUpdate(w, app, scene, settled.filter((one) => one.becameVisible).map((one) => one.known.row.id))
  return { reason: null, facts: {}, reports: found.reduce((sum, one) => sum + one.group.reports.length, 0), refused: 0 }
}

/** Kinds of identifier by which a laboratory may know a patient (HL7 table 0203 in lower case). */
const identifierKinds = ['mrn', 'mr', 'pi', 'pt', 'an', 'mc', 'other'] as const

/** The one patient here whom the identifiers name; name or birth date must not say otherwise (IN-06). */
async function patientOf(db: Reader, stated: StatedPatient): Promise<{ id: string } | { refused: ReasonCode }> {
  const { patientIdentifiers: i, patients: p } = db.t
  const values = [...new Set(stated.identifiers.map((one) => tailKey(one.value)).filter((key) => key !== ''))]
  if (values.length === 0) return { refused: 'RESULT_PATIENT_UNKNOWN' }
  const rows = await db.select({ id: p.id, birthDate: p.birthDate, familyKey: p.familyKey, usedFamily: p.usedFamily, legalFamily: p.legalFamily }).from(i).innerJoin(p, eq(p.id, i.patientId)).where(and(inArray(i.kind, [...identifierKinds]), inArray(i.searchKey, values)))
  const people = [...new Map(rows.map((row) => [row.id, row])).values()]
  const agreeing = people.filter((row) => {
    const families = [row.familyKey, foldName(row.legalFamily), foldName(row.usedFamily ?? row.legalFamily)]
    const sameName = stated.family === '' || families.includes(foldName(stated.family))
    return stated.birthDate === null ? sameName && stated.family !== '' : row.birthDate === stated.birthDate && sameName
  })
  const [one] = agreeing
  if (one && agreeing.length === 1) return { id: one.id }
  return { refused: people.length === 0 ? 'RESULT_PATIENT_UNKNOWN' : 'RESULT_PATIENT_DIFFERS' }
}

/** Whoever ordered, if they are somebody here: by NPI among practitioners, else among staff. */
async function ordererOf(db: Reader, orderedBy: OrderedBy | null): Promise<{ practitionerId: string | null; staffId: string | null }> {
  const npi = orderedBy?.npi ?? null
  if (npi === null) return { practitionerId: null, staffId: null }
  const { practitioners: p, staff } = db.t
  const rows = await db.select({ id: p.id, staffId: p.staffId }).from(p).where(eq(p.npi, npi)).orderBy(desc(isNotNull(p.staffId)), p.id)
  const found = rows.find((row) => row.staffId !== null) ?? rows[0]
  if (found) return { practitionerId: found.id, staffId: null }
  const [person] = await db.select({ id: staff.id }).from(staff).where(eq(staff.npi, npi))
  return { practitionerId: null, staffId: person?.id ?? null }
}

async function isOurOrder(db: Reader, patientId: string, orderKey: string | null): Promise<boolean> {
  if (orderKey === null) return false
  const { labOrders: o } = db.t
  const [found] = await db.select({ id: o.id }).from(o).where(and(eq(o.patientId, patientId), eq(o.orderKey, orderKey)))
  return found !== undefined
}
