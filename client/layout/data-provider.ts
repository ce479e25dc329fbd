import simpleRest from 'ra-data-simple-rest'
import type { DataProvider, GetListParams, GetListResult, RaRecord } from 'ra-core'
import type { Action } from '#domain/actions.ts'
import { callServer, type Act } from '#client/layout/server.ts'

/** A change of state by name: `POST /api{path}`, decided by the server, never a PUT of a status. */
export type Command = {
  path: string
  body?: object
  version?: string | number
  /** The act and object that a second factor would be for: asked first where the person's role needs it. */
  stepUp?: { action: Action; objectId: string }
}

/** A read that is no plain record or list: a path under `/api`, with a body where it is a search. */
export type Question = { path: string; body?: object; signal?: AbortSignal }

/** ra-data-simple-rest for plain resources, search by POST for patients, other reads, and commands. */
export type ConsoleDataProvider = DataProvider & {
  command: <T>(command: Command, act: Omit<Act, 'version'>) => Promise<{ data: T }>
  read: <T>(question: Question) => Promise<{ data: T }>
}

type SearchAnswer = { rows: RaRecord[]; more: boolean; total: number | null; need?: string | null; nearSpellings?: string[] }

/** Resources that hold patient data: their lists are read by POST, so that nothing typed is in a URL. */
const searched = new Set(['patients'])
/** The last row of each page read, by what was asked: the next page begins after it. */
const lastRows = new Map<string, string>()

async function httpClient(url: string, options: RequestInit = {}) {
  if (options.method && options.method !== 'GET') throw new Error(`Changes are commands: ${url}`)
  const headers = Object.fromEntries(new Headers(options.headers))
  const { data, headers: answered, status } = await callServer<unknown>(url, {
    headers,
    signal: options.signal ?? undefined,
  })
  return { status, headers: answered, body: '', json: data }
}

async function search<T extends RaRecord>(resource: string, params: GetListParams): Promise<GetListResult<T>> {
  const { page, perPage: limit } = params.pagination ?? { page: 1, perPage: 50 }
  const filter = params.filter as Record<string, unknown>
  const place = (of: number) => JSON.stringify([resource, filter, limit, of])
  let after = lastRows.get(place(page - 1))
  for (let known = 1; page > 1 && after === undefined && known < page; known += 1) {
    await search(resource, { ...params, pagination: { page: known, perPage: limit } })
    after = lastRows.get(place(page - 1))
  }
  const { data } = await callServer<SearchAnswer>(`/${resource}/search`, {
    body: { ...filter, limit, ...(after === undefined ? {} : { after }) },
    signal: params.signal,
  })
  const last = data.rows.at(-1)
  if (last) lastRows.set(place(page), String(last.id))
  return {
    data: data.rows as T[],
    total: data.total ?? undefined,
    // What was typed has no second page: more than fit is a reason to type more.
    pageInfo: { hasNextPage: data.more && !filter.text, hasPreviousPage: page > 1 },
    meta: { more: data.more, need: data.need ?? null, nearSpellings: data.nearSpellings ?? [] },
  }
}

const rest = simpleRest('', httpClient)

/** The console's own server, as react-admin asks for it. */
export const dataProvider: ConsoleDataProvider = {
  ...rest,
  supportAbortSignal: true,
  getList: (resource, params) => (searched.has(resource) ? search(resource, params) : rest.getList(resource, params)),
  read: async <T>({ path, body, signal }: Question) => {
    const { data } = await callServer<T>(path, { body, signal })
    return { data }
  },
  command: async <T>({ path, body = {}, version }: Command, act: Omit<Act, 'version'>) => {
    const { data } = await callServer<T>(path, { body, act: { ...act, version } })
    return { data }
  },
}
