import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { LetterAnswer, LetterLine } from '#domain/contracts/proxy-access.ts'
import type { versionAnswer } from '#domain/contracts/proxy-commands.ts'
import { birthdayOn } from '#domain/birthdays.ts'
import { displayName } from '#domain/names.ts'
import { isoOf, isoOrNull, localDateOf } from '#domain/time.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'
import { writeMail } from '#server/outbox/templates/templates.ts'
import { mayKnowOf } from '#server/patients/patients.ts'
import { findPractice } from '#server/practice.ts'
import { daysBetween } from '#server/proxy-access/list-documents.ts'

type LetterRow = Reader['t']['proxyLetters']['$inferSelect']

export const lettersQuery = listQuery(['madeAt'], ['madeAt', 'ASC'], { printed: z.boolean().optional() })

/** Letters for people who cannot be mailed; those that wait to be printed unless asked otherwise. */
export async function listLetters(db: Reader, act: Act, { sort, range, filter }: z.infer<typeof lettersQuery>): Promise<Outcome<LetterLine[]>> {
  const { proxyLetters: l, patients } = db.t
  const where = and(filter.printed ? isNotNull(l.printedAt) : mayStillGo(db), mayKnowOf(db, act.actor, act.at))
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
  const words = writeMail(letter.template, await refsNow(db, act, letter), language, { practiceName: practice?.name ?? '', personName: '', link: () => '', code: () => '' })
  const nameOf = await namesOf(db, [letter])
  return done({ ...lineOf(letter, nameOf), subject: words.subject, paragraphs: words.paragraphs.filter((one) => typeof one === 'string') }, letter.version)
}

/** Notes that a letter was printed. Printing it again changes nothing. */
export async function printLetter(w: Writer, act: Act, id: string): Promise<Outcome<z.infer<typeof versionAnswer>>> {
  const letter = await letterRow(w, act, id)
  if (!letter) return refuse('NOT_FOUND')
  if (letter.printedAt !== null) return done({ id, version: letter.version }, letter.version)
  const version = letter.version + 1
  await w.update(w.t.proxyLetters).set({ printedAt: act.at, printedBy: act.actor.id, version, refs: JSON.stringify(await refsNow(w, act, letter)) }).where(eq(w.t.proxyLetters.id, id))
  await record(w, act, { event: 'letter.printed', patientId: letter.patientId, objectId: id, detail: { template: letter.template } })
  w.announce('proxy-letters', id)
  return done({ id, version }, version)
}

/**
 * A letter that waits goes out only while what it says is so: none about somebody who has died (R13), and to a proxy none once their
 * access was ended, suspended or blocked after it was written (PX-03).
 */
function mayStillGo(db: Pick<Reader, 't' | 'select'>): SQL | undefined {
  const { proxyLetters: l, proxyGrants: g, patients } = db.t
  const stands = db.select({ one: sql`1` }).from(g).where(and(eq(g.patientId, l.patientId), eq(g.personId, l.toId), eq(g.state, 'active')))
  return and(isNull(l.printedAt), eq(patients.deceased, false), or(eq(l.toKind, 'patient'), exists(stands)))
}

/** What a letter says of the days that are left is counted while it waits, and kept as it was printed. */
async function refsNow(db: Reader, { at, app }: Act, letter: LetterRow): Promise<unknown> {
  const refs = JSON.parse(letter.refs) as { age?: number }
  if (letter.printedAt !== null || refs.age === undefined) return refs
  const { patients } = db.t
  const [chart] = await db.select({ birthDate: patients.birthDate }).from(patients).where(eq(patients.id, letter.patientId))
  if (!chart) return refs
  const left = daysBetween(localDateOf(at, app.config.practiceTimeZone), birthdayOn(chart.birthDate, refs.age))
  return { ...refs, days: Math.max(0, left), late: left < 0 }
}

async function letterRow(db: Reader, act: Act, id: string): Promise<LetterRow | null> {
  const { proxyLetters: l, patients } = db.t
  const [row] = await db.select({ letter: l }).from(l).innerJoin(patients, eq(patients.id, l.patientId))
    .where(and(eq(l.id, id), or(isNotNull(l.printedAt), mayStillGo(db)), mayKnowOf(db, act.actor, act.at)))
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
