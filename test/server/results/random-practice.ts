import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { shippedPortals } from '#domain/policies/shipped-portals.ts'
import { bases, relationships } from '#domain/access/bases.ts'
import { addDays, DAY, HOUR, localDateOf, type PlainDate } from '#domain/time.ts'
import { foldName } from '#domain/names.ts'
import { nameRecordItem } from '#db/record-items.ts'
import { settleResults } from '#db/settle-results.ts'
import { buildReport, buildValue, receive, type Ward } from '#test/server/results/results-here.ts'
import type { TestPractice } from '#test/support/desk.ts'

/** Choices that a number makes: the same ones for the same number. */
export type Dice = { under: (count: number) => number; pick: <T>(of: readonly T[]) => T; chance: (share: number) => boolean }

export function diceOf(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const under = (count: number) => Math.floor(next() * count)
  return { under, chance: (share) => next() < share, pick: (of) => of[under(of.length)] ?? (() => { throw new Error('nothing to pick') })() }
}

export type RandomPatient = { id: string; portalId: string; viewers: string[]; results: string[] }

const portals = ['mychart-ny-nj', 'myportal-ca', 'followmyhealth', 'caremount'] as const
const tests = [
  ['2093-3', 'Cholesterol'], ['56888-1', 'HIV Ag/Ab Combo'], ['5196-1', 'Hepatitis B surface antigen'], ['11526-1', 'Skin biopsy, pathology'], ['21613-5', 'Chlamydia trachomatis DNA'], ['30746-2', 'X-ray, chest'],
] as const
const lineOf = (versions: (typeof shippedPortals)[number]['versions']) => versions.at(-1)?.proxyAccess.confidentialServiceLines[0]?.id ?? 'sti-care'

/** One patient on a random portal at a random age, both sides of 12 and 18 more often than others; with proxies, results, holds and items. */
export async function randomPatient(practice: TestPractice, ward: Ward, dice: Dice): Promise<RandomPatient> {
  const now = practice.clock.now()
  const today = localDateOf(now, 'America/New_York')
  const portalId = dice.pick(portals)
  const years = dice.pick([4, 11, 12, 15, 17, 18, 18, 19, 42, 80])
  const birthDate = addDays(`${Number(today.slice(0, 4)) - years}${today.slice(4)}`.replace('-02-29', '-02-28'), dice.under(13) - 6)
  const { id } = await ward.patient(portalId, { birthDate })
  const viewers = await randomProxies(practice, dice, { id, portalId, today })
  const results: string[] = []
  for (let count = 3; count > 0; count -= 1) results.push(await randomResult(practice, ward, dice, { id, viewers, birthDate, today }))
  await randomItems(practice, dice, id, today)
  return { id, portalId, viewers, results }
}

async function randomProxies(practice: TestPractice, dice: Dice, { id, portalId, today }: { id: string; portalId: string; today: PlainDate }): Promise<string[]> {
  const now = practice.clock.now()
  const versions = shippedPortals.find((one) => one.id === portalId)?.versions ?? []
  const levels = versions.at(-1)?.proxyAccess.levels.map((level) => level.id) ?? ['full']
  const viewers: string[] = []
  await practice.app.store.tx(async (w) => {
    const { proxyPersons, proxyGrants, proxyGrantEvents, proxyDocuments, minorConsents, accessBlocks, accessBlockMarks, legalStatuses, portalAccounts } = w.t
    if (dice.chance(0.2)) await w.insert(portalAccounts).values({ id: randomUUID(), patientId: id, portalId: portals.find((one) => one !== portalId) ?? '', state: 'active', sinceAt: 0 })
    for (let count = 1 + dice.under(3); count > 0; count -= 1) {
      const personId = randomUUID()
      viewers.push(personId)
      const family = `Proxy${viewers.length}`
      await w.insert(proxyPersons).values({
        id: personId, legalFamily: family, legalGiven: 'Pat', birthDate: '1975-02-03', email: `${personId}@example.org`, familyKey: foldName(family), givenKey: 'pat', createdAt: now, createdBy: 'test',
      })
      const state = dice.pick(['active', 'active', 'active', 'active', 'suspended', 'ended', 'denied', 'pending', 'requested', 'held'] as const)
      const basis = dice.pick(bases)
      const grantId = randomUUID()
      const onPortal = dice.chance(0.85) ? portalId : dice.pick(portals)
      await w.insert(proxyGrants).values({
        id: grantId, patientId: id, portalId: onPortal, personId, relationship: dice.pick(relationships), basis, levelId: dice.pick(levels.length > 0 ? levels : ['full']), startOn: addDays(today, dice.pick([-400, -30, 0, 2])),
        endOn: addDays(today, dice.pick([3, 5, 300])), reviewOn: dice.chance(0.3) ? addDays(today, dice.pick([2, 4, 200])) : null, state, cause: state === 'active' ? 'confirmed' : 'revoked', stateAt: now - DAY,
        verifiedHow: 'photo-id', verifiedBy: 'test', verifiedAt: now, createdBy: 'test', createdAt: now - 500 * DAY,
      })
      const steps = state === 'active' ? ['pending', 'active'] : state === 'denied' || state === 'requested' || state === 'held' ? [state] : ['pending', 'active', state]
      await w.insert(proxyGrantEvents).values(steps.map((step, place) => ({ id: randomUUID(), grantId, state: step, cause: 'granted', at: now - 400 * DAY + place * DAY, by: 'test', place: place + 1 })))
      await w.insert(proxyDocuments).values({ id: randomUUID(), grantId, kind: 'birth-certificate', expiresOn: dice.chance(0.2) ? addDays(today, 3) : null, seenBy: 'test', seenAt: now - 400 * DAY })
      if (dice.chance(0.3)) await w.insert(minorConsents).values({ id: randomUUID(), patientId: id, personId, serviceLine: lineOf(versions), givenAt: now - DAY, recordedBy: 'test', withdrawnAt: dice.chance(0.3) ? now + 2 * DAY : null })
      if (dice.chance(0.12)) {
        const blockId = randomUUID()
        await w.insert(accessBlocks).values({ id: blockId, patientId: id, kind: 'court-order', note: 'test', setBy: 'test', setAt: now - HOUR, liftedAt: dice.chance(0.3) ? now + DAY : null })
        await w.insert(accessBlockMarks).values({ id: randomUUID(), blockId, kind: 'person', value: personId })
      }
    }
    if (dice.chance(0.15)) {
      const kind = dice.pick(['emancipated', 'married', 'minor-parent', 'state-custody', 'adopted', 'diminished-capacity'] as const)
      await w.insert(legalStatuses).values({
        id: randomUUID(), patientId: id, kind, fromOn: addDays(today, dice.pick([-20, 2])), document: 'adoption-decree', formerFamily: kind === 'adopted' ? JSON.stringify({ personIds: viewers.slice(0, 1), linkIds: [] }) : null,
        recordedBy: 'test', approvedBy: 'test', recordedAt: now - HOUR,
      })
    }
  })
  return viewers
}

