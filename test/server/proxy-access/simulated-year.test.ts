import { and, eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { capabilityIn, itemIn } from '#domain/access/access.ts'
import { sceneAt } from '#domain/access/scene.ts'
import { addDays, DAY, startOfLocalDay } from '#domain/time.ts'
import { accessOf } from '#db/access-facts.ts'
import type { App } from '#server/app.ts'
import { systemActor } from '#server/audit/recorder.ts'
import { answerOutside } from '#server/proxy-access/answer-outside.ts'
import { changeState } from '#server/proxy-access/change-state.ts'
import { proxySweepJob } from '#server/proxy-access/jobs.ts'
import { prepareBirthdays } from '#server/proxy-access/prepare-birthdays.ts'
import { grantIdOf, personIdOf, writeDemoGrant, type DemoGrant } from '#seed/demo/proxy-rows.ts'
import { buildFacts, buildItem } from '#test/domain/access/build-facts.ts'
import { all } from '#test/domain/access/published.ts'
import { importFiles, putFile } from '#test/server/feeds/feed-files.ts'
import { quietPractice } from '#test/server/feeds/practice-without-server.ts'
import { CONFIRMED_AT, families, rightly, zoneOf, type Family, type Holder } from '#test/server/proxy-access/families-of-a-year.ts'
import { engineOfLeg, freshAddress } from '#test/support/database.ts'

const YEAR = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day))
/** The whole year once; the rules are the same on the other engine, which plays the early summer. */
const isWhole = engineOfLeg() === 'sqlite'
const PLAYED = isWhole ? YEAR : YEAR.slice(120, 186)
/** Holders by days by two instants. */
const LOOKS = families.flatMap((one) => one.holders).length * PLAYED.length * 2
type Year = { app: App; idOf: (family: Family) => string; clockTo: (at: number) => void }

/** A practice whose clock the test moves, with the families of the year; nothing in it runs by itself. */
async function openYear(): Promise<Year> {
  const practice = await quietPractice(await freshAddress())
  onTestFinished(() => practice.close())
  let now = CONFIRMED_AT
  const app: App = { ...practice.app, clock: { now: () => now } }
  const rows = families.map(({ child, born }) => ({
    resourceType: 'Patient', id: child, identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'urn:test:mrn', value: child }], name: [{ use: 'official', family: 'Year', given: [child] }], birthDate: born,
  }))
  await importFiles(app, [putFile(app, 'people.ndjson', rows)])
  const { patientIdentifiers: i } = app.store.read.t
  const ids = new Map((await app.store.read.select({ id: i.patientId, value: i.value }).from(i)).map((row) => [row.value, row.id]))
  const idOf = ({ child }: Family) => ids.get(child) ?? ''
  await app.store.tx(async (w) => {
    for (const family of families) for (const holder of family.holders) {
      const grant = grantOf(idOf(family), family, holder)
      await writeDemoGrant(w, grant, CONFIRMED_AT)
      if (holder.from) await w.update(w.t.proxyGrants).set({ startOn: holder.from }).where(eq(w.t.proxyGrants.id, grantIdOf(grant)))
    }
    for (const family of families) {
      const status = (kind: string, fromOn: string, document: string) => w.insert(w.t.legalStatuses).values({ id: `${kind}-${family.child}`, patientId: idOf(family), kind, fromOn, document, recordedBy: 'one', approvedBy: 'other', recordedAt: CONFIRMED_AT })
      if (family.emancipatedOn) await status('emancipated', family.emancipatedOn, 'court-order')
      if (family.inCustodyFrom) await status('state-custody', family.inCustodyFrom, 'court-order')
    }
  })
  return { app, idOf, clockTo: (at) => { now = at } }
}

const days = (to: string): number => Math.round((Date.parse(to) - Date.parse('2025-12-20')) / DAY)

