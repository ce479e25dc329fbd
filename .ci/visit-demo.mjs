/*
 * One visit to the demo practice over HTTP, as a browser would make it: the page, a desk, and a list of patients.
 */

/** Makes the visit and reports each step to `check(name, work)`; later steps need the earlier ones. */
export async function visitDemo(origin, check) {
  const visit = { origin, cookie: '', csrfToken: '' }
  await check('it says that it is ready', async () => void await ask(visit, 'GET', '/api/ready'))
  await check('the page comes with a script that only this answer allows', () => page(origin))
  await check('a demo desk is entered with one request', () => enter(visit))
  await check('at that desk there is a list of patients', () => patients(visit))
}

async function page(origin) {
  const answer = await fetch(origin)
  const [nonce] = /(?<='nonce-)[^']+/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
  const html = await answer.text()
  const script = /<script[^>]*\ssrc="([^"]+)"[^>]*>/.exec(html)
  if (!nonce || !script || !script[0].includes(`nonce="${nonce}"`)) return `no script with the nonce of the answer: ${html.slice(0, 300)}`
  const code = await fetch(new URL(script[1], origin), { headers: { 'Accept-Encoding': 'br' } })
  if (!code.ok || code.headers.get('content-encoding') !== 'br') return `${script[1]}: ${code.status}, not the brotli copy`
  return undefined
}

async function enter(visit) {
  const { body: desks } = await ask(visit, 'GET', '/api/demo/desks')
  const { answer, body } = await ask(visit, 'POST', '/api/demo/enter', { role: desks[0].role })
  visit.cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  visit.csrfToken = body.session?.csrfToken ?? ''
  return visit.cookie && visit.csrfToken ? undefined : `no session in the answer: ${JSON.stringify(body).slice(0, 300)}`
}

async function patients(visit) {
  const { body } = await ask(visit, 'POST', '/api/patients/search', { text: '' })
  return body.rows.length > 0 ? undefined : 'the list is empty'
}

async function ask({ origin, cookie, csrfToken }, method, path, content) {
  const headers = { Accept: 'application/json', Origin: origin, 'Sec-Fetch-Site': 'same-origin', Cookie: cookie, 'X-CSRF-Token': csrfToken }
  const request = content
    ? { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(content) }
    : { method, headers }
  const answer = await fetch(origin + path, request)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
  return { answer, body: JSON.parse(text) }
}
