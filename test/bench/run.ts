/*
 * `npm run bench`: the server's start, memory and look-ups beside the references L and LA of the same run (W1, W5), whether 200 questions
 * are answered right, typing in a slowed browser and the bytes of the first screen (W5), imports beside a bare loader (W6),
 * at 10,000 and 100,000 patients. `-- --sizes 10000,1000000` for others, `-- --only server,typing` for some of the tables.
 * Only when named: `beside`, an import with bad rows while a desk works, and once more with the server killed twice; `first-load`, for a
 * million: the first load undisturbed and killed twice, then the same file and new people while a desk works.
 * Figures are ratios of one run.
 */
import { staleReason, build } from '#server/build.mjs'
import { firstScreen } from '#test/bench/first-screen.ts'
import { importBesideFigures } from '#test/bench/import-beside.ts'
import { importFigures } from '#test/bench/import.ts'
import { firstLoadFigures } from '#test/bench/import-first.ts'
import { lookUpFigures } from '#test/bench/lookup.ts'
import { messageFigures } from '#test/bench/messages.ts'
import { serverFigures } from '#test/bench/server-figures.ts'
import { typingFigures } from '#test/bench/typing.ts'

type Row = Record<string, string>
const tables: Record<string, { title: string; of: (sizes: readonly number[]) => Promise<Row[]> }> = {
  server: { title: 'W1 and W5: look-ups, start and memory of the server', of: (sizes) => each(sizes, serverFigures) },
  questions: { title: 'W1: 200 questions, and the look-up without HTTP', of: (sizes) => each(sizes, async (size) => [await lookUpFigures(size)]) },
  typing: { title: `W5: typing in the box of Home, processor slowed four times`, of: (sizes) => each(sizes, async (size) => [await typingFigures(size)]) },
  messages: { title: 'W2, W3 and W4: worklist, dashboard, claims and replies', of: (sizes) => each(sizes, messageFigures) },
  screen: { title: 'W5: the first screen', of: () => firstScreen() },
  'import-fhir': { title: 'W6: imports of FHIR', of: (sizes) => each(sizes, (size) => importFigures('fhir', size, size > 100_000 ? 1 : 2)) },
  'import-roster': { title: 'W6: imports of a roster', of: (sizes) => each(sizes, (size) => importFigures('roster', size, size > 100_000 ? 1 : 2)) },
  'first-load': { title: 'W6: a first load with bad rows, killed twice, and a desk beside what comes later', of: (sizes) => each(sizes, firstLoadFigures) },
  beside: { title: 'W6: an import while a desk works, and killed twice', of: (sizes) => each(sizes, importBesideFigures) },
}

/** Long ones: they are asked for by name. */
const onlyNamed = new Set(['beside', 'first-load'])
const sizes = (wordAfter('--sizes') ?? '10000,100000').split(',').map(Number)
const wanted = (wordAfter('--only') ?? Object.keys(tables).filter((name) => !onlyNamed.has(name)).join()).split(',')

const stale = staleReason()
if (stale) await build(stale)
for (const name of wanted) {
  const table = tables[name]
  if (!table) throw new Error(`there is no table ${name}; there are ${Object.keys(tables).join(', ')}`)
  const rows = await table.of(sizes)
  console.log(`\n${table.title}`)
  console.table(rows)
}

async function each(all: readonly number[], figures: (size: number) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (const size of all) rows.push(...await figures(size))
  return rows
}

function wordAfter(flag: string): string | undefined {
  const at = process.argv.indexOf(flag)
  return at > 0 ? process.argv[at + 1] : undefined
}
