import type { Page } from 'playwright-core'
import type { Action } from '#domain/actions.ts'

export type Answered<Body> = { status: number; body: Body }
/** What is sent; `stepUp` is the act that takes a second factor, which the demo practice gives for nothing. */
type Sent = { body?: object; stepUp?: { action: Action; objectId: string } }

/** A request to the console's server as the page itself sends one: session, CSRF token, fresh key. For what a test needs before it begins. */
export async function fromPage<Body = Record<string, unknown>>(page: Page, method: 'GET' | 'POST', path: string, sent: Sent = {}): Promise<Answered<Body>> {
  return page.evaluate(async ([how, where, { body = {}, stepUp }]) => {
    const { session } = (await (await fetch('/api/session')).json()) as { session: { csrfToken: string } }
    const post = (url: string, content: object, more: Record<string, string> = {}) => fetch(`/api${url}`, {
      method: 'POST', body: JSON.stringify(content),
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrfToken, 'Idempotency-Key': crypto.randomUUID(), ...more },
    })
    const proof = stepUp ? ((await (await post('/session/step-up', { code: '', ...stepUp })).json()) as { proof: string }).proof : null
    const response = how === 'GET' ? await fetch(`/api${where}`) : await post(where, body, proof ? { 'Step-Up': proof } : {})
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }, [method, path, sent] as const) as Promise<Answered<Body>>
}
