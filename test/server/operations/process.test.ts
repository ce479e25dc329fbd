import { statSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { repeatAll, crashRun } from '#test/crash/crash-run.ts'
import { tally } from '#test/crash/count.ts'
import { openMailSink } from '#test/crash/mail-sink.ts'
import { openBrowser, signIn } from '#test/server/auth/browser.ts'
import { type } from '#test/server/operations/places.ts'
import { freshAddress } from '#test/support/database.ts'
import { startServer, type RunningServer } from '#test/support/running-server.ts'
import type { StoreAddress } from '#db/open.ts'

const settingsOf = ({ dataDir, databaseUrl }: StoreAddress): Record<string, string> =>
  ({ PRACTICE: 'test', DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) })

const canaries = ['Quetzalcoatl', 'xylophone-4417', 'canary@example.net', 'Bearer-leak-99']
let address: StoreAddress
let server: RunningServer
beforeAll(async () => {
  address = await freshAddress()
  server = await startServer({ ...settingsOf(address), LOG_LEVEL: 'debug' })
})
afterAll(() => server.kill())

test('PH-01: names, addresses, words typed and cookies never reach the log, not even when something fails', async () => {
  const [name, word, mail, token] = canaries as [string, string, string, string]
  const browser = openBrowser(server.origin)
  await browser.post('/api/session', { userName: name, password: word })
  await fetch(`${server.origin}/api/staff?filter=${encodeURIComponent(JSON.stringify({ name }))}&q=${mail}`, { headers: { Cookie: `x=${token}`, Authorization: token, 'User-Agent': name } })
  await fetch(`${server.origin}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: server.origin }, body: `{"userName": "${name}", ${word}` })
  await fetch(`${server.origin}/${name}/${mail}`)
  await signIn(browser, 'frontdesk1', Date.now())
  await browser.post('/api/patients/search', { text: `${name} 1/2/1980` })
  await browser.post('/api/patients/search', { text: [mail] })
  await browser.get(`/api/patients/${word}`)
  expect(server.said()).toContain('"route"')
  for (const canary of canaries) expect(server.said()).not.toContain(canary)
})

test('OP-07: health, ready and metrics say nothing about anybody; metrics are for this machine alone', async () => {
  const get = (path: string, headers = {}) => fetch(server.origin + path, { headers })
  expect(await (await get('/api/health')).json()).toEqual({ up: true })
  expect(await (await get('/api/ready')).json()).toEqual({ ready: true, problems: [], notes: [] })
  const metrics = await get('/api/metrics')
  expect(metrics.headers.get('content-type')).toContain('text/plain')
  const lines = (await metrics.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines.length).toBeGreaterThan(10)
  for (const line of lines) expect(line).toMatch(/^portal_desk_[a-z0-9_]+ -?[\d.]+$/)
  expect((await get('/api/metrics', { 'X-Forwarded-For': '203.0.113.9' })).status).toBe(404)
})

test('DU-07: asked to stop, the server answers what it has begun, ends open streams, and leaves with 0', async () => {
  const browser = openBrowser(server.origin)
  await signIn(browser, 'frontdesk2', Date.now())
  const stream = await fetch(`${server.origin}/api/events`, { headers: { Cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') } })
  expect(stream.headers.get('content-type')).toBe('text/event-stream')
  const begun = browser.post('/api/session', { userName: 'helpline1', password: 'not the password at all' })
  await new Promise((resolve) => { setImmediate(resolve) })
  const stopped = server.stop()
  expect([401, 503]).toContain((await begun.catch(() => ({ status: 503 }))).status)
  expect(await stopped).toBe(0)
  expect(await stream.text()).toContain('event: session')
  const files = address.databaseUrl ? [] : ['practice.db-wal']
  for (const file of files) expect(() => statSync(`${address.dataDir}/${file}`)).toThrow('ENOENT')
  expect((await type('verify', address)).code).toBe(0)
})

test('DU-02: killed three times under writes, nothing acknowledged is lost, half done or doubled, no mail goes without its row', async () => {
  const place = await freshAddress()
  const sink = await openMailSink()
  let seed = 7
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  try {
    const run = await crashRun(settingsOf(place), sink, { kills: 3, people: 2, random })
    expect(await repeatAll(run.acts)).toBe(0)
    expect(await run.server.stop()).toBe(0)
    expect(await tally(place, run, sink)).toMatchObject({ lost: 0, halfDone: 0, doubled: 0, mailsWithoutRow: 0 })
    expect(run.strange).toEqual([])
    expect((await type('verify', place)).code).toBe(0)
  } finally {
    await sink.close()
  }
})
