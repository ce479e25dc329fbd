/** The sum over all legs. An error that no test caught counts as a failed test. */
export function sumOf({ legs, unhandled }) {
  const sum = { passed: 0, failed: unhandled, skipped: 0 }
  for (const leg of Object.values(legs)) {
    sum.passed += leg.passed
    sum.failed += leg.failed
    sum.skipped += leg.skipped
  }
  return sum
}

/** Why the run is not green, in sentences; `code` is what the runner ended with. */
export function faultsOf(ran, code) {
  const names = Object.keys(ran.legs)
  const { failed, skipped } = sumOf(ran)
  return [
    ...(names.every((name) => name === 'build') ? ['no leg ran'] : []),
    ...names.filter((name) => ran.legs[name].passed === 0).map((name) => `${name} has no test that passed`),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped: a skipped test shows nothing`] : []),
    ...(code !== 0 && failed === 0 ? [`the test runner ended with ${code}`] : []),
  ]
}

/** One line a leg, then what is wrong. */
export function summaryOf({ legs }, faults) {
  const lines = Object.entries(legs).map(([name, { passed, failed, skipped, seconds }]) =>
    `${name.padEnd(16)} ${passed} passed, ${failed} failed, ${skipped} skipped  (${seconds.toFixed(1)} s)`)
  return ['', ...lines, ...faults.map((fault) => `not green: ${fault}`), ''].join('\n')
}
