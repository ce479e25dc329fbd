import type { Hot, Store } from '#db/store.ts'

/** Placeholder values that a statement's types take, found out by asking: text first, then what the engine misses. */
export async function runOnce(store: Store, statement: Hot<unknown>): Promise<string | null> {
  const names = placeholdersOf(store, statement)
  const values: Record<string, unknown> = Object.fromEntries(names.map((name) => [name ?? '', 'x']))
  for (let attempt = 0; attempt <= 2 * names.length + 2; attempt++) {
    const error = await tryOnce(store, statement, values)
    if (error === null || /FOREIGN KEY|foreign key|CHECK|check constraint/.test(error.text)) return null
    if (!adapt(values, names, error, attempt)) return `${statement.name}: ${error.text}`
  }
  return `${statement.name}: no values fit`
}

type Miss = { text: string; where: string }

/** Carries the statement out in a transaction that is given up. */
async function tryOnce(store: Store, statement: Hot<unknown>, values: Record<string, unknown>): Promise<Miss | null> {
  try {
    await store.tx(async (w) => {
      await w.hot(statement, values)
      throw new Error('given up')
    })
  } catch (error) {
    const causes: Error[] = []
    for (let at: unknown = error; at instanceof Error; at = at.cause) causes.push(at)
    const text = causes.map((one) => one.message).join(' < ')
    return text === 'given up' ? null : { text, where: causes.map((one) => (one as { where?: string }).where ?? '').join(' ') }
  }
  return null
}

/** PostgreSQL names the parameter that does not fit; on SQLite only a limit and JSON are particular. */
function adapt(values: Record<string, unknown>, names: (string | null)[], { text, where }: Miss, attempt: number): boolean {
  const sample = /type json|malformed JSON/.test(text) ? '{}' : /type boolean/.test(text) ? true : 1
  const named = /parameter \$(\d+)/.exec(where)
  if (named) {
    const name = names[Number(named[1]) - 1]
    if (name === null || name === undefined || values[name] !== 'x') return false
    values[name] = sample
    return true
  }
  if (!/datatype mismatch|malformed JSON/.test(text)) return false
  const name = names.filter((one) => one !== null && values[one] === 'x').at(sample === 1 ? -1 : 0)
  if (name === null || name === undefined) return false
  values[name] = sample
  return attempt < 2 * names.length
}

function placeholdersOf(store: Store, statement: Hot<unknown>): (string | null)[] {
  const query = statement.build(store.read, store.read.t, store.read.fn) as unknown as { toSQL: () => { params: unknown[] } }
  return query.toSQL().params.map((param) => {
    const held = param as { name?: unknown; value?: { name?: unknown } } | null
    const name = held?.name ?? held?.value?.name
    return typeof name === 'string' ? name : null
  })
}
