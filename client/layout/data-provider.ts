import simpleRest from 'ra-data-simple-rest'
import type { DataProvider, GetListParams, GetListResult, RaRecord } from 'ra-core'
import { callServer, type Act } from '#client/layout/server.ts'

/** A change of state by name: `POST /api{path}`, decided by the server, never a PUT of a status. */
export type Command = { path: string; body?: object; version?: string | number }

/** ra-data-simple-rest for plain resources, search by POST for patients, and commands. */
export type ConsoleDataProvider = DataProvider & {
  command: <T>(command: Command, act: Omit<Act, 'version'>) => Promise<{ data: T }>
}

type SearchAnswer = { rows: RaRecord[]; more: boolean; total: number | null; next?: string | null }

/** Resources that hold patient data: their lists are read by POST, so that nothing typed is in a URL. */
const searched = new Set(['patients', 'audit'])

async function httpClient(url: string, options: RequestInit = {}) {
  if (options.method && options.method !== 'GET') throw new Error(`Changes are commands: ${url}`)
  const headers = Object.fromEntries(new Headers(options.headers))
  const { data, headers: answered, status } = await callServer<unknown>(url, { headers, signal: options.signal ?? undefined })
  return { status, headers: answered, body: '', json: data }
}

async function search<T extends RaRecord>(resource: string, params: GetListParams): Promise<GetListResult<T>> {
  const { pagination = { page: 1, perPage: 50 }, sort } = params
  const filter = params.filter as Record<string, unknown>
  const { data } = await callServer<SearchAnswer>(`/${resource}/search`, {
    body: { ...filter, limit: pagination.perPage, ...(sort?.field ? { sort: [sort.field, sort.order] } : {}) },
    signal: params.signal,
  })
  return {
    data: data.rows as T[],
    total: data.total ?? undefined,
    pageInfo: { hasNextPage: data.more, hasPreviousPage: pagination.page > 1 },
    meta: { next: data.next ?? null },
  }
}

const rest = simpleRest('', httpClient)

export const dataProvider: ConsoleDataProvider = {
  ...rest,
  getList: (resource, params) => (searched.has(resource) ? search(resource, params) : rest.getList(resource, params)),
  supportAbortSignal: true,
  command: async <T>({ path, body = {}, version }: Command, act: Omit<Act, 'version'>) => {
    const { data } = await callServer<T>(path, { body, act: { ...act, version } })
    return { data }
  },
}
