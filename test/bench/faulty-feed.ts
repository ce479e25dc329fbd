import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { peopleAsFhir } from '#test/bench/questions.ts'

/** After so many good rows comes one that is not to be taken. */
const GOOD = 100

/** What stands in a row that is not taken; `n` makes each its own. */
const faults: readonly ((n: number) => string)[] = [
  (n) => `{"resourceType":"Patient","id":"torn${n}","name":[{"family":"Torn`,
  (n) => JSON.stringify({ resourceType: 'Patient', id: `nameless${n}`, birthDate: '1980-01-01' }),
  (n) => JSON.stringify({ resourceType: 'Patient', id: `unborn${n}`, name: [{ family: 'Unborn', given: ['Ann'] }], birthDate: '2199-01-01' }),
  (n) => JSON.stringify({ resourceType: 'Patient', id: `undated${n}`, name: [{ family: 'Undated', given: ['Ann'] }] }),
  (n) => JSON.stringify({
    resourceType: 'Patient', id: `second${n}`, name: [{ family: 'Second', given: ['Ann'] }], birthDate: '1980-01-01',
    identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'urn:bench:mrn', value: 'M0000000' }],
  }),
]

/** Makes (or finds) a FHIR export of `size` made-up people with a bad row after each hundred; `bad` are the lines of these. */
export async function faultyFeed(size: number): Promise<{ file: string; rows: number; bad: number[] }> {
  const folder = resolve('reports', 'bench', `faulty-${size}`)
  const file = join(folder, 'Patient.ndjson')
  const bad = Array.from({ length: Math.floor(size / GOOD) }, (_, n) => (n + 1) * (GOOD + 1))
  const rows = size + bad.length
  if (existsSync(join(folder, 'whole'))) return { file, rows, bad }
  mkdirSync(folder, { recursive: true })
  const out = createWriteStream(file)
  let n = 0
  for await (const line of peopleAsFhir(size)) {
    n += 1
    const fault = n % GOOD === 0 ? faults[(n / GOOD) % faults.length] : undefined
    if (!out.write(fault ? `${line}\n${fault(n)}\n` : `${line}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  mkdirSync(join(folder, 'whole'))
  return { file, rows, bad }
}
