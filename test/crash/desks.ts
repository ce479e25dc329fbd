import { randomUUID } from 'node:crypto'
import { codeAt, openBrowser, signIn, type Browser, type Reply } from '#test/server/auth/browser.ts'

type Need = { action: string; objectId: string }

/** People signed in at their desks. Sessions outlive the server: they are rows. */
export type Desks = { admins: Browser[]; invited: string[]; clerks: { browser: Browser; siteId: string }[] }

/** Signs `count` administrators in and has a person invited for each: whose mail they will send again and again. Two front desks beside them. */
export async function prepareDesks(origin: string, count: number): Promise<Desks> {
  const at = Date.now()
  const privacy = await sit(origin, 'privacy1', at)
  const admins = await Promise.all(Array.from({ length: count }, (_, one) => sit(origin, `admin${one + 1}`, at)))
  const clerks = await Promise.all(['frontdesk1', 'frontdesk2'].map(async (userName) => {
    const browser = await sit(origin, userName, at)
    const { body } = await browser.get<{ session: { staff: { siteId: string } } }>('/api/session')
    return { browser, siteId: body.session.staff.siteId }
  }))
  const invited: string[] = []
  for (const [one, admin] of admins.entries()) {
    const asked = await act<{ requestId: string }>(origin, admin, '/api/staff/invite', {
      userName: `crash.person.${one}`, name: `Crash Person ${one}`, email: `crash${one}@example.org`, roles: ['front-desk'], reason: 'needed at the desk',
    })
    await act(origin, privacy, `/api/two-person-requests/${asked.body.requestId}/approve`, {}, 1)
    const { body } = await privacy.get<{ id: string; userName: string }[]>(`/api/staff?filter=${encodeURIComponent('{"status":"invited"}')}&range=[0,99]`)
    const person = body.find((line) => line.userName === `crash.person.${one}`)
    if (!person) throw new Error(`crash.person.${one} was not invited: ${JSON.stringify(body).slice(0, 300)}`)
    invited.push(person.id)
  }
  return { admins, invited, clerks }
}

async function sit(origin: string, userName: string, at: number): Promise<Browser> {
  const browser = openBrowser(origin)
  const reply = await signIn(browser, userName, at)
  if (reply.status !== 200) throw new Error(`${userName} cannot sign in: ${JSON.stringify(reply.body)}`)
  return browser
}

/** A command, with a fresh second factor where the server asks for one (the clock moves on for another code). */
async function act<Body>(origin: string, browser: Browser, path: string, body: unknown, version?: number): Promise<Reply<Body>> {
  const key = randomUUID()
  const first = await browser.post<Body & { code?: string; stepUp?: Need }>(path, body, { key, version })
  if (first.body.code !== 'STEP_UP_NEEDED') return good(first)
  const moved = await openBrowser(origin).post<{ now: string }>('/api/test/clock', { advanceMinutes: 1 })
  const proof = await browser.post<{ proof: string }>('/api/session/step-up', { code: codeAt(Date.parse(moved.body.now)), ...first.body.stepUp })
  return good(await browser.post<Body>(path, body, { key, version, stepUp: proof.body.proof }))
}

function good<Body>(reply: Reply<Body>): Reply<Body> {
  if (reply.status !== 200) throw new Error(`not done: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}
