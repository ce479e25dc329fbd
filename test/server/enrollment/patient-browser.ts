/** A patient's browser without scripts: it keeps cookies, sends forms as they stand, and remembers what it read. */
export type PatientBrowser = {
  open: (path: string, headers?: Record<string, string>) => Promise<Page>
  /** Sends the form of the page that was read last, with these fields over the hidden ones. */
  send: (fields: Record<string, string>, more?: { path?: string; headers?: Record<string, string> }) => Promise<Page>
  cookies: Map<string, string>
}
export type Page = { status: number; text: string; title: string; headers: Headers; refusal: string | null }

export function patientBrowser(origin: string, language: 'en' | 'es' = 'en'): PatientBrowser {
  const cookies = new Map<string, string>()
  let last: { path: string; text: string } = { path: '/p', text: '' }

  async function ask(method: string, path: string, body: URLSearchParams | null, headers: Record<string, string>): Promise<Page> {
    const response = await fetch(path.startsWith('http') ? path : origin + path, {
      method, body, redirect: 'manual',
      headers: { 'Accept-Language': language, Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...(body ? { Origin: 'null' } : {}), ...headers },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const text = await response.text()
    last = { path: new URL(path, origin).pathname, text }
    return {
      status: response.status, text, headers: response.headers, title: /<h1>([^<]*)<\/h1>/.exec(text)?.[1] ?? '',
      refusal: /class="refusal"[^>]*><strong>([^<]*)/.exec(text)?.[1]?.replaceAll('&#39;', "'") ?? null,
    }
  }
  return {
    cookies,
    open: (path, headers = {}) => ask('GET', path, null, headers),
    send: (fields, more = {}) => {
      const form = new URLSearchParams()
      for (const [, name = '', value = ''] of last.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) form.set(name, value)
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      const action = /<form method="post" action="([^"]*)"/.exec(last.text)?.[1] || last.path
      return ask('POST', more.path ?? action, form, more.headers ?? {})
    },
  }
}

/** A birth date as the three fields of the page. */
export const birth = (date: string) => ({ year: date.slice(0, 4), month: String(Number(date.slice(5, 7))), day: String(Number(date.slice(8, 10))) })

export const PASSWORD = 'violet kettle on the seventh stair'

/** From a page that asks who it is to an active account. */
export async function activate(browser: PatientBrowser, fields: Record<string, string>, userName: string): Promise<Page> {
  await browser.send(fields)
  await browser.send({ accept: 'yes', do: 'accept' })
  await browser.send({ accept: 'yes', do: 'accept' })
  return browser.send({ userName, password: PASSWORD, repeat: PASSWORD })
}
