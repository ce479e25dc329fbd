import { z } from 'zod'

const MOST_ROWS = 200

/**
 * Checks what a list asks for as ra-data-simple-rest writes it: `?sort=["name","ASC"]&range=[0,24]&filter={"state":"parked"}`.
 * Only named fields sort; a range holds at most 200 rows; unknown filters are refused.
 */
export function listQuery<const Fields extends readonly [string, ...string[]], Shape extends z.ZodRawShape>(
  fields: Fields, usual: readonly [Fields[number], 'ASC' | 'DESC'], filter: Shape,
) {
  return z.strictObject({
    sort: inJson(z.tuple([z.enum(fields), z.enum(['ASC', 'DESC'])])).default([...usual]),
    range: inJson(z.tuple([z.int().min(0), z.int().min(0)]).refine(([from, to]) => from <= to && to - from < MOST_ROWS, `at most ${MOST_ROWS} rows`))
      .default([0, 24]),
    filter: inJson(z.strictObject(filter)).prefault('{}'),
  })
}

function inJson<Schema extends z.ZodType>(schema: Schema) {
  return z.string().max(2000).transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'JSON' })
      return z.NEVER
    }
  }).pipe(schema)
}

/** Where a page begins and how many rows there are in all; JSON shows only the rows. */
type Place = { from: number; total: number }

/** The rows of a list's answer, knowing their place for `Content-Range`. */
export function pageOf<Row>(rows: readonly Row[], from: number, total: number): Row[] & Place {
  return Object.assign([...rows], { from, total })
}

/** `Content-Range` of a page made by `pageOf`: `outbox 0-24/318`. */
export function contentRange(name: string): (rows: readonly unknown[] & Partial<Place>) => string {
  return (rows) => `${name} ${rows.from ?? 0}-${(rows.from ?? 0) + Math.max(0, rows.length - 1)}/${rows.total ?? rows.length}`
}
