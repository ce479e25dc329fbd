import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { rosterMappingSchema } from '#domain/rosters/mapping.ts'
import { importOrder, type ImportDone, type ImportOrder } from '#server/feeds/carry-out.ts'

export const importUsage = `  npm run import -- FILE… --source NAME   imports FHIR R4 (NDJSON, Bundle; .gz too) or a roster (CSV), beside people
    --kind fhir|roster  --mapping NAME|FILE  --site ID  --dry-run  --initial (first load into an empty practice)
  npm run import -- --resume [--source NAME]  goes on with the last import that did not end`

/** What the words after `import` ask for; null: they cannot be understood. Throws with a sentence for a mapping that is none. */
export function importOrderOf(words: readonly string[]): ImportOrder | null {
  const { positionals, values } = parseArgs({
    args: [...words], allowPositionals: true, strict: true,
    options: {
      source: { type: 'string' }, kind: { type: 'string' }, mapping: { type: 'string' }, site: { type: 'string' },
      'dry-run': { type: 'boolean' }, initial: { type: 'boolean' }, resume: { type: 'boolean' }, demo: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' },
    },
  })
  if ((positionals.length === 0) !== (values.resume === true)) return null
  const order = importOrder.safeParse({
    command: 'import', paths: positionals.map((path) => resolve(path)), source: values.source ?? null, kind: values.kind ?? null,
    mapping: values.mapping === undefined ? null : mappingOf(values.mapping), siteId: values.site ?? null,
    dryRun: values['dry-run'] ?? false, initial: values.initial ?? false,
  })
  return order.success ? order.data : null
}

/** A file's mapping; else the name of a saved one. */
function mappingOf(text: string): unknown {
  if (!existsSync(text)) return { named: text }
  const mapping = rosterMappingSchema.safeParse(JSON.parse(readFileSync(text, 'utf8')))
  if (!mapping.success) throw new Error(`${text} is no mapping: ${mapping.error.issues[0]?.path.join('.') ?? ''} ${mapping.error.issues[0]?.message ?? ''}`)
  return mapping.data
}

const stateWords: Record<ImportDone['done']['state'], string> = {
  draft: 'is a draft', waiting: 'waits; go on with --resume', running: 'is being read', 'broken-off': 'broke off; go on with --resume', done: 'is done',
  cancelled: 'was cancelled; go on with --resume', failed: 'failed; go on with --resume',
}

/** What became of an import, for the terminal. */
export function sayImport({ done, refusals, refusalRows, mapping }: ImportDone): string {
  const mapped = mapping === null ? [] : [`Columns read as: ${mapping.columns.map((column, at) => `${mapping.headings[at] ?? ''}=${column ?? '–'}`).join(', ')}`]
  return [
    `${done.dryRun ? 'The trial' : 'The import'} of ${done.source} ${stateWords[done.state]}.${done.failure ? ` ${done.failure.message} ${done.failure.next}` : ''}`,
    ...mapped,
    `Rows read ${done.read} · created ${done.created} · changed ${done.changed} · unchanged ${done.unchanged} · not taken ${done.refused}`
      + `${done.rowsPerSecond === null ? '' : ` · ${done.rowsPerSecond} rows a second`}`,
    ...refusals.map((row) => `  ${row.fileName}, line ${row.line}${row.rows > 1 ? ` and ${row.rows - 1} more` : ''}${row.kind ? ` (${row.kind})` : ''}: ${row.message} ${row.next}`),
    ...(refusalRows > refusals.length ? [`  … and ${refusalRows - refusals.length} more; the whole report is under Administration, Imports.`] : []),
  ].join('\n')
}
