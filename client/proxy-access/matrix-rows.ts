import type { MatrixAnswer, MatrixCell } from '#domain/contracts/proxy-access.ts'

type Capability = MatrixCell['capability']

/** One line of the matrix: seeing, acting, or both where nobody may do the one without the other. */
export type GridRow = {
  key: Capability
  /** Place in the answer's rows; of a row that stands for two, of the seeing. */
  index: number
  kind: 'see' | 'act' | 'both'
  /** The server's word, or of both together the key of ours. */
  name: string | { key: string }
}

const pairs: readonly [see: Capability, act: Capability][] = [
  ['see-messages', 'send-messages'],
  ['see-appointments', 'schedule-appointments'],
  ['see-medications', 'request-refills'],
  ['see-bills', 'pay-bills'],
  ['see-insurance', 'update-insurance'],
  ['see-demographics', 'update-demographics'],
  ['see-end-of-life', 'update-end-of-life'],
]

/** What people ask for first stands first. */
const order: readonly Capability[] = [
  'see-messages', 'send-messages', 'see-appointments', 'schedule-appointments', 'see-results', 'see-medications', 'request-refills', 'see-notes',
  'see-visit-summaries', 'see-diagnoses', 'see-health-summary', 'see-immunizations', 'see-bills', 'pay-bills', 'see-insurance', 'update-insurance',
  'see-demographics', 'update-demographics', 'see-letters', 'see-end-of-life', 'update-end-of-life', 'request-records',
]

/** The lines of the matrix: seeing and acting as one line where every person's two answers agree, on both days. */
export function gridRows(matrix: MatrixAnswer): GridRow[] {
  const place = new Map(matrix.rows.map(({ capability }, index) => [capability, index]))
  const merged = pairs.filter(([see, act]) => agree(matrix, place.get(see), place.get(act)))
  const swallowed = new Set(merged.map(([, act]) => act))
  const both = new Set(merged.map(([see]) => see))
  return matrix.rows
    .map(({ capability, name }, index): GridRow => ({
      key: capability,
      index,
      kind: both.has(capability) ? 'both' : capability.startsWith('see-') ? 'see' : 'act',
      name: both.has(capability) ? { key: `access.both.${capability}` } : name,
    }))
    .filter(({ key }) => !swallowed.has(key))
    .toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
}

function agree({ columns, own }: MatrixAnswer, see: number | undefined, act: number | undefined): boolean {
  if (see === undefined || act === undefined) return false
  return [...columns, own].every(({ first, second }) => first[see]?.answer === first[act]?.answer && second?.[see]?.answer === second?.[act]?.answer)
}

/** A column of cells: one person, or the patient, on one of the two days; `held` has a single cell for any day. */
export type Leaf = { person: number | 'own'; when: 'first' | 'second' | 'held' }

/** The columns of cells from left to right; the patient's own view is last, and there only with an account. */
export function leavesOf(matrix: MatrixAnswer): Leaf[] {
  const days = matrix.with === null ? (['first'] as const) : (['first', 'second'] as const)
  const persons = matrix.columns.flatMap(({ held }, person): Leaf[] => (held ? [{ person, when: 'held' }] : days.map((when) => ({ person, when }))))
  const own: Leaf[] = matrix.own.hasAccount ? days.map((when) => ({ person: 'own', when })) : []
  return [...persons, ...own]
}

/** The word of a cell: what is so, or what happens to it on the second day. */
export type CellWord = 'sees' | 'can' | 'no' | 'per-item' | 'stops' | 'starts' | 'narrows'
export type GridCell = { cell: MatrixCell; word: CellWord; changes: boolean }

/** What stands in a cell; null: the cell of somebody whom nothing can be granted to, or none at all. */
export function gridCell(matrix: MatrixAnswer, row: GridRow, leaf: Leaf): GridCell | null {
  const column = leaf.person === 'own' ? matrix.own : matrix.columns[leaf.person]
  const before = column?.first[row.index]
  const cell = leaf.when === 'second' ? column?.second?.[row.index] : before
  if (!cell || !before || leaf.when === 'held') return null
  const changes = cell.answer !== before.answer
  return { cell, changes, word: changes ? wordOfChange(cell.answer) : wordOf(cell.answer, row.kind) }
}

function wordOf(answer: MatrixCell['answer'], kind: GridRow['kind']): CellWord {
  if (answer === 'no' || answer === 'per-item') return answer
  return kind === 'act' ? 'can' : 'sees'
}

function wordOfChange(answer: MatrixCell['answer']): CellWord {
  return answer === 'no' ? 'stops' : answer === 'yes' ? 'starts' : 'narrows'
}

/** How many lines change for a person between the two days. */
export function changesOf(matrix: MatrixAnswer, rows: readonly GridRow[], person: Leaf['person']): number {
  return rows.filter((row) => gridCell(matrix, row, { person, when: 'second' })?.changes).length
}

/** Where the eye goes first: the first cell that changes, of one person where one is asked for, results before all. */
export function startAt(matrix: MatrixAnswer, rows: readonly GridRow[], leaves: readonly Leaf[], personId: string | null = null): Spot {
  const results = rows.findIndex(({ key }) => key === 'see-results')
  const isTheirs = ({ person }: Leaf) => personId === null || (person !== 'own' && matrix.columns[person]?.personId === personId)
  for (const row of [results, ...rows.keys()].filter((one) => one >= 0)) {
    const line = rows[row]
    const col = line ? leaves.findIndex((leaf) => isTheirs(leaf) && gridCell(matrix, line, leaf)?.changes) : -1
    if (col >= 0) return { row, col }
  }
  return { row: Math.max(0, results), col: Math.max(0, leaves.findIndex(isTheirs)) }
}

/** A cell by its line and its column of cells. */
export type Spot = { row: number; col: number }

/** Where a key leads from a cell; null: the key moves nothing. A held column is one cell high: its neighbours keep the line. */
export function moveIn(size: { rows: number; cols: number }, { row, col }: Spot, key: string, ctrl = false): Spot | null {
  const lastRow = size.rows - 1
  const lastCol = size.cols - 1
  const to = {
    ArrowUp: { row: row - 1, col }, ArrowDown: { row: row + 1, col }, ArrowLeft: { row, col: col - 1 }, ArrowRight: { row, col: col + 1 },
    Home: { row: ctrl ? 0 : row, col: 0 }, End: { row: ctrl ? lastRow : row, col: lastCol },
  }[key]
  if (!to) return null
  return { row: Math.max(0, Math.min(lastRow, to.row)), col: Math.max(0, Math.min(lastCol, to.col)) }
}
