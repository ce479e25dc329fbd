import { existsSync, statSync } from 'node:fs'
import { cellFor } from '#domain/actions.ts'
import type { ImportAnswer, ImportState } from '#domain/contracts/feeds.ts'
import type { ReasonFacts } from '#domain/decision.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import { isoOf, isoOrNull, SECOND, type Instant } from '#domain/time.ts'
import type { Act } from '#server/http/act.ts'
import { isBrokenOff, type ImportFileRow, type ImportRow } from '#server/feeds/import-state.ts'

/** What is said of an import, to whom. */
export type ShownTo = { at: Instant; language: Language; showNames: boolean }

export function shownTo(act: Act): ShownTo {
  return { at: act.at, language: act.language, showNames: cellFor('patient.import', act.actor.roles) !== '-' }
}

/** An import with its progress. File names are for those who may import. */
export function importAnswer(row: ImportRow, files: readonly ImportFileRow[], to: ShownTo): ImportAnswer {
  const seconds = row.ranMs / SECOND
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  const done = files.reduce((sum, file) => sum + (file.done ? file.size : file.bytesDone), 0)
  const state = stateOf(row, to.at)
  return {
    id: row.id, source: row.source, kind: row.kind === 'roster' ? 'roster' : 'fhir', state, dryRun: row.dryRun, initial: row.initial,
    siteId: row.siteId, startedBy: row.startedBy,
    createdAt: isoOf(row.createdAt), startedAt: isoOrNull(row.startedAt), endedAt: isoOrNull(row.endedAt),
    read: row.rowsRead, created: row.created, changed: row.changed, unchanged: row.unchanged, refused: row.refused,
    rowsPerSecond: seconds >= 1 ? Math.round(row.rowsRead / seconds) : null,
    remainingSeconds: state === 'running' && done > 0 && seconds >= 1 ? Math.round((seconds / done) * (bytes - done)) : null,
    cancelling: state === 'running' && row.cancelAskedAt !== null,
    failure: row.failure === null ? null : failureOf(row.failure, to.language),
    files: files.map((file) => ({
      place: file.place, name: to.showNames ? file.name : null, size: file.size, received: receivedOf(file),
      bytesDone: file.done ? file.size : file.bytesDone, recordsDone: file.recordsDone, done: file.done,
    })),
    version: row.version,
  }
}

export function stateOf(row: ImportRow, at: Instant): ImportState {
  return isBrokenOff(row, at) ? 'broken-off' : row.state as ImportState
}

/** How much of an upload lies on the disk; files that lie elsewhere are whole. */
export function receivedOf(file: Pick<ImportFileRow, 'uploaded' | 'path' | 'size'>): number {
  if (!file.uploaded) return file.size
  return existsSync(file.path) ? statSync(file.path).size : 0
}

function failureOf(text: string, language: Language): ImportAnswer['failure'] {
  const { code, facts } = JSON.parse(text) as { code: ReasonCode; facts: ReasonFacts }
  const { message, next, rule } = refusalOf(code, language, facts)
  return { message, next, rule }
}
