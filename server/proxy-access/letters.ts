import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { LetterAnswer, LetterLine } from '#domain/contracts/proxy-access.ts'
import type { versionAnswer } from '#domain/contracts/proxy-commands.ts'
import { displayName } from '#domain/names.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'
import { writeMail } from '#server/outbox/templates/templates.ts'
import { mayKnowOf } from '#server/patients/patients.ts'
import { findPractice } from '#server/practice.ts'

type LetterRow = Reader['t']['proxyLetters']['$inferSelect']

export const lettersQuery = listQuery(['madeAt'], ['madeAt', 'ASC'], { printed: z.boolean().optional() })

/** Letters for people who cannot be mailed; those that nobody has printed unless asked otherwise. */
export async function listLetters(db: Reader, act: Act, { sort, range, filter }: z.infer<typeof lettersQuery>): Promise<Outcome<LetterLine[]>> {
  const { proxyLetters: l, patients } = db.t
  const where = and(filter.printed ? isNotNull(l.printedAt) : isNull(l.printedAt), mayKnowOf(db, act.actor, act.at))
  const [from, to] = range
  const direction = sort[1] === 'ASC' ? asc : desc
  const rows = await db.select({ letter: l }).from(l).innerJoin(patients, eq(patients.id, l.patientId)).where(where)
    .orderBy(direction(l.madeAt), direction(l.id)).limit(to - from + 1).offset(from)
  const counted = await db.select({ id: l.id }).from(l).innerJoin(patients, eq(patients.id, l.patientId)).where(where).limit(10_000)
  const nameOf = await namesOf(db, rows.map(({ letter }) => letter))
  return done(pageOf(rows.map(({ letter }) => lineOf(letter, nameOf)), from, counted.length))
}

/** One letter with its words, in the language of whom it is for. */
export async function readLetter(db: Reader, act: Act, id: string): Promise<Outcome<LetterAnswer>> {
  const letter = await letterRow(db, act, id)
  if (!letter) return refuse('NOT_FOUND')
  const practice = await findPractice(db)
  const language = letter.language === 'es' ? 'es' : 'en'
  const words = writeMail(letter.template, JSON.parse(letter.refs), language, { practiceName: practice?.name ?? '', personName: '', link: () => '', code: () => '' })
  const nameOf = await namesOf(db, [letter])
  return done({ ...lineOf(letter, nameOf), subject: words.subject, paragraphs: words.paragraphs.filter((one) => typeof one === 'string') }, letter.version)
}

/** Notes that a letter was printed. Printing it again changes nothing. */
export async function printLetter(w: Writer, act: Act, id: string): Promise<Outcome<z.infer<typeof versionAnswer>>> {
  const letter = await letterRow(w, act, id)
  if (!letter) return refuse('NOT_FOUND')
  if (letter.printedAt !== null) return done({ id, version: letter.version }, letter.version)
  const version = letter.version + 1
  await w.update(w.t.proxyLetters).set({ printedAt: act.at, printedBy: act.actor.id, version }).where(eq(w.t.proxyLetters.id, id))
  await record(w, act, { event: 'letter.printed', patientId: letter.patientId, objectId: id, detail: { template: letter.template } })
  w.announce('proxy-letters', id)
  return done({ id, version }, version)
}

async function letterRow(db: Reader, act: Act, id: string): Promise<LetterRow | null> {
  const { proxyLetters: l, patients } = db.t
  const [row] = await db.select({ letter: l }).from(l).innerJoin(patients, eq(patients.id, l.patientId)).where(and(eq(l.id, id), mayKnowOf(db, act.actor, act.at)))
  return row?.letter ?? null
}

function lineOf(letter: LetterRow, nameOf: (letter: LetterRow) => string): LetterLine {
  return {
    id: letter.id, version: letter.version, toName: nameOf(letter), patientId: letter.patientId, template: letter.template, language: letter.language === 'es' ? 'es' : 'en',
    madeAt: isoOf(letter.madeAt), printedAt: isoOrNull(letter.printedAt),
  }
}

async function namesOf(db: Reader, letters: readonly LetterRow[]): Promise<(letter: LetterRow) => string> {
  const { patients } = db.t
  const persons = await knownPersons(db, letters.filter((one) => one.toKind === 'proxy').map((one) => one.toId))
  const ids = [...new Set(letters.filter((one) => one.toKind === 'patient').map((one) => one.toId))]
  const charts = ids.length === 0 ? [] : await db.select().from(patients).where(inArray(patients.id, ids))
  return (letter) => {
    if (letter.toKind === 'proxy') return persons.get(letter.toId)?.name ?? ''
    const chart = charts.find((one) => one.id === letter.toId)
    return chart ? displayName(chart) : ''
  }
}
