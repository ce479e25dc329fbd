import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, isNotNull } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUR } from '#domain/time.ts'
import { readArchive } from '#server/operations/archive.ts'
import { backUp } from '#server/operations/back-up.ts'
import { changeEmail, victimOf } from '#test/server/recovery/attack-scene.ts'
import { answered, answerProof, approve, callAt, choosePassword, linksTo, linkTo, shownWords } from '#test/server/recovery/calls.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
const logged: string[] = []
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  for (const level of ['info', 'warn', 'error'] as const) practice.app.log[level] = (fields, sentence) => { logged.push(JSON.stringify({ fields, sentence })) }
})
afterAll(() => practice.stop())

describe('whatever is pressed, in whatever order', () => {
  test('no link that opens the account is at an address of less than 72 hours, and none is there without a proof or two persons', async () => {
    const fresh: string[] = []
    await fc.assert(fc.asyncProperty(fc.array(fc.nat({ max: 11 }), { minLength: 8, maxLength: 14 }), async (order) => {
      const desks = await Promise.all(['helpline8', 'frontdesk8', 'manager8'].map((name) => practice.as(name)))
      const [voice, clerk, manager] = desks as [Desk, Desk, Desk]
      const { victim } = await victimOf(practice)
      const mine = `thief.${randomUUID().slice(0, 8)}@elsewhere.example`
      fresh.push(mine)
      const call = callAt(practice, voice, victim.id)
      const visit = callAt(practice, clerk, victim.id)
      await call.begin()
      visit.id = call.id
      let requestId = ''
      const presses: (() => Promise<unknown>)[] = [
        () => call.locate(victim), () => call.sendLink(), () => call.callBack(), () => visit.photoId(), () => call.say('take'), () => visit.say('take'),
        () => call.act('send-reset-link'), () => visit.act('send-reset-link'), () => call.act('unlock'), () => changeEmail(practice, clerk, victim.id, mine, order.length % 2 === 0 ? victim.email : null),
        async () => { requestId = (await call.ask('send-reset-link')).body.requestId ?? requestId }, () => approve(practice, manager, requestId || 'none'),
      ]
      for (const at of order) await presses[at]?.()
      const { passwordResets: r, patientContacts: c, recoveryProofs: p } = practice.app.store.read.t
      const db = practice.app.store.read
      for (const { reset, contact } of await db.select({ reset: r, contact: c }).from(r).innerJoin(c, eq(c.id, r.contactId)).where(eq(r.patientId, victim.id))) {
        expect(reset.madeAt - contact.sinceAt).toBeGreaterThanOrEqual(72 * HOUR)
        const proofs = await db.$count(p, and(eq(p.patientId, victim.id), isNotNull(p.confirmedAt)))
        expect(proofs > 0 || reset.byTwo).toBe(true)
      }
    }), { numRuns: 6 })
    for (const address of fresh) expect(await linksTo(practice, address, 'reset')).toEqual([])
  })
})

describe('after all these stories', () => {
  test('ID-04: no answer, log line, row or backup holds an answer, a number, a code, a word pair or a link; only the one mail does', async () => {
    const { app } = practice
    const { victim } = await victimOf(practice, { email: `canary.${randomUUID().slice(0, 8)}@mailhost.example` })
    const call = callAt(practice, await practice.as('helpline9'), victim.id)
    const guess = `Canaryville${randomUUID().slice(0, 6)}`
    await call.begin()
    await call.locate(victim)
    await call.say('facts', { said: [{ kind: 'city', text: guess }] })
    await call.callBack()
    await call.sendLink()
    await answerProof(practice, await linkTo(practice, victim.email, 'recover'))
    await call.act('send-reset-link')
    await choosePassword(practice, await linkTo(practice, victim.email, 'reset'))
    await linkTo(practice, victim.email, 'not-me', 2)
    const mails = await Promise.all((['recover', 'reset', 'not-me'] as const).map((page) => linksTo(practice, victim.email, page)))
    const tokens = mails.flat().map((path) => path.split('/').at(-1) ?? '')
    expect(tokens.length).toBeGreaterThanOrEqual(4)
    expect(shownWords.size).toBeGreaterThan(0)
    const secret = [...tokens, ...shownWords, guess, 'amber tractor beside nine lakes']
    const rows: string[] = []
    for (const table of Object.values(app.store.read.t)) rows.push(JSON.stringify(await app.store.read.select().from(table)))
    const folder = mkdtempSync(join(tmpdir(), 'portal-desk-leaks-'))
    const { file } = await backUp(app, folder, null)
    const kept = await readArchive(file, null, async (_manifest, body) => (await body.toArray() as Buffer[]).map((chunk) => chunk.toString('latin1')).join(''))
    rmSync(folder, { recursive: true })
    const places: Record<string, string> = { rows: rows.join('\n'), answers: answered.join('\n'), log: logged.join('\n'), backup: kept }
    expect(Object.entries(places).flatMap(([place, text]) => secret.filter((one) => text.includes(one)).map((one) => `${place}: ${one.slice(0, 12)}`))).toEqual([])
    expect([victim.email, victim.phone].filter((one) => places.answers?.includes(one) || places.log?.includes(one))).toEqual([])
    expect(kept).toContain(victim.id)
    expect(logged.length).toBeGreaterThan(100)
  })
})
