import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from '#server/operations/run-command.ts'

/** Exit codes: 0 all is well · 1 a problem was found · 2 the command could not be carried out. */
const { positionals, values } = parseArgs({
  allowPositionals: true, strict: false,
  options: {
    to: { type: 'string' }, from: { type: 'string' }, secrets: { type: 'string' },
    plain: { type: 'boolean' }, demo: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' },
  },
})
/** The demo practice is where `npm start` puts it. */
const demo = { PRACTICE: 'demo', DATA_DIR: resolve('data', 'demo'), ANCHOR_DIR: resolve('data', 'demo-anchor') }
process.exitCode = await run(positionals, values, {
  argv: process.argv.slice(3),
  env: values.demo === true ? { ...demo, ...process.env } : process.env,
  say: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
})
