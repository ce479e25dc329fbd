import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ShownCode } from '#domain/contracts/enrollment.ts'
import { HOUR, MINUTE } from '#domain/time.ts'
import { readDraft, showCode, step, withCode, type Refused } from '#test/server/enrollment/enroll.ts'
import { birth, PASSWORD, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { buildPatient, proofFor } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const BORN = '1990-03-22'
const phone = (language: 'en' | 'es' = 'en') => patientBrowser(practice.origin, language)

describe('a code at the desk', () => {
  test('the desk sees each step live, from the code to the active account, and both languages work', async () => {
    const made = await buildPatient(practice, { family: 'Pacheco', given: 'Elvira', birthDate: BORN, language: 'es' })
    const shown = await withCode(practice, desk, made.id)
    const heard: string[] = []
    practice.app.store.onAnnounce(({ topic, id }) => { if (topic === 'enrollments' && id === shown.enrollment.id) heard.push(topic) })
    const browser = phone('es')
    expect((await browser.open(new URL(shown.url).pathname)).title).toBe('Comprobemos que es usted')
    const terms = await browser.send(birth(BORN))
    expect([terms.title, terms.text.includes('Hola, Elvira.')]).toEqual(['Condiciones de uso', true])
    expect((await readDraft(desk, shown.enrollment.id)).live.map((one) => one.state)).toEqual(['done', 'done', 'done', 'done', 'now', 'to-come', 'to-come'])
    expect((await browser.send({ do: 'accept' })).refusal).toBe('Para seguir, marque que acepta.')
    const agreement = await browser.send({ accept: 'yes', do: 'accept' })
    expect([agreement.title, agreement.text.includes('Paso 3 de 4')]).toEqual(['Acuerdo de privacidad (HIPAA)', true])
    await browser.send({ accept: 'yes', notices: 'yes', do: 'accept' })
    expect((await browser.send({ userName: 'elvira.p', password: 'short one', repeat: 'short one' })).refusal).toBe('La contraseña es demasiado corta.')
    expect((await browser.send({ userName: 'elvira.p', password: PASSWORD, repeat: PASSWORD })).title).toBe('Su cuenta está activa')
    expect(await readDraft(desk, shown.enrollment.id)).toMatchObject({ state: 'active', done: 7, code: { state: 'used' }, invitation: { state: 'accepted' } })
    expect(heard.length).toBeGreaterThanOrEqual(4)
    const { patientCredentials: c } = practice.app.store.read.t
    const [row] = await practice.app.store.read.select().from(c).where(eq(c.patientId, made.id))
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/)
  })

  test('ID-04: a code works typed as well, in any case and grouping, with the birth date, once', async () => {
    const made = await buildPatient(practice, { family: 'Typed', birthDate: BORN })
    const { code } = await withCode(practice, desk, made.id)
    const browser = phone()
    await browser.open('/p')
    expect((await browser.send({ code: `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`, ...birth(BORN) })).title).toBe('Terms of use')
    await browser.send({ accept: 'yes', do: 'accept' })
    await browser.send({ accept: 'yes', do: 'accept' })
    expect((await browser.send({ userName: 'typed.once', password: PASSWORD, repeat: PASSWORD })).title).toBe('Your account is active')
    await browser.open('/p')
    expect((await browser.send({ code, ...birth(BORN) })).refusal).toBe('Code and birth date do not fit together.')
  })

  test('ID-04: it is tied to the first device; the same one may come back, another is told no more than a stranger', async () => {
    const made = await buildPatient(practice, { family: 'Device', birthDate: BORN })
    const { code } = await withCode(practice, desk, made.id)
    const [first, second] = [phone(), phone()]
    for (const one of [first, second]) await one.open('/p')
    expect((await first.send({ code, ...birth(BORN) })).title).toBe('Terms of use')
    const stranger = await second.send({ code, ...birth(BORN) })
    expect([stranger.status, stranger.refusal]).toEqual([422, 'Code and birth date do not fit together.'])
    expect((await first.send({ do: 'not-now' })).title).toBe('Not today')
    await first.open('/p')
    expect((await first.send({ code, ...birth(BORN) })).title).toBe('Terms of use')
  })

  test('T8, ID-05: a new code kills the old one at once, also in the middle of the steps', async () => {
    const made = await buildPatient(practice, { family: 'Newer', birthDate: BORN })
    const old = await withCode(practice, desk, made.id)
    const browser = phone()
    await browser.open(new URL(old.url).pathname)
    expect((await browser.send(birth(BORN))).title).toBe('Terms of use')
    const fresh = await showCode(practice, desk, old.enrollment)
    expect(fresh.code).not.toBe(old.code)
    expect((await browser.send({ accept: 'yes', do: 'accept' })).status).toBe(410)
    await browser.open('/p')
    expect((await browser.send({ code: old.code, ...birth(BORN) })).status).toBe(422)
    await browser.open('/p')
    expect((await browser.send({ code: fresh.code, ...birth(BORN) })).title).toBe('Terms of use')
  })

  test('ID-04: it ends after ten minutes, to the millisecond', async () => {
    const made = await buildPatient(practice, { family: 'Tenminutes', birthDate: BORN })
    const { code, endsAt, enrollment } = await withCode(practice, desk, made.id)
    const ends = Date.parse(endsAt)
    expect(ends - Date.parse(enrollment.code?.madeAt ?? '')).toBe(10 * MINUTE)
    practice.clock.set(ends)
    const browser = phone()
    await browser.open('/p')
    expect((await browser.send({ code, ...birth(BORN) })).status).toBe(422)
    const again = await practice.as('frontdesk1')
    expect((await readDraft(again, enrollment.id))).toMatchObject({ stuck: { code: 'CODE_ENDED', fix: 'new-code' }, code: { state: 'ended' } })
    practice.clock.set(Date.now())
  })

  test('a phone that has the code goes on past the ten minutes, and the desk says so; silent for ten minutes it is said, too', async () => {
    const made = await buildPatient(practice, { family: 'Slowreader', birthDate: BORN })
    const { url, endsAt, enrollment } = await withCode(practice, desk, made.id)
    practice.clock.set(Date.parse(endsAt) - MINUTE)
    const browser = phone()
    await browser.open(new URL(url).pathname)
    await browser.send(birth(BORN))
    practice.clock.set(Date.parse(endsAt) + MINUTE)
    expect((await browser.send({ accept: 'yes', do: 'accept' })).title).toBe('Privacy agreement (HIPAA)')
    desk = await practice.as('frontdesk1')
    expect(await readDraft(desk, enrollment.id)).toMatchObject({ stuck: null, code: { state: 'connected' } })
    // The clock runs on from where it was set: the phone's last step came a little after the minute.
    practice.clock.set(Date.parse(endsAt) + 12 * MINUTE)
    desk = await practice.as('frontdesk1')
    expect(await readDraft(desk, enrollment.id)).toMatchObject({ stuck: { code: 'PHONE_SILENT', fix: 'new-code' }, code: { state: 'connected' } })
    practice.clock.set(Date.now())
    desk = await practice.as('frontdesk1')
  })

  test('ID-05: the fifth wrong birth date kills it; the words are the same as for a code that never was', async () => {
    const made = await buildPatient(practice, { family: 'Fivetries', birthDate: BORN })
    const { code } = await withCode(practice, desk, made.id)
    const [guesser, nobody] = [phone(), phone()]
    await guesser.open('/p')
    await nobody.open('/p')
    const bare = (text: string) => text.replace(/name="form" value="[^"]*"/, '').replace(/nonce="[^"]*"/, '')
    for (let turn = 0; turn < 5; turn++) {
      const [wrongDate, noSuchCode] = [await guesser.send({ code, ...birth('1990-03-23') }), await nobody.send({ code: '33333333', ...birth('1990-03-23') })]
      expect(bare(wrongDate.text)).toBe(bare(noSuchCode.text))
      expect(wrongDate.status).toBe(noSuchCode.status)
    }
    await guesser.open('/p')
    expect((await guesser.send({ code, ...birth(BORN) })).refusal).toBe('Code and birth date do not fit together.')
  })

  test('ID-04: it is refused in a browser that holds a console session, whose cookie opens nothing here', async () => {
    const made = await buildPatient(practice, { family: 'Clerk', birthDate: BORN })
    const { code } = await withCode(practice, desk, made.id)
    const browser = phone()
    await browser.open('/p', { Cookie: desk.cookie ?? '' })
    const refused = await browser.send({ code, ...birth(BORN) }, { headers: { Cookie: desk.cookie ?? '' } })
    expect([refused.status, refused.refusal]).toEqual([403, 'This browser is signed in to the practice’s desk.'])
    expect((await browser.send({ code, ...birth(BORN) })).title).toBe('Terms of use')
  })

  test('ID-04: codes of several people on one device open an incident', async () => {
    const browser = phone()
    for (const turn of [1, 2, 3]) {
      const made = await buildPatient(practice, { family: `Queue${turn}`, birthDate: BORN })
      const { code } = await withCode(practice, desk, made.id)
      await browser.open('/p')
      expect((await browser.send({ code, ...birth(BORN) })).title).toBe('Terms of use')
    }
    const { incidents } = practice.app.store.read.t
    const rows = await practice.app.store.read.select().from(incidents).where(eq(incidents.kind, 'desk-codes-on-one-device'))
    expect(rows.map((row) => JSON.parse(row.facts) as { people: number }).map((facts) => facts.people)).toEqual([3])
  })

  test('ID-04: neither code nor link is in any row, and a repeat of the same press shows the same code', async () => {
    const made = await buildPatient(practice, { family: 'Nowhere', birthDate: BORN })
    const first = await withCode(practice, desk, made.id)
    const { store } = practice.app
    const stepUp = await proofFor(practice, desk, 'enrollment.show-code', first.enrollment.id)
    const press = () => desk.post<ShownCode>(`/api/enrollments/${first.enrollment.id}/show-code`, {}, { version: first.enrollment.version, stepUp, key: 'the-same-press' })
    const [pressed, repeated] = [await press(), await press()]
    expect([pressed.status, repeated.status, repeated.body.code]).toEqual([200, 200, pressed.body.code])
    expect(pressed.body.code).not.toBe(first.code)
    const secrets = [first, pressed.body].flatMap(({ code, url }) => [code, `${code.slice(0, 4)} ${code.slice(4)}`, url.split('/').at(-1) ?? ''])
    for (const table of ['activationCodes', 'portalInvitations', 'invitationSends', 'enrollmentDrafts', 'outboxMails', 'idempotencyKeys', 'auditEvents'] as const) {
      const rows = JSON.stringify(await store.read.select().from(store.read.t[table]))
      for (const secret of secrets) expect([table, rows.includes(secret)]).toEqual([table, false])
    }
  })

  test('ID-03, ID-04: a document that was seen the day before says nothing of who is there now', async () => {
    const made = await buildPatient(practice, { family: 'Morrow', birthDate: BORN })
    const left = await step(desk, (await withCode(practice, desk, made.id)).enrollment, 'leave')
    practice.clock.advance(20 * HOUR)
    const another = await practice.as('frontdesk2')
    const taken = await step(another, left, 'take-up')
    expect(taken.preflight.find((one) => one.key === 'identity')?.state).toBe('ask')
    expect(taken.handOverChoices.find((one) => one.handOver === 'desk-code')?.refusal?.message).toBe('Nobody has looked at a document of this person today.')
    const codeOf = async (name: string, action: string, body: unknown) =>
      (await another.post<Refused>(`/api/enrollments/${taken.id}/${name}`, body, { version: taken.version, stepUp: await proofFor(practice, another, action, taken.id) })).body.code
    expect(await codeOf('show-code', 'enrollment.show-code', {})).toBe('IDENTITY_NOT_RECORDED')
    expect(await codeOf('add-contact', 'contact.change', { kind: 'email', value: 'somebody.else@example.org', reason: 'a new address' })).toBe('IDENTITY_NOT_RECORDED')
    const seen = await step(another, taken, 'record-identity', { kind: 'driver-licence', issuer: 'New York', expiresOn: null })
    expect(seen.preflight.find((one) => one.key === 'identity')?.state).toBe('ok')
    expect((await showCode(practice, another, seen)).code).toMatch(/^\w{8}$/)
  })
})
