import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import type { PatientSearchAnswer } from '#domain/contracts/patients.ts'
import { foldName } from '#domain/names.ts'
import { openReader } from '#db/open.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { searchPatients } from '#server/patients/search-patients.ts'
import { filledPractice } from '#test/bench/filled.ts'
import { median } from '#test/bench/process.ts'
import { questions, type Question } from '#test/bench/questions.ts'

const LIMIT = 20
const ROUNDS = 5
/**
 * Look-ups in this process beside one bare prepared statement over the same file: how many of 200 questions are right (the person is on the
 * page, or the page is full of people who fit as well), and the times. Ratios of one run.
 */
export async function lookUpFigures(size: number): Promise<Record<string, string>> {
  const { dataDir, file } = await filledPractice(size)
  const reader = await openReader({ dataDir, databaseUrl: null })
  const bare = bareLookUp(file)
  try {
    const asked = questions(size)
    const sourceIds = sourcesOf(reader.read)
    const right = await countOf(asked, async (question) => isRight(question, await ask(reader.read, question.text), sourceIds))
    const product: number[] = []
    const reference: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (const { text } of asked) {
        product.push(await timeOf(() => ask(reader.read, text)))
        reference.push(await timeOf(async () => bare(foldName(text).slice(0, 3))))
      }
    }
    const [ours, theirs] = [median(product), median(reference)]
    return {
      patients: size.toLocaleString('en'), 'questions right': `${right} of ${asked.length}`, 'look-up p50 ms': ours.toFixed(3), 'bare statement p50 ms': theirs.toFixed(3),
      ratio: `${(ours / theirs).toFixed(1)}×`, 'look-up p99 ms': (product.toSorted((a, b) => a - b)[Math.floor(product.length * 0.99)] ?? 0).toFixed(2),
    }
  } finally {
    await reader.close()
  }
}

const act = {
  actor: { id: 'bench', roles: ['front-desk'] }, at: Date.now(), language: 'en', requestId: '', app: { config: { practiceTimeZone: 'America/New_York' } },
} as unknown as Act

async function ask(db: Reader, text: string): Promise<PatientSearchAnswer> {
  const answer = await searchPatients(db, act, { body: { text, sort: 'name', limit: LIMIT } })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.done
}

function isRight({ person: { id }, fits }: Question, { rows, more }: PatientSearchAnswer, sourceIds: (id: string) => Promise<string>): Promise<boolean> {
  return Promise.all(rows.map((row) => sourceIds(row.id))).then((ids) => ids.includes(id) || (more && rows.length === LIMIT && rows.every(fits)))
}

function sourcesOf(db: Reader): (id: string) => Promise<string> {
  const { patients } = db.t
  return async (id) => (await db.select({ sourceId: patients.sourceId }).from(patients).where(eq(patients.id, id)))[0]?.sourceId ?? ''
}

function bareLookUp(file: string): (prefix: string) => unknown[] {
  const db = new Database(file, { readonly: true })
  const statement = db.prepare('SELECT id, legal_family, legal_given, birth_date FROM patients WHERE family_key >= ? AND family_key < ? ORDER BY family_key, given_key LIMIT 20')
  return (prefix) => statement.all(prefix, `${prefix}\u{10ffff}`)
}

async function countOf<T>(all: readonly T[], test: (one: T) => Promise<boolean>): Promise<number> {
  let count = 0
  for (const one of all) if (await test(one)) count += 1
  return count
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

if (process.argv[1] === import.meta.filename) {
  const sizes = process.argv.slice(2).map(Number)
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) console.table([await lookUpFigures(size)])
}
