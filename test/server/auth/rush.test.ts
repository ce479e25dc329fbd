import { afterAll, beforeAll, expect, test } from 'vitest'
import { TEST_PASSWORD } from '#seed/test-practice.ts'
import { openBrowser } from '#test/server/auth/browser.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
beforeAll(async () => { practice = await openPractice() })
afterAll(() => practice.stop())

test('AU-04: while twenty people sign in at once, everything else is answered before the last of them', async () => {
  const finished: string[] = []
  const note = <T>(what: string, work: Promise<T>) => work.then((result) => { finished.push(what); return result })
  const signIns = Array.from({ length: 20 }, (_, at) => note('sign-in', openBrowser(practice.origin).post('/api/session', {
    userName: `${at % 2 ? 'helpline' : 'frontdesk'}${1 + Math.floor(at / 2)}`, password: TEST_PASSWORD,
  })))
  await Promise.race(signIns)
  const asked = note('health', openBrowser(practice.origin).get('/api/health'))
  const replies = await Promise.all([...signIns, asked])
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]))
  expect(finished.indexOf('health')).toBeLessThan(10)
})