type About = { id: string; viewers: readonly string[]; birthDate: PlainDate; today: PlainDate }

async function randomResult(practice: TestPractice, ward: Ward, dice: Dice, { id, viewers, birthDate, today }: About): Promise<string> {
  const now = practice.clock.now()
  const [code, name] = dice.pick(tests)
  const coding = { system: dice.chance(0.1) ? 'HOUSE' : 'LN', code, display: name }
  const twelfth = addDays(`${Number(birthDate.slice(0, 4)) + 12}${birthDate.slice(4)}`.replace('-02-29', '-03-01'), dice.under(5) - 2)
  const collectedOn = dice.chance(0.1) ? null : dice.chance(0.3) && twelfth < today ? twelfth : today
  const resultId = await receive(practice, dice.chance(0.8) ? ward : null, id, buildReport(practice, {
    name, codings: [coding], collectedOn, ...(collectedOn === null ? { issuedAt: null } : {}), status: dice.pick(['final', 'final', 'final', 'final', 'corrected', 'corrected', 'preliminary', 'cancelled']),
    values: [buildValue({ codings: [coding], name, text: 'Non-Reactive', kind: 'coded', number: null })],
  }))
  await practice.app.store.tx(async (w) => {
    const { resultActs, resultHolds, results } = w.t
    if (dice.chance(0.1)) await w.update(results).set({ orderedElsewhere: true }).where(eq(results.id, resultId))
    const kinds = ['review', 'verification', 'recall', 'order', 'category'].filter((kind) => dice.chance(kind === 'recall' ? 0.15 : 0.5))
    for (const [place, kind] of kinds.entries()) await w.insert(resultActs).values({ id: randomUUID(), resultId, kind, at: now, by: 'test', asOrdering: dice.chance(0.5), place: place + 1 })
    for (let count = dice.chance(0.3) ? 1 + dice.under(2) : 0; count > 0; count -= 1) {
      const recipient = dice.pick(['patient', 'representative'] as const)
      await w.insert(resultHolds).values({
        id: randomUUID(), resultId, recipient, personId: recipient === 'representative' && dice.chance(0.5) ? dice.pick(viewers) : null, ground: 'data-doubtful', harm: 'none', evidence: 'made up for the test',
        startAt: now, endAt: now + dice.pick([HOUR, DAY, 5 * DAY, 20 * DAY]), setBy: 'test', remindAt: now + HOUR / 2,
      })
    }
    await settleResults(w, [resultId], now)
  })
  return resultId
}

/** Notes, diagnoses and medications; some of which their author does not share, and some taken back. */
async function randomItems(practice: TestPractice, dice: Dice, patientId: string, today: PlainDate): Promise<void> {
  await practice.app.store.tx(async (w) => {
    for (const kind of ['note', 'diagnosis', 'medication'] as const) {
      const id = randomUUID()
      await w.insert(w.t.sharedItems).values({
        id, patientId, kind, name: `Made up ${kind}`, authoredAt: 0, acquiredOn: today, shared: kind === 'medication' || dice.chance(0.6), withdrawn: dice.chance(0.1), source: 'test', sourceId: id, sourceHash: '', arrivedAt: 0,
      })
      await nameRecordItem(w, { id, patientId, category: kind, acquiredOn: today, confidentialTo: [], source: 'shared-items', sourceId: id })
    }
  })
}
