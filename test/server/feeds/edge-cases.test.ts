import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldName } from '#domain/names.ts'
import { refusalOf, reasons, type ReasonCode } from '#domain/reasons.ts'
import { peekTable, proposeFor } from '#server/feeds/propose.ts'
import { fhirPatient, importFiles, putFile, refusalsOf } from '#test/server/feeds/feed-files.ts'
import { find } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

const read = (name: string): string[] => JSON.parse(readFileSync(join(import.meta.dirname, 'edge-cases', name), 'utf8')) as string[]
const naughty = read('blns.json')
const accented = read('patient-names-non-ascii.json')

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

/** As a person would read it: composed, single spaces, without signs that show nothing. */
const asRead = (text: string): string => text.replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').replace(/\s+/g, ' ').trim().normalize('NFC')

/** Whoever has one name alone is filed by it. */
const stored = (family: string): string => asRead(family) || 'Ann'

/** In a spreadsheet a sign alone stands for nothing, and a joiner inside a word is of its layout. */
const inCell = (family: string): string => (/^[-._]+$/.test(family) ? 'Ann' : stored(family.replaceAll('\u2060', '')))

/** What is on record of a source by its ids, and the lines that were refused with their codes. */
async function leftOf(source: string, id: string): Promise<{ families: Map<string, string>; refused: Map<number, string> }> {
  const { patients: p } = practice.app.store.read.t
  const rows = await practice.app.store.read.select({ id: p.sourceId, family: p.legalFamily }).from(p).where(eq(p.source, source))
  const refusals = await refusalsOf(practice.app, id)
  return { families: new Map(rows.map((row) => [row.id ?? '', row.family])), refused: new Map(refusals.map((one) => [Number(one[1]), String(one[3])])) }
}

function expectSentences(codes: Iterable<string>): void {
  for (const code of codes) {
    expect(Object.keys(reasons)).toContain(code)
    for (const language of ['en', 'es'] as const) expect(refusalOf(code as ReasonCode, language).message.length).toBeGreaterThan(10)
  }
}

test('each of 515 naughty strings as a family name comes back as it reads, or is refused with a sentence; asked again nothing changes', async () => {
  const rows = naughty.map((family, n) => fhirPatient(n, { name: [{ family, given: ['Ann'] }] }))
  const { id } = await importFiles(practice.app, [putFile(practice.app, 'naughty.ndjson', rows)], { source: 'naughty' })
  const { families, refused } = await leftOf('naughty', id)
  expect(families.size + refused.size).toBe(naughty.length)
  expect(families.size).toBeGreaterThan(450)
  for (const [n, family] of naughty.entries()) {
    if (refused.has(n + 1)) expect(families.has(`p${n}`)).toBe(false)
    else expect(families.get(`p${n}`)).toBe(stored(family))
  }
  expectSentences(refused.values())
  const again = await importFiles(practice.app, [putFile(practice.app, 'naughty-again.ndjson', rows)], { source: 'naughty' })
  expect(again.row).toMatchObject({ created: 0, changed: 0, unchanged: families.size, refused: refused.size })
})

test('the same strings in a roster’s cells neither break its columns nor run as formulas', async () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const path = putFile(practice.app, 'naughty.csv', ['MRN,Last Name,First Name,DOB', ...naughty.map((family, n) => `N${n},${quoted(family)},Ann,1/2/1980`)].join('\r\n'))
  const { mapping } = proposeFor(await peekTable(path), 'naughty-roster', [])
  const { id } = await importFiles(practice.app, [path], { kind: 'roster', source: 'naughty-roster', mapping })
  const { families, refused } = await leftOf('naughty-roster', id)
  expect(families.size + refused.size).toBe(naughty.length)
  expectSentences(refused.values())
  for (const [n, family] of naughty.entries()) if (families.has(`N${n}`)) expect(families.get(`N${n}`)).toBe(inCell(family))
})

test('whoever has an accent, an apostrophe or a hyphen in the name is found by it and without it', async () => {
  const rows = accented.map((name, n) => {
    const words = name.split(' ')
    return fhirPatient(2_000 + n, { identifier: [], name: [{ family: words.at(-1), given: words.slice(0, -1) }] })
  })
  const { id } = await importFiles(practice.app, [putFile(practice.app, 'accented.ndjson', rows)], { source: 'accented' })
  expect((await leftOf('accented', id)).refused.size).toBe(0)
  for (const name of accented) {
    const words = name.split(' ')
    const plain = `${foldName(words.at(-1) ?? '')} ${foldName(words[0] ?? '')}`
    for (const text of [name, plain]) expect((await find(desk, text)).rows.map((row) => row.name)).toContain(name)
  }
})
