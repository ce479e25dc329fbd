import { afterEach, vi } from 'vitest'

export type Asked = { method: string; path: string; headers: Record<string, string>; body: unknown }
type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'no line'
type Route = (asked: Asked) => Answer

/** Stands where the network would be: answers by method and path, and remembers what was asked. */
export function fakeServer(routes: Record<string, Route | Answer>) {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const one: Asked = {
      method: init.method ?? 'GET',
      path: url.replace(/^\/api/, ''),
      headers: init.headers as Record<string, string>,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    }
    asked.push(one)
    const found = routes[`${one.method} ${one.path.split('?')[0]}`]
    const answer = typeof found === 'function' ? found(one) : (found ?? problem(404, 'NOT_FOUND'))
    if (answer === 'no line') throw new TypeError('fetch failed')
    const { status = 200, body = {}, headers = {} } = answer
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
    })
  })
  return {
    asked,
    to: (line: string) => asked.filter(({ method, path }) => `${method} ${path.split('?')[0]}` === line),
  }
}

/** A refusal as the server writes it. */
export function problem(status: number, code: string, more: Record<string, unknown> = {}): Answer {
  const sentences = { message: `What is so: ${code}`, next: 'The next safe step.', rule: 'AZ-01', requestId: '4f20c7' }
  return { status, body: { status, code, ...sentences, ...more } }
}

/** A list as ra-data-simple-rest reads it. */
export function list(resource: string, rows: readonly unknown[]): Answer {
  const last = Math.max(0, rows.length - 1)
  return { body: rows, headers: { 'Content-Range': `${resource} 0-${last}/${rows.length}` } }
}

afterEach(() => {
  vi.unstubAllGlobals()
})
