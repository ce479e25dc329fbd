import { noteTold, personActed } from '#client/layout/activity.ts'
import { sessionState } from '#client/layout/session.ts'
import { Refused, Unreachable, type Problem } from '#client/ui/refused.ts'

/** What belongs to one act: its key stays the same when the act is tried again. `byTimer`: nobody pressed anything. */
export type Act = { key: string; version?: string | number; stepUp?: string; byTimer?: boolean }

type Call = {
  method?: 'GET' | 'POST'
  body?: unknown
  /** A piece of a file, sent as it is instead of a body. */
  content?: Blob
  act?: Act
  signal?: AbortSignal
  headers?: Record<string, string>
}

export type Answer<T> = { data: T; headers: Headers; status: number }

let language = 'en'

/** The language in which the server shall write its sentences. */
export function speak(locale: string): void {
  language = locale
}

function headersOf({ body, content, act, headers }: Call): Record<string, string> {
  const all: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language }
  if (body !== undefined || content) {
    all['Content-Type'] = content ? 'application/octet-stream' : 'application/json'
    all['X-CSRF-Token'] = sessionState().session?.csrfToken ?? ''
  }
  if ((act && !act.byTimer) || personActed()) all['X-Activity'] = '1'
  if (act) all['Idempotency-Key'] = act.key
  if (act?.version !== undefined) all['If-Match'] = `"${act.version}"`
  if (act?.stepUp) all['Step-Up'] = act.stepUp
  return { ...all, ...headers }
}

function problemOf(response: Response, body: Partial<Problem> | null): Problem {
  const retryAfter = Number(response.headers.get('Retry-After'))
  return {
    code: 'SERVER_FAULT',
    message: '',
    next: '',
    rule: '',
    requestId: response.headers.get('X-Request-Id') ?? '',
    ...body,
    status: response.status,
    ...(retryAfter > 0 ? { retryAfterSeconds: retryAfter } : {}),
  }
}

/**
 * One request to the console's own server, under `/api`.
 * Throws `Refused` with the server's sentences, or `Unreachable` when there is no answer at all.
 */
export async function callServer<T>(path: string, call: Call = {}): Promise<Answer<T>> {
  const { body, content, signal } = call
  const headers = headersOf(call)
  const response = await fetch(`/api${path}`, {
    method: call.method ?? (body === undefined && !content ? 'GET' : 'POST'),
    headers,
    body: content ?? (body === undefined ? undefined : JSON.stringify(body)),
    signal,
    credentials: 'same-origin',
    cache: 'no-store',
  }).catch((fault: unknown) => {
    throw fault instanceof DOMException && fault.name === 'AbortError' ? fault : new Unreachable()
  })
  if (headers['X-Activity']) noteTold()
  const text = await response.text()
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false
  const parsed: unknown = isJson && text ? JSON.parse(text) : null
  if (!response.ok) throw new Refused(problemOf(response, parsed as Partial<Problem> | null))
  return { data: parsed as T, headers: response.headers, status: response.status }
}
