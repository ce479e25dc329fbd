import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#domain/time.ts'
import { mailed, readDraft, showCode, withCode } from '#test/server/enrollment/enroll.ts'
import { activate, birth, PASSWORD, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

type Mail = { subject: string; text: string; links: string[]; to: string }

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const BORN = '1990-03-22'
const phone = (language: 'en' | 'es' = 'en') => patientBrowser(practice.origin, language)
const mailsTo = async (to: string): Promise<Mail[]> => (await practice.nobody().get<{ mails: Mail[] }>(`/api/test/mailbox?to=${encodeURIComponent(to)}`)).body.mails
/** The newest mail to somebody with this in it, once it has been handed over. */
const mailWith = (to: string, word: string, count = 1): Promise<Mail> => eventually(`a mail with ${word}`, async () => {
  const found = (await mailsTo(to)).filter((mail) => mail.text.includes(word))
  return found.length >= count ? found[0] ?? null : null
})
const codeIn = (mail: Mail): string => /^([0-9A-Z]{4} [0-9A-Z]{4})$/m.exec(mail.text)?.[1] ?? ''
const pathOf = (mail: Mail): string => new URL(mail.links[0] ?? '').pathname

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
    const secrets = [first.code, `${first.code.slice(0, 4)} ${first.code.slice(4)}`, first.url.split('/').at(-1) ?? '']
    for (const table of ['activationCodes', 'portalInvitations', 'invitationSends', 'enrollmentDrafts', 'outboxMails', 'idempotencyKeys', 'auditEvents'] as const) {
      const rows = JSON.stringify(await store.read.select().from(store.read.t[table]))
      for (const secret of secrets) expect([table, rows.includes(secret)]).toEqual([table, false])
    }
  })
})

describe('an invitation by mail', () => {
  const sent = async (family: string, more: Record<string, unknown> = {}) => {
    const email = `${family.toLowerCase()}@example.org`
    const made = await buildPatient(practice, { family, birthDate: BORN, email, ...more })
    const draft = await mailed(desk, made.id)
    return { made, draft, email, mail: await mailWith(email, '/p/i/') }
  }

  test('R2, R3: that portal’s own subject, a link that is no secret to keep, a fresh code, and the account is active', async () => {
    const { email, mail, draft } = await sent('Mailed')
    expect(mail.subject).toBe('You’re invited to create a Patient Portal account with Optum.')
    const browser = phone()
    expect((await browser.open(pathOf(mail))).title).toBe('Your invitation')
    expect((await browser.send({ do: 'send' })).title).toBe('Let’s check it is you')
    const code = codeIn(await mailWith(email, 'Type this code'))
    expect((await activate(browser, { code, ...birth(BORN) }, 'mailed.person')).title).toBe('Your account is active')
    expect(await readDraft(desk, draft.id)).toMatchObject({ state: 'active', done: 7 })
    expect((await browser.open(pathOf(mail))).title).toBe('Your account is active')
    expect((await mailWith(email, 'is active')).text).not.toContain('Mailed')
  })

  test('T8: looking at it, however often and by GET or HEAD, uses nothing up and changes nothing', async () => {
    const { mail, draft } = await sent('Scanner')
    const { store } = practice.app
    const rows = async () => JSON.stringify([await store.read.select().from(store.read.t.portalInvitations), await store.read.select().from(store.read.t.activationCodes)])
    const before = await rows()
    for (let turn = 0; turn < 3; turn++) {
      expect((await fetch(practice.origin + pathOf(mail), { method: 'HEAD' })).status).toBe(200)
      expect((await phone().open(pathOf(mail))).status).toBe(200)
      expect((await phone().open(`${pathOf(mail)}?lang=es`)).title).toBe('Su invitación')
    }
    expect(await rows()).toBe(before)
    expect((await readDraft(desk, draft.id)).invitation?.state).toBe('handed')
  })

  test('T8, R2: after a resend the older link and its code are dead, the newer works', async () => {
    const { mail, draft, email } = await sent('Twice')
    const old = phone()
    await old.open(pathOf(mail))
    await old.send({ do: 'send' })
    const oldCode = codeIn(await mailWith(email, 'Type this code'))
    practice.clock.advance(3 * MINUTE)
    const again = await practice.as('frontdesk1')
    const resent = await again.post(`/api/invitations/${draft.invitation?.id}/resend`, { reason: 'not in the mailbox' }, { version: 1 })
    expect(resent.status).toBe(200)
    expect((await old.send({ code: oldCode, ...birth(BORN) })).status).toBe(410)
    expect((await phone().open(pathOf(mail))).status).toBe(410)
    const newer = await mailWith(email, '/p/i/', 2)
    expect(pathOf(newer)).not.toBe(pathOf(mail))
    expect((await phone().open(pathOf(newer))).title).toBe('Your invitation')
    practice.clock.set(Date.now())
  })

  test('ID-04, ID-06: a mailed code lives for a day at most and never longer than its invitation', async () => {
    const { mail, email } = await sent('Oneday')
    const browser = phone()
    await browser.open(pathOf(mail))
    await browser.send({ do: 'send' })
    const code = codeIn(await mailWith(email, 'Type this code'))
    practice.clock.advance(24 * HOUR)
    await browser.open(pathOf(mail))
    await browser.send({ do: 'have' })
    expect((await browser.send({ code, ...birth(BORN) })).status).toBe(422)
    practice.clock.advance(60 * DAY)
    expect((await browser.open(pathOf(mail))).status).toBe(410)
    practice.clock.set(Date.now())
  })

  test('a second press within two minutes sends no second code', async () => {
    const { mail, email } = await sent('Pressed')
    const browser = phone()
    await browser.open(pathOf(mail))
    await browser.send({ do: 'send' })
    await mailWith(email, 'Type this code')
    await browser.open(pathOf(mail))
    expect((await browser.send({ do: 'send' })).refusal).toBe('A code has just gone out.')
    expect((await mailsTo(email)).filter((one) => one.text.includes('Type this code'))).toHaveLength(1)
  })

  test('IN-11: no mail of enrollment names the patient', async () => {
    const { email } = await sent('Quetzalcoatl', { given: 'Xiomara' })
    for (const mail of await mailsTo(email)) expect(`${mail.subject} ${mail.text}`).not.toMatch(/Xiomara|Quetzal(?!coatl@)/)
  })
})