function grantOf(patientId: string, family: Family, holder: Holder): DemoGrant {
  const { basis, level = 'full', until, reviewBy = '2030-01-01', paperUntil } = holder
  return {
    patientId, portalId: family.portal, relationship: 'parent', basis, levelId: level, grantedBefore: 2, reviewIn: days(reviewBy),
    person: { patientId: null, family: 'Year', given: `${holder.name} ${family.child}`, birthDate: null, email: `${holder.name}.${family.child}@example.org`.toLowerCase(), phone: null },
    ...(until === undefined ? {} : { endIn: days(until) }), ...(paperUntil === undefined ? {} : { documentEndsIn: days(paperUntil) }),
  }
}

/** What people did on a day, written as the desk writes it; whether anything was. */
async function happen({ app, idOf }: Year, day: string): Promise<boolean> {
  let isNews = false
  for (const family of families) {
    isNews ||= family.diedOn === day || family.holders.some((one) => one.revokedAt?.startsWith(day) === true || one.blockedAt?.startsWith(day) === true)
    if (family.diedOn === day) await app.store.tx(async (w) => void await w.update(w.t.patients).set({ deceased: true, deceasedOn: day }).where(eq(w.t.patients.id, idOf(family))))
    for (const holder of family.holders) {
      const grant = grantOf(idOf(family), family, holder)
      if (holder.revokedAt?.startsWith(day)) {
        await app.store.tx(async (w) => {
          const [row] = await w.select().from(w.t.proxyGrants).where(eq(w.t.proxyGrants.id, grantIdOf(grant)))
          if (row) await changeState(w, app, { actor: systemActor, at: Date.parse(holder.revokedAt ?? ''), requestId: null, sourceAddress: null }, row, { state: 'ended', cause: 'revoked' })
        })
      }
      if (holder.blockedAt?.startsWith(day)) {
        await app.store.tx(async (w) => {
          await w.insert(w.t.accessBlocks).values({ id: 'block', patientId: idOf(family), kind: 'court-order', note: 'shown', setBy: 'one', setAt: Date.parse(holder.blockedAt ?? '') })
          await w.insert(w.t.accessBlockMarks).values({ id: 'mark', blockId: 'block', kind: 'name', value: 'Year', given: 'Carlos' })
        })
      }
    }
  }
  return isNews
}

/** One capability of each fate: closes at 12, stays until 18, acts, only looks. */
const telling = all.filter((one) => ['see-results', 'pay-bills', 'see-letters', 'send-messages'].includes(one))
type Records = Awaited<ReturnType<typeof accessOf>>
type Seen = { looked: number; wrong: string[] }

/** Everybody's rights in the last moment before a day and in its first, beside what they rightly are. */
function lookAt(records: Records, { idOf }: Year, day: string, seen: Seen): void {
  for (const family of families) {
    const facts = records.get(idOf(family))?.factsOf(family.portal)
    const midnight = startOfLocalDay(day, zoneOf[family.portal])
    for (const holder of facts ? family.holders : []) {
      const viewer = { kind: 'proxy' as const, personId: personIdOf(grantOf(idOf(family), family, holder).person) }
      const [before, after] = [rightly(family, holder, midnight - 1), rightly(family, holder, midnight)]
      // Every single thing on both sides of each change and at the turn of each month; the telling ones on every day.
      const asked = before.length !== after.length || day.endsWith('-01') ? all : telling
      for (const [at, should] of [[midnight - 1, before], [midnight, after]] as const) {
        const scene = sceneAt(facts ?? buildFacts(), viewer, at)
        const open = asked.filter((one) => capabilityIn(scene, one).answer !== 'no')
        const isRight = open.join() === asked.filter((one) => should.includes(one)).join() && itemIn(scene, buildItem({ acquiredOn: family.born })).visible === should.includes('see-results')
        if (!isRight) seen.wrong.push(`${family.child}, ${holder.name}, ${new Date(at).toISOString()}: ${open.join()}`)
        seen.looked += 1
      }
    }
  }
}

