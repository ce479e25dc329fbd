/*
 * `node test/bench/urgency.ts FOLDER`: how the urgency tripwire judges labelled messages, and how often it flags ordinary ones.
 * Reads the folder's JSON Lines where they lie and prints figures only; `--show` lists what was missed or flagged.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { urgencyOf } from '#domain/urgency/urgency.ts'

type Line = { id: string; text: string; label?: string; intent?: string }
const folder = process.argv[2]
if (!folder) {
  console.error('Say the folder of the messages: node test/bench/urgency.ts FOLDER')
  process.exit(1)
}
const show = process.argv.includes('--show')
const read = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line)
const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`

const labelled = read('healthbench_urgency_labelled.jsonl')
const of = (label: string) => labelled.filter((line) => line.label === label)
const flagged = (lines: readonly Line[]) => lines.filter(({ text }) => urgencyOf(text).flagged)
const [emergent, conditional, ordinary] = [of('emergent'), of('conditionally_emergent'), of('non_emergent')]
const right = flagged(emergent).length
const wrong = flagged(ordinary).length
console.table([
  { what: 'recall, emergent', figure: share(right, emergent.length) },
  { what: 'precision, emergent against not', figure: share(right, right + wrong) },
  { what: 'flagged, conditionally emergent', figure: share(flagged(conditional).length, conditional.length) },
  ...['star_appointment_requests.jsonl', 'kqa_patient_questions.jsonl', 'nlm_consumer_questions.jsonl'].map((name) => {
    const lines = read(name)
    return { what: `flagged, ${name}`, figure: share(flagged(lines).length, lines.length) }
  }),
])
if (show) {
  for (const line of emergent) if (!urgencyOf(line.text).flagged) console.log('MISSED ', line.text)
  for (const name of ['star_appointment_requests.jsonl', 'kqa_patient_questions.jsonl', 'nlm_consumer_questions.jsonl']) {
    for (const line of read(name)) {
      const { flagged: is, reasons } = urgencyOf(line.text)
      if (is) console.log(name.slice(0, 4), reasons.map(({ sign, quote }) => `${sign}: ${quote}`).join(' | '))
    }
  }
}
