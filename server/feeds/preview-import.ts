import type { PreviewAnswer, PreviewBody } from '#domain/contracts/feeds.ts'
import type { ReasonFacts } from '#domain/decision.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { displayName } from '#domain/names.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import { isMappingFor, type RosterMapping } from '#domain/rosters/mapping.ts'
import { sentenceOf } from '#domain/rosters/row-report.ts'
import { patientFromRow } from '#domain/rosters/row.ts'
import { rowOf } from '#db/rows.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { filesOf, findImport, type ImportFileRow, type ImportRow } from '#server/feeds/import-state.ts'
import { FeedUnreadable, type FeedFormat, type FeedItem } from '#server/feeds/items.ts'
import { savedMappings } from '#server/feeds/mappings.ts'
import { peekTable, proposeFor } from '#server/feeds/propose.ts'
import { borrowReader } from '#server/feeds/reading.ts'
import { refusalWords } from '#server/feeds/refusal-words.ts'
import { receivedOf } from '#server/feeds/show-import.ts'
import { sniffFile } from '#server/feeds/sniff.ts'
import { findPractice } from '#server/practice.ts'

/** First rows that are shown. */
const SHOWN = 20

/** What the first rows of an import would become; of a roster also its columns, read as asked or as its headings say. */
export async function previewImport(
  db: Reader, act: Act, { params, body }: { params: { id: string }; body: PreviewBody },
): Promise<Outcome<PreviewAnswer>> {
  const row = await findImport(db, params.id)
  const [file] = row ? await filesOf(db, row.id) : []
  if (!row || !file) return refuse('NOT_FOUND')
  if (receivedOf(file) < file.size) return refuse('IMPORT_NOT_COMPLETE', { facts: { have: receivedOf(file), size: file.size } })
  const timeZone = (await findPractice(db))?.timeZone ?? act.app.config.practiceTimeZone
  const scene: FeedScene = { source: row.source, at: act.at, timeZone }
  try {
    const { format } = await sniffFile(file.path, file.name)
    return done(format === 'table' ? await previewTable(db, row, file, body.mapping, scene, act.language) : await previewFhir(file, format, scene, act.language))
  } catch (error) {
    if (error instanceof FeedUnreadable) return refuse(error.code, { facts: error.facts })
    throw error
  }
}

async function previewFhir(file: ImportFileRow, format: FeedFormat, scene: FeedScene, language: Language): Promise<PreviewAnswer> {
  const reader = borrowReader()
  try {
    const { portions } = await reader.read({
      path: file.path, format, scene, skip: 0, isPeek: true, siteId: '', sites: {}, mapping: null, onFileSinceAt: null,
    })
    const first = await portions().next()
    const items = first.done === true ? [] : first.value.items.slice(0, SHOWN)
    return { kind: 'fhir', rows: items.map((item) => shownItem(item, language)), table: null }
  } finally {
    await reader.release()
  }
}

function shownItem({ line, row }: FeedItem, language: Language): PreviewAnswer['rows'][number] {
  if (row.kind === 'refused') return { line, kind: row.of, name: null, birthDate: null, refusal: refusalOfRow(row.code, row.facts, language), notes: [] }
  if (row.kind === 'Patient') {
    const patient = rowOf('patients', row.patient.patient)
    return { line, kind: row.kind, name: displayName(patient), birthDate: patient.birthDate, refusal: null, notes: [] }
  }
  return { line, kind: row.kind, name: 'name' in row.facts ? row.facts.name : '', birthDate: null, refusal: null, notes: [] }
}

async function previewTable(
  db: Reader, row: ImportRow, file: ImportFileRow, given: RosterMapping | undefined, scene: FeedScene, language: Language,
): Promise<PreviewAnswer> {
  const table = await peekTable(file.path)
  const saved = await savedMappings(db)
  const { mapping: proposed, seen } = proposeFor(table, row.source, saved)
  const mapping = given ?? proposed
  const shown = table.rows.slice(0, SHOWN)
  return {
    kind: 'roster',
    rows: mapping ? shown.map(({ cells, line }) => shownRow(cells, line, mapping, scene, language)) : [],
    table: {
      headings: table.headings, cells: shown.map(({ cells }) => cells), mapping, columns: mapping?.columns ?? seen.columns,
      faults: mapping ? [] : seen.faults.map((fault) => ({ code: fault.code, field: 'field' in fault ? fault.field : null })),
      neverKept: seen.neverKept,
      saved: saved.map(({ id, name, mapping: one }) => ({ id, name, mapping: one, fits: isMappingFor(one, table.headings) })),
    },
  }
}

function shownRow(cells: readonly string[], line: number, mapping: RosterMapping, scene: FeedScene, language: Language): PreviewAnswer['rows'][number] {
  const read = patientFromRow(cells, mapping, scene)
  if ('refused' in read) {
    const facts = { ...read.facts, ...(read.field === null ? {} : { column: read.field }) }
    return { line, kind: 'Patient', name: null, birthDate: null, refusal: refusalOfRow(read.refused, facts, language), notes: [] }
  }
  if ('empty' in read) return { line, kind: 'Patient', name: null, birthDate: null, refusal: null, notes: [] }
  const { mapped, notes } = read
  return { line, kind: 'Patient', name: displayName(mapped), birthDate: mapped.birthDate, refusal: null, notes: notes.map((note) => sentenceOf(note, language)) }
}

function refusalOfRow(code: ReasonCode, facts: ReasonFacts, language: Language) {
  return { ...refusalWords(code, facts, language), rule: refusalOf(code, language).rule }
}
