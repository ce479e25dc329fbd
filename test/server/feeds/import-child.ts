/*
 * A process that imports one file and says how far it is, so that a test can end it as a power cut would.
 * Arguments: data folder, database address or `-`, id of the import.
 */
import { letGoOfOrphans } from '#server/feeds/import-state.ts'
import { runImport, runnersOf } from '#server/feeds/run-import.ts'
import { quietPractice } from '#test/server/feeds/practice-without-server.ts'

const [dataDir = '', databaseUrl, importId = ''] = process.argv.slice(2)
const { app, close } = await quietPractice({ dataDir, databaseUrl: databaseUrl === '-' || databaseUrl === undefined ? null : databaseUrl })
await letGoOfOrphans(app.store, runnersOf(app))
let read = 0
const ended = await runImport(app, importId, {
  alone: true,
  onSlice: (counts) => {
    read += counts.read
    process.stdout.write(`read ${read}\n`)
  },
})
await close()
process.stdout.write(`ended ${ended?.state ?? 'elsewhere'}\n`)
