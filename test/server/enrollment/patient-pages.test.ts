import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withCode } from '#test/server/enrollment/enroll.ts'
import { birth, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const BORN = '1990-03-22'
const phone = () => patientBrowser(practice.origin)

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

  test('each step is had in the other language by its own button, and nothing that was done is lost', async () => {
    const made = await buildPatient(practice, { family: 'Bilingual', birthDate: '1990-03-22' })
    const shown = await withCode(practice, desk, made.id)
    const browser = patientBrowser(practice.origin)
    expect((await browser.open(new URL(shown.url).pathname)).text).toContain('>Español</a>')
    expect((await browser.send(birth('1990-03-22'))).text).toContain('value="lang-es"')
    expect((await browser.send({ do: 'lang-es' })).title).toBe('Condiciones de uso')
    expect((await browser.send({ accept: 'yes', do: 'accept' })).title).toBe('Acuerdo de privacidad (HIPAA)')
    expect((await browser.send({ do: 'lang-en' })).title).toBe('Privacy agreement (HIPAA)')
    await browser.send({ accept: 'yes', do: 'accept' })
    const kept = await browser.send({ do: 'lang-es', userName: 'bilingual.person', password: 'too short', repeat: '' })
    expect([kept.title, kept.refusal]).toEqual(['Su usuario y su contraseña', null])
    expect(kept.text).toContain('value="bilingual.person"')
    expect(kept.text).not.toContain('too short')
  })

  test('IN-10: a few kilobytes, one small script of our own that nothing depends on, nothing from elsewhere, never kept, no referrer', async () => {
    const page = await phone().open('/p')
    expect(Buffer.byteLength(page.text)).toBeLessThan(9_000)
    expect(page.text.match(/<script[^>]*>/g)).toEqual(['<script src="/p/waits.js" defer>'])
    expect(page.text).not.toMatch(/<link|<img|https?:\/\//)
    const script = await fetch(`${practice.origin}/p/waits.js`)
    expect([script.headers.get('content-type'), script.headers.getSetCookie(), (await script.text()).length < 1_000]).toEqual(['text/javascript; charset=utf-8', [], true])
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
