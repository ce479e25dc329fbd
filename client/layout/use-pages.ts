import { useState } from 'react'
import { useRead } from '#client/layout/use-read.ts'

type Page<Row> = { rows: Row[]; more: boolean }
type Asked<Row> = { resource: string; path: string; body: object; keyOf: (row: Row) => string; alsoOn?: readonly string[] }

/** A list that is read page by page, each beginning after the last row of the one before; another question begins anew. */
export function usePages<Row, Answer extends Page<Row> = Page<Row>>({ resource, path, body, keyOf, alsoOn }: Asked<Row>) {
  const of = JSON.stringify([path, body])
  const [place, setPlace] = useState<{ of: string; afters: readonly string[] }>({ of, afters: [] })
  const afters = place.of === of ? place.afters : []
  const after = afters.at(-1)
  const read = useRead<Answer>(resource, { path, body: { ...body, ...(after === undefined ? {} : { after }) } }, true, alsoOn)
  const last = read.data?.rows.at(-1)
  const turnTo = (page: number) => {
    if (page <= afters.length) setPlace({ of, afters: afters.slice(0, page - 1) })
    else if (last !== undefined) setPlace({ of, afters: [...afters, keyOf(last)] })
  }
  return { ...read, page: afters.length + 1, turnTo }
}
export type Pages<Row, Answer extends Page<Row> = Page<Row>> = ReturnType<typeof usePages<Row, Answer>>