describe('the pages themselves', () => {
  test('IN-09: a form without its signed field, of another step, or from another site goes nowhere', async () => {
    const made = await buildPatient(practice, { family: 'Forged', birthDate: BORN })
    const { code } = await withCode(practice, desk, made.id)
    const browser = phone()
    await browser.open('/p')
    expect((await browser.send({ form: '', code, ...birth(BORN) })).status).toBe(400)
    await browser.open('/p')
    expect((await browser.send({ code, ...birth(BORN) }, { headers: { Origin: 'https://elsewhere.example' } })).status).toBe(400)
    await browser.open('/p')
    expect((await browser.send({ code, ...birth(BORN) }, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(400)
    await browser.open('/p')
    expect((await browser.send({ accept: 'yes', do: 'accept' }, { path: '/p/terms' })).status).toBe(400)
    await browser.open('/p')
    expect((await browser.send({ code: 'x'.repeat(9_000) })).status).toBe(413)
  })

  test('IN-10: a few kilobytes, no script, nothing from elsewhere, never kept, no referrer', async () => {
    const page = await phone().open('/p')
    expect(Buffer.byteLength(page.text)).toBeLessThan(9_000)
    expect(page.text).not.toMatch(/<script|<link|<img|https?:\/\//)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page.headers.getSetCookie()).toEqual([])
  })

  test('ID-05: links are built from our own origin, whatever the Host header says', async () => {
    const made = await buildPatient(practice, { family: 'Hostheader', birthDate: BORN })
    const { url } = await withCode(practice, desk, made.id)
    expect(new URL(url).origin).toBe(practice.origin)
    expect(url).not.toMatch(/[?#]/)
  })

  test('a made-up link, an altered one and one of another purpose open nothing', async () => {
    const made = await buildPatient(practice, { family: 'Altered', birthDate: BORN })
    const { url } = await withCode(practice, desk, made.id)
    const token = url.split('/').at(-1) ?? ''
    for (const path of ['/p/c/nothing', `/p/c/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, `/p/i/${token}`, '/p/else']) {
      expect([path, (await phone().open(path)).status]).toEqual([path, path === '/p/else' ? 404 : 410])
    }
  })

  test('a name that looks like markup is shown as a name', async () => {
    const made = await buildPatient(practice, { family: 'Markup', given: '<b>Bo</b>', birthDate: BORN })
    const { url } = await withCode(practice, desk, made.id)
    const browser = phone()
    await browser.open(new URL(url).pathname)
    expect((await browser.send(birth(BORN))).text).toContain('Hello, &lt;b&gt;Bo&lt;/b&gt;.')
  })
})