/** Plays the year; `runs` says on which of its days the daily job runs. */
async function play(year: Year, runs: (day: number) => boolean): Promise<Seen> {
  const seen: Seen = { looked: 0, wrong: [] }
  const read = () => accessOf(year.app.store.read, families.map(year.idOf))
  for (const day of YEAR.filter((one) => one < (PLAYED[0] ?? ''))) await happen(year, day)
  let records = await read()
  for (const [place, day] of PLAYED.entries()) {
    year.clockTo(startOfLocalDay(day, 'America/Los_Angeles') + 12 * 3_600_000)
    const isNews = await happen(year, day)
    const counts = runs(place) ? [await prepareBirthdays(year.app), await proxySweepJob.run(year.app, new AbortController().signal)] : []
    // What is stored is read anew whenever anybody, or the job, wrote something.
    if (isNews || counts.some((one) => Object.values(one).some((count) => count > 0))) records = await read()
    lookAt(records, year, day, seen)
  }
  return seen
}

/** Steps that were done for birthdays, per child, and mails and letters that went to each person. */
async function done({ app }: Year) {
  const { birthdaySteps: s, outboxMails: m, proxyLetters: l } = app.store.read.t
  return {
    steps: await app.store.read.select().from(s), mails: await app.store.read.select().from(m).where(and(eq(m.template, 'proxy-birthday'), eq(m.personKind, 'proxy'))),
    letters: await app.store.read.$count(l),
  }
}

test('with the daily job running: nobody has a wrong right on any day of the year, and each birthday is prepared once', async () => {
  const year = await openYear()
  const seen = await play(year, () => true)
  console.log(`simulated year, job running: ${seen.looked} answers, ${seen.wrong.length} wrong`)
  expect([seen.looked, seen.wrong]).toEqual([LOOKS, []])
  const { steps, mails } = await done(year)
  const ofAsh = steps.filter((one) => one.patientId === year.idOf(families[0] as Family))
  expect(ofAsh.map((one) => one.daysBefore).toSorted((a, b) => a - b)).toEqual([0, 7, 30, 90])
  expect(mails.filter((one) => one.address === 'mother.ash@example.org').map((one) => (JSON.parse(one.refs) as { days: number }).days).toSorted((a, b) => a - b)).toEqual([0, 30])
  await prepareBirthdays(year.app)
  expect((await done(year)).steps.length).toBe(steps.length)
})

test('with the job late, once in 45 days: nobody has a wrong right, and what was missed is told with the days that are left', async () => {
  const year = await openYear()
  const seen = await play(year, (day) => day % 45 === 44)
  console.log(`simulated year, job late: ${seen.looked} answers, ${seen.wrong.length} wrong`)
  expect([seen.looked, seen.wrong]).toEqual([LOOKS, []])
  const { steps, mails } = await done(year)
  const ofAsh = steps.filter((one) => one.patientId === year.idOf(families[0] as Family))
  expect(ofAsh.map((one) => one.daysBefore).toSorted((a, b) => a - b)).toEqual(isWhole ? [0, 7, 30, 90] : [7, 30, 90])
  // Ran a month and a day ahead and again two weeks after: the day itself was missed and is told then. Or the day before.
  expect(mails.filter((one) => one.address === 'mother.ash@example.org').map((one) => (JSON.parse(one.refs) as { days: number }).days)).toEqual([isWhole ? 0 : 1])
})

test('with the job switched off: nobody has a wrong right on any day, and a portal is told the same', async () => {
  const year = await openYear()
  const seen = await play(year, () => false)
  console.log(`simulated year, job off: ${seen.looked} answers, ${seen.wrong.length} wrong`)
  expect([seen.looked, seen.wrong]).toEqual([LOOKS, []])
  expect((await done(year)).steps).toEqual([])
  for (const family of families) {
    for (const holder of family.holders) {
      for (const day of ['2026-02-28', '2026-03-01', '2026-03-08', '2026-06-15', '2026-07-04', '2026-11-01', '2026-12-31'].filter((one) => one <= (PLAYED.at(-1) ?? ''))) {
        const at = startOfLocalDay(day, zoneOf[family.portal])
        const viewer = personIdOf(grantOf(year.idOf(family), family, holder).person)
        const told = await answerOutside(year.app.store.read, { patientId: year.idOf(family), portalId: family.portal, viewer, at })
        const should = rightly(family, holder, at)
        expect([family.child, day, told?.capabilities.filter((one) => one.answer !== 'no').map((one) => one.capability)]).toEqual([family.child, day, all.filter((one) => should.includes(one))])
      }
    }
  }
})
