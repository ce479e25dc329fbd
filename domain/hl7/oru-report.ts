import { components, partOf, repetitions, fieldText, wholeText, type Segment } from '#domain/hl7/message.ts'
import { timeOf } from '#domain/hl7/times.ts'
import { codingsOf, valueOf } from '#domain/hl7/values.ts'
import { rangeOf, readingOf, type OrderedBy, type Report, type ReportStatus, type ReportValue } from '#domain/results/report.ts'
import type { TimeZone } from '#domain/time.ts'

type Where = { place: number; controlId: string; sender: string; zone: TimeZone }

/** HL7 tables 0123 (OBR-25) and 0085 (OBX-11). A letter that is not known is not final. */
const statuses: Readonly<Record<string, ReportStatus>> = {
  F: 'final', C: 'corrected', P: 'preliminary', A: 'preliminary', R: 'preliminary', M: 'preliminary', S: 'registered', I: 'registered', O: 'registered',
  X: 'cancelled', D: 'entered-in-error', W: 'entered-in-error', U: 'final', N: 'cancelled', V: 'final', B: 'preliminary',
}

/** One report from its ORC, OBR, OBX and NTE; null where it holds nothing. */
export function reportOf(order: readonly Segment[], { place, controlId, sender, zone }: Where): Report | null {
  const obr = order.find(({ name }) => name === 'OBR')
  if (!obr) return null
  const orc = order.find(({ name }) => name === 'ORC')
  const values = valuesOf(order, zone)
  const codings = repetitions(obr, 4).flatMap((one) => codingsOf(obr, one))
  const remarks = remarksBefore(order)
  const status = statusOf(fieldText(obr, 25), values)
  // The heading of a set of panels holds nothing itself; an order that is still awaited does.
  if (values.length === 0 && remarks.length === 0 && status !== 'registered' && status !== 'cancelled') return null
  const collected = firstTime([fieldText(obr, 7), spm(order), fieldText(obr, 14)], zone)
  const fillerId = entityOf(obr, 3) ?? (orc ? entityOf(orc, 3) : null)
  const placerId = entityOf(obr, 2) ?? (orc ? entityOf(orc, 2) : null)
  const code = codings.find((one) => one.code !== null)?.code ?? `${place + 1}`
  return {
    // Without the laboratory's own number a report is only ever itself: the message and its place in it.
    sourceId: fillerId === null ? `${sender}|${controlId}|${place + 1}` : `${sender}|${fillerId}|${code}`,
    codings,
    name: codings.find((one) => one.display !== null)?.display ?? null,
    sections: [fieldText(obr, 24)].filter((one) => one !== ''),
    status,
    orderedBy: orderedBy(obr, 16) ?? (orc ? orderedBy(orc, 12) : null),
    orderKey: placerId,
    collectedOn: collected.on,
    collectedAt: collected.at,
    issuedAt: firstTime([fieldText(obr, 22), ...order.filter(({ name }) => name === 'OBX').map((obx) => fieldText(obx, 14))], zone).at,
    values,
    remarks,
  }
}

/** OBR-25; where it is empty, the least settled of the values. */
function statusOf(letter: string, values: readonly ReportValue[]): ReportStatus {
  if (letter !== '') return statuses[letter.toUpperCase()] ?? 'preliminary'
  const order: readonly ReportStatus[] = ['registered', 'preliminary', 'corrected', 'final']
  return order.find((status) => values.some((one) => one.status === status)) ?? 'preliminary'
}

function valuesOf(order: readonly Segment[], zone: TimeZone): ReportValue[] {
  return order.flatMap((obx, place): ReportValue[] => {
    if (obx.name !== 'OBX') return []
    const codings = repetitions(obx, 3).flatMap((one) => codingsOf(obx, one))
    const value = valueOf(obx)
    const units = repetitions(obx, 6)[0]
    const rangeText = wholeText(obx, 7) || null
    const remarks = remarksAfter(order, place)
    if (codings.length === 0 && value.text === '' && remarks.length === 0) return []
    const range = rangeOf(rangeText)
    return [{
      codings, name: codings.find((one) => one.display !== null)?.display ?? null, kind: value.kind, text: value.text, remarks, number: value.kind === 'number' ? value.number : null,
      unit: units === undefined ? null : partOf(obx, units, 1) || partOf(obx, units, 2) || null, rangeText, ...range,
      reading: repetitions(obx, 8).map((one) => readingOf(partOf(obx, one, 1))).find((one) => one !== null) ?? null,
      status: statuses[fieldText(obx, 11).toUpperCase()] ?? 'preliminary',
      observedAt: timeOf(fieldText(obx, 14), zone).at,
      mediaType: value.kind === 'attachment' ? value.mediaType : null, bytes: value.kind === 'attachment' ? value.bytes : null,
    }]
  })
}

/** Remarks that belong to the report: NTE before its first OBX. */
function remarksBefore(order: readonly Segment[]): string[] {
  const first = order.findIndex(({ name }) => name === 'OBX')
  return order.filter(({ name }, place) => name === 'NTE' && (first < 0 || place < first)).map((nte) => wholeText(nte, 3)).filter((one) => one !== '')
}

/** Remarks that belong to a value: NTE that follow its OBX. */
function remarksAfter(order: readonly Segment[], place: number): string[] {
  const rest = order.slice(place + 1)
  const end = rest.findIndex(({ name }) => name !== 'NTE')
  return rest.slice(0, end < 0 ? rest.length : end).map((nte) => wholeText(nte, 3)).filter((one) => one !== '')
}

/** An entity identifier with the system that gave it. */
function entityOf(segment: Segment, field: number): string | null {
  const [first = ''] = repetitions(segment, field)
  const id = partOf(segment, first, 1)
  return id === '' ? null : id.slice(0, 200)
}

function orderedBy(segment: Segment, field: number): OrderedBy | null {
  const all = repetitions(segment, field).map((one) => ({
    id: partOf(segment, one, 1), name: [partOf(segment, one, 3), partOf(segment, one, 2)].filter((part) => part !== '').join(' '),
    // Ten digits said to be an NPI, by the kind or by the authority.
    isNpi: components(segment, one).some((part) => /NPI/i.test(part)),
  })).filter((one) => one.id !== '' || one.name !== '')
  const npi = all.find((one) => /^\d{10}$/.test(one.id) && one.isNpi) ?? all.find((one) => /^\d{10}$/.test(one.id))
  const [first] = all
  return first ? { npi: npi?.id ?? null, sourceId: first.id || null, name: first.name || null } : null
}

function spm(order: readonly Segment[]): string {
  const specimen = order.find(({ name }) => name === 'SPM')
  return specimen ? fieldText(specimen, 17) : ''
}

function firstTime(written: readonly string[], zone: TimeZone) {
  return written.map((one) => timeOf(one, zone)).find((one) => one.on !== null) ?? { on: null, at: null }
}
