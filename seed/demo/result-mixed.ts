import { HOUR, type Instant } from '#domain/time.ts'
import { keepReport } from '#db/keep-reports.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'
import { reportOf, test, type ReportKind } from '#seed/demo/result-reports.ts'
import { stableId } from '#seed/stable.ts'

const SENDER = 'HARBOR LAB|HARBOR'
/** What one message brought: an ordinary report, a sensitive one, and one in which both stand side by side. */
const reports: readonly ReportKind[] = [
  { code: '4548-4', name: 'Hemoglobin A1c', tests: [test('4548-4', 'Hemoglobin A1c', '5.9', '%', '4.0 - 5.6', 'high')] },
  { code: '20507-0', name: 'Syphilis screen (RPR)', tests: [test('20507-0', 'RPR', 'Non-Reactive')] },
  { code: '13955-0', name: 'Hepatitis C antibody', tests: [test('13955-0', 'Hepatitis C antibody', 'Non-Reactive')] },
  { code: null, name: 'Exposure follow-up panel', tests: [
    test('1742-6', 'ALT', '62', 'U/L', '7 - 56', 'high'), test('2160-0', 'Creatinine', '0.9', 'mg/dL', '0.6 - 1.1'), test('5196-1', 'Hepatitis B surface antigen', 'Non-Reactive'),
    test('56888-1', 'HIV 1+2 antibody and p24 antigen', 'Non-Reactive'),
  ] },
]

/** One message of a laboratory with several reports of different sensitivity: each is judged by itself. */
export async function writeMixed(w: Writer, { patientId, practitionerId }: { patientId: string; practitionerId: string }, at: Instant): Promise<void> {
  const arrivedAt = at - 5 * HOUR
  const messageId = stableId('demo message of a laboratory', patientId)
  await w.insert(w.t.labMessages).values({
    id: messageId, sender: SENDER, controlId: messageId.slice(0, 20), hash: messageId, via: 'mllp', fileName: null, receivedAt: arrivedAt, outcome: 'taken', code: null, reports: reports.length, refusedReports: 0,
  }).onConflictDoNothing()
  const ids: string[] = []
  for (const [place, kind] of reports.entries()) {
    const { id } = await keepReport(w, {
      report: reportOf(kind, `${patientId} message ${place}`, arrivedAt), patientId, source: 'seed', practitionerId, assigneeId: null, orderedElsewhere: false, arrived: [], missing: [], messageId,
    }, { at: arrivedAt, newId: stableId })
    ids.push(id)
  }
  await settleResults(w, ids, at)
}
