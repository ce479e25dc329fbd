/*
 * `npm test`: builds what is missing, runs every leg, and says in one last line how many tests passed, failed and were skipped.
 * A failed or skipped test, a leg without tests, and an error that no test caught make the run fail.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, staleReason } from '../server/build.mjs'
import { faultsOf, summaryOf, sumOf } from './support/legs.mjs'

const projectFolder = fileURLToPath(new URL('..', import.meta.url))
const bin = join(projectFolder, 'node_modules', '.bin')
const report = resolve(projectFolder, 'reports', 'legs.json')

process.exitCode = await main()

async function main() {
  const isBuilt = await buildWhenStale()
  rmSync(report, { force: true })
  const code = await vitest()
  const ran = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { legs: {}, unhandled: 1 }
  ran.legs.build = { passed: isBuilt ? 1 : 0, failed: isBuilt ? 0 : 1, skipped: 0, seconds: 0 }
  const faults = faultsOf(ran, code)
  console.log(summaryOf(ran, faults))
  const { passed, failed, skipped } = sumOf(ran)
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  return faults.length > 0 ? 1 : 0
}

/** Whether client and server are built from the sources as they are. The other legs run in any case. */
async function buildWhenStale() {
  try {
    const reason = staleReason()
    if (reason) await build(reason)
    return true
  } catch (error) {
    console.error(error)
    return false
  }
}

function vitest() {
  const reporter = join(projectFolder, 'test', 'support', 'leg-reporter.mjs')
  const child = spawn('vitest', ['run', '--reporter=dot', `--reporter=${reporter}`], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: bin + delimiter + process.env.PATH, LEG_REPORT: report, ...process.stdout.isTTY ? {} : { NO_COLOR: '1' } },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}
