import { useState } from 'react'

type Seen = { of: string; ids: readonly string[] }

/**
 * Keeps a live list still under the cursor: rows keep their place and change in it, rows that are new wait until they
 * are asked for, rows that are gone leave. `of` says what the list is of; another list begins anew.
 */
export function useHeldRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string, of: string) {
  const [seen, setSeen] = useState<Seen>({ of, ids: rows.map(keyOf) })
  const isAnew = seen.of !== of || seen.ids.length === 0
  const ids = isAnew ? rows.map(keyOf) : seen.ids
  if (isAnew && (seen.of !== of || rows.length > 0)) setSeen({ of, ids })
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const known = new Set(ids)
  const news = rows.filter((row) => !known.has(keyOf(row)))
  return {
    shown: ids.flatMap((id) => byKey.get(id) ?? []),
    news,
    fresh: news.length,
    show: () => setSeen({ of, ids: rows.map(keyOf) }),
  }
}
