import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes how each leg ended to the file LEG_REPORT names: `{ legs: { [name]: { passed, failed, skipped, seconds } }, unhandled }`. */
export default class LegReporter {
  constructor() {
    this.file = process.env.LEG_REPORT
    this.names = []
  }

  onInit(vitest) {
    this.names = vitest.projects.map((project) => project.name)
  }

  onTestRunEnd(modules, unhandledErrors) {
    const legs = Object.fromEntries(this.names.map((name) => [name, { passed: 0, failed: 0, skipped: 0, seconds: 0 }]))
    for (const module of modules) count(legs[module.project.name], module)
    mkdirSync(dirname(this.file), { recursive: true })
    writeFileSync(this.file, JSON.stringify({ legs, unhandled: unhandledErrors.length }, null, 2))
  }
}

/** A file that could not be loaded has no tests to count: it counts as one that failed, and so does one whose hooks failed. */
function count(leg, module) {
  const tests = [...module.children.allTests()]
  const failedBefore = leg.failed
  for (const test of tests) {
    const { state } = test.result()
    if (state === 'passed') leg.passed += 1
    else if (state === 'failed') leg.failed += 1
    else leg.skipped += 1
  }
  if (module.state() === 'failed' && leg.failed === failedBefore) leg.failed += 1
  leg.seconds += module.diagnostic().duration / 1000
}
