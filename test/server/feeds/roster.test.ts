import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { peekTable, proposeFor } from '#server/feeds/propose.ts'
import { freshAddress } from '#test/support/database.ts'
import { countsOf, importFiles, putFile, refusalsOf } from '#test/server/feeds/feed-files.ts'
import { quietPractice, type QuietPractice } from '#test/server/feeds/practice-without-server.ts'

let practice: QuietPractice
beforeAll(async () => { practice = await quietPractice(await freshAddress()) })
afterAll(() => practice.close())

async function importRoster(name: string, content: string | Buffer, source: string) {
  const { app } = practice
  const path = putFile(app, name, content)
  const { mapping } = proposeFor(await peekTable(path), source, [])
  const ended = await importFiles(app, [path], { kind: 'roster', source, mapping })
  const { patients: p } = app.store.read.t
  const people = await app.store.read.select().from(p).where(eq(p.source, source)).orderBy(asc(p.sourceId))
  return { ...ended, people: people.map((one) => [one.sourceId, one.legalFamily, one.legalGiven, one.birthDate]) }
}

test('a spreadsheet’s roster comes in: title line, m/d/yy, serial dates, numbers that lost their zeros, accents of Windows', async () => {
  const roster = [
    'Roster of the practice;;;;', 'Chart #;Last Name;First Name;DOB;Phone', '001234;Muñoz;José;11/23/14;212-555-0101', '7;"O\'Neil";"Zoë";29221;212-555-0102',
    '002345;Ng;Wei;3/4/30;', '003456;Doe;Jo;2/30/80;', ';;;;',
  ].join('\r\n')
  const { id, row, people } = await importRoster('roster.csv', Buffer.from(roster, 'latin1'), 'roster-a')
  expect(people).toEqual([
    ['000007', 'O\'Neil', 'Zoë', '1980-01-01'], ['001234', 'Muñoz', 'José', '2014-11-23'], ['002345', 'Ng', 'Wei', '1930-03-04'],
  ])
  expect(countsOf(row)).toEqual([4, 3, 0, 0, 1])
  expect(await refusalsOf(practice.app, id)).toEqual([[1, 6, 'roster', 'BIRTH_DATE_NOT_A_DAY', 1]])
  const again = await importRoster('roster.csv', Buffer.from(roster, 'latin1'), 'roster-a')
  expect(countsOf(again.row)).toEqual([4, 0, 0, 3, 1])
})

test('a Spanish roster with tabs and other headings needs no word from anybody', async () => {
  const roster = '\ufeffExpediente\tApellidos\tNombre\tFecha de nacimiento\tCorreo electrónico\r\nA-1\tGarcía Márquez\tAna\t1980-05-06\tana@example.org\r\n'
  const { row, people } = await importRoster('lista.txt', Buffer.from(roster, 'utf16le'), 'roster-b')
  expect(people).toEqual([['A-1', 'García Márquez', 'Ana', '1980-05-06']])
  expect(countsOf(row)).toEqual([1, 1, 0, 0, 0])
})

test('a roster without headings is not guessed at', async () => {
  const { app } = practice
  await expect(peekTable(putFile(app, 'bare.csv', 'Ng,Wei,1/1/80\nLi,Ana,1/1/81\n'))).rejects.toMatchObject({ code: 'ROSTER_WITHOUT_HEADINGS' })
})
