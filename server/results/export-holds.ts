import { stringify } from 'csv-stringify/sync'
import type { z } from 'zod'
import type { holdExportBody, HoldReview, HoldSheet } from '#domain/contracts/result-care.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { reviewHolds } from '#server/results/care-lists.ts'

/** More holds than a practice sets in the longest time asked for. */
const MOST = 10_000
const headings = {
  en: ['Hold', 'Result', 'Patient', 'Kind of result', 'From', 'Representative', 'Ground', 'Harm', 'Law', 'Evidence', 'Begins', 'Ends', 'Ended', 'Set by', 'Patient called', 'Extends'],
  es: ['Retención', 'Resultado', 'Paciente', 'Clase de resultado', 'Para', 'Representante', 'Motivo', 'Daño', 'Ley', 'Prueba', 'Empieza', 'Termina', 'Terminó', 'Puesta por', 'Se llamó al paciente', 'Prolonga'],
} as const

/** Every hold of some days with its evidence as a file; cells are text and never formulas (R68, IN-08). */
export async function exportHolds(db: Reader, act: Act, asked: z.infer<typeof holdExportBody>): Promise<Outcome<HoldSheet>> {
  const rows: HoldReview['rows'] = []
  let after: string | null = null
  do {
    const page: Outcome<HoldReview> = await reviewHolds(db, act, { ...asked, ...(after === null ? {} : { after }) })
    if ('refused' in page) return page
    rows.push(...page.done.rows)
    after = page.done.next
  } while (after !== null && rows.length < MOST)
  const lines = rows.map((one) => [
    one.id, one.resultId, one.patientName, one.category, one.recipient, one.personName, one.ground, one.harm, one.citedLaw, one.evidence, one.startAt, one.endAt, one.endedAt, one.setByName,
    one.called ? 1 : 0, one.extendsId,
  ])
  const csv = stringify([headings[act.language], ...lines], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return done({ fileName: `holds-${asked.from}-${asked.to}.csv`, csv, rows: rows.length })
}
