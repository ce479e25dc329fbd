import { parseMessage, partOf, repetitions, fieldText, type Parsed, type Segment } from '#domain/hl7/message.ts'
import { reportOf } from '#domain/hl7/oru-report.ts'
import { timeOf } from '#domain/hl7/times.ts'
import type { Report } from '#domain/results/report.ts'
import type { PlainDate, TimeZone } from '#domain/time.ts'

/** What the head of a message says. */
export type MessageHeader = {
  controlId: string
  version: string
  sendingApplication: string
  sendingFacility: string
  receivingApplication: string
  receivingFacility: string
  processingId: string
}

/** Somebody's identifier as a laboratory writes it. Empty system: the sender's own. */
export type StatedIdentifier = { value: string; authority: string; authorityId: string; kind: string }

/** Whom the reports are about, as far as it takes to find the chart and to see that it is the right one. */
export type StatedPatient = { identifiers: StatedIdentifier[]; family: string; given: string; birthDate: PlainDate | null }

export type PatientReports = { patient: StatedPatient; reports: Report[]; notReports: number }
export type OruMessage = { header: MessageHeader; patients: PatientReports[] }

/** The head of any message that can be cut into segments, for the answer to it. */
export function headerOf([msh]: readonly Segment[]): MessageHeader {
  const of = (field: number) => (msh ? fieldText(msh, field) : '')
  return {
    controlId: of(10), version: of(12), sendingApplication: of(3), sendingFacility: of(4), receivingApplication: of(5), receivingFacility: of(6), processingId: of(11),
  }
}

/**
 * Reads an ORU^R01 message of version 2.1 to 2.8: several patients, each with several reports, each judged by itself later.
 * A time without an offset is a time of `zone`. Refused as a whole with the fact that decides it; nothing is guessed.
 */
export function readOru(message: string, zone: TimeZone): Parsed<OruMessage> {
  const parsed = parseMessage(message)
  if ('refused' in parsed) return parsed
  const segments = parsed.read
  const [msh] = segments
  if (!msh) return { refused: 'HL7_NO_HEADER' }
  const header = headerOf(segments)
  if (fieldText(msh, 9, 1) !== 'ORU' || !['R01', ''].includes(fieldText(msh, 9, 2))) {
    return { refused: 'HL7_NOT_A_RESULT', facts: { type: [fieldText(msh, 9, 1), fieldText(msh, 9, 2)].filter((one) => /^[A-Z]\w{0,2}$/.test(one)).join('^') || '–' } }
  }
  if (!/^2(\.\d){0,2}$/.test(header.version)) return { refused: 'HL7_VERSION' }
  if (header.controlId === '' || header.controlId.length > 199) return { refused: 'HL7_NO_CONTROL_ID' }
  const groups = byPatient(segments)
  if (groups.length === 0) return { refused: 'HL7_NO_PATIENT' }
  const patients = groups.map((group) => patientReports(group, header, zone))
  if (patients.every((one) => one.reports.length === 0)) return { refused: 'HL7_NO_REPORT' }
  return { read: { header, patients } }
}

/** Segments from each PID up to the next. */
function byPatient(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = []
  for (const segment of segments) {
    if (segment.name === 'PID') groups.push([segment])
    else groups.at(-1)?.push(segment)
  }
  return groups
}

function patientReports(group: readonly Segment[], header: MessageHeader, zone: TimeZone): PatientReports {
  const [pid] = group
  const orders: Segment[][] = []
  for (const segment of group.slice(1)) {
    const begins = segment.name === 'ORC' ? orders.at(-1)?.some((one) => one.name === 'OBR') !== false
      : segment.name === 'OBR' && orders.at(-1)?.some((one) => one.name === 'OBR') !== false
    if (begins) orders.push([segment])
    else orders.at(-1)?.push(segment)
  }
  const withReport = orders.filter((one) => one.some(({ name }) => name === 'OBR'))
  const reports = withReport.map((order, place) => reportOf(order, { place, controlId: header.controlId, sender: header.sendingFacility || header.sendingApplication, zone }))
  return { patient: patientOf(pid), reports: reports.filter((one) => one !== null), notReports: reports.filter((one) => one === null).length }
}

function patientOf(pid: Segment | undefined): StatedPatient {
  if (!pid) return { identifiers: [], family: '', given: '', birthDate: null }
  // PID-2 and PID-4 hold identifiers in messages before 2.3.1.
  const identifiers = [3, 2, 4].flatMap((field) => repetitions(pid, field).map((one) => ({
    value: partOf(pid, one, 1), authority: partOf(pid, one, 4, 1), authorityId: partOf(pid, one, 4, 2), kind: partOf(pid, one, 5),
  }))).filter((one) => one.value !== '')
  const [name = ''] = repetitions(pid, 5)
  return {
    identifiers, family: partOf(pid, name, 1), given: [partOf(pid, name, 2), partOf(pid, name, 3)].filter((one) => one !== '').join(' '),
    birthDate: timeOf(fieldText(pid, 7).replace(/^(\d{8}).*$/, '$1'), 'UTC').on,
  }
}
