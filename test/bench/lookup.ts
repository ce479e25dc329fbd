import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import type { PatientSearchAnswer } from '#domain/contracts/patients.ts'
import { foldName } from '#domain/names.ts'
import { openReader, sqliteFileOf } from '#db/open.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { searchPatients } from '#server/patients/search-patients.ts'
import { fillPractice } from '#test/bench/lookup-practice.ts'
import { median } from '#test/bench/process.ts'

const LIMIT = 20
const ROUNDS = 5
const families = ['Smith', 'García', 'van der Berg', "O'Brien", 'Nguyễn', 'Kowalski', 'Okafor', 'de la Cruz', 'Müller', 'Smythe', 'Johnson', 'St. John']
const endings = ['', 'son', 'ton', 'ley', 'ova', 'ford', 'stein', 'dez', 'kin', 'well']
const givens = ['John', 'María José', 'Wei', 'Ann', 'Joseph', 'Zoë', 'Omar', 'Seán', 'Ingrid', 'Leila', 'Mary', 'Kenji']

type Person = { id: string; family: string; given: string; birthDate: string; phone: string; mrn: string }
type Question = { kind: string; text: string; person: Person; fits: (row: { name: string }) => boolean }

/** Made up from the number alone: the same people for everybody. */
function person(n: number): Person {
  const pick = (from: readonly string[], step: number) => from[Math.floor(n / step) % from.length] ?? ''
  const family = pick(families, 1) + pick(endings, families.length) + (n % 5 ? '' : `-${pick(families, 7)}`)
  return {
    id: `p${n}`, family, given: pick(givens, 3), birthDate: new Date(Date.UTC(1930, 0, 1) + ((n * 7919) % 34_000) * 86_400_000).toISOString().slice(0, 10),
    phone: `${200 + (n % 700)}555${String((n * 7) % 10_000).padStart(4, '0')}`, mrn: `M${String((n * 7919) % 10_000_000).padStart(7, '0')}`,
  }
}

async function* lines(size: number): AsyncGenerator<string> {
  for (let n = 0; n < size; n++) {
    const { id, family, given, birthDate, phone, mrn } = person(n)
    yield JSON.stringify({
      resourceType: 'Patient', id, birthDate, name: [{ use: 'official', family, given: given.split(' ') }], telecom: [{ system: 'phone', value: phone }],
      identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'urn:bench:mrn', value: mrn }],
    })
  }
}

function questions(size: number): Question[] {
  const holds = (part: string) => ({ name }: { name: string }) => foldName(name).includes(foldName(part))
  return Array.from({ length: 200 }, (_, at): Question => {
    const one = person(Math.floor((at + 0.5) * (size / 200)))
    const [first = ''] = one.given.split(' ')
    const last = one.family.split(/[\s'-]/).at(-1) ?? ''
    const ways: readonly [string, string, (row: { name: string }) => boolean][] = [
      ['family, 3 letters', one.family.slice(0, 3), holds(one.family.slice(0, 3))], ['given family', `${first} ${one.family}`, holds(one.family)],
      ['family, given', `${one.family.slice(0, 4)}, ${first.slice(0, 2)}`, holds(one.family.slice(0, 4))],
      ['family and birth date', `${one.family.slice(0, 4)} ${one.birthDate}`, holds(one.family.slice(0, 4))],
      ['phone, last 4', one.phone.slice(-4), () => true], ['mrn', one.mrn, () => false], ['later word', `${last} ${first}`, holds(last)],
      ['letters inside', foldName(one.family).slice(1, 6), holds(foldName(one.family).slice(1, 6))],
    ]
    const [kind, text, fits] = ways[at % ways.length] ?? ['', '', () => false]
    return { kind, text, person: one, fits }
  })
}

/**
 * Look-ups in this process beside one bare prepared statement over the same file: how many of 200 questions are right (the person is on the
 * page, or the page is full of people who fit as well), and the times. Ratios of one run.
 */
export async function lookUpFigures(size: number): Promise<Record<string, string>> {
  const dataDir = resolve('reports', 'bench', `lookup-${size}`)
  if (!existsSync(join(dataDir, 'filled'))) {
    rmSync(dataDir, { recursive: true, force: true })
    await fillPractice(dataDir, lines(size))
    mkdirSync(join(dataDir, 'filled'))
  }
  const reader = await openReader({ dataDir, databaseUrl: null })
  const bare = bareLookUp(sqliteFileOf(dataDir))
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
  actor: { id: 'bench' }, at: Date.now(), language: 'en', requestId: '', app: { config: { practiceTimeZone: 'America/New_York' } },
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
