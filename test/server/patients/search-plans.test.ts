import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { postgresSchema } from '#db/kit-postgres.ts'
import { sqliteSchema } from '#db/kit-sqlite.ts'
import { openStore } from '#db/open.ts'
import { withFixedPlan } from '#db/sqlite.ts'
import { hotStatements, type Hot, type Store } from '#db/store.ts'
import '#server/patients/routes.ts'
import { fillTables } from '#test/server/patients/many-people.ts'
import { engineOfLeg, freshAddress } from '#test/support/database.ts'

/** Tables that grow with the practice. */
const large = ['patients', 'patient_names', 'name_words', 'patient_identifiers', 'patient_contacts', 'household_links', 'portal_accounts']
const lookUps = hotStatements().filter(({ name }) => /^(look_up|look_alikes|rows_to_show)/.test(name))
/** As the engine of the leg is asked for them. */
const lettersInside = engineOfLeg() === 'sqlite' ? { letters: 'mit', sought: '"mit"' } : { letters: 'mit', sought: '%mit%' }
const values: Record<string, unknown> = {
  most: 26, mostPairs: 500, family: 'smi', familyEnd: 'smi\u{10ffff}', given: 'jo', givenEnd: 'jo\u{10ffff}', head: 'smi', words: '{"smith":0}', days: '{"1980-05-17":0}',
  at: 1, actorId: 'x', kind: 'phone', key: '4321', keyEnd: '4321\u{10ffff}', ids: '{"p-1":0,"p-2":0}', siteId: 'site', spellings: '{"smith":0}', beyond: '\u{10ffff}', ...lettersInside,
}

let store: Store
/** PostgreSQL reads a table this small in one go, and is right to: it is asked what it would do if that were dear. */
let planner: pg.Client | null = null

beforeAll(async () => {
  const address = await freshAddress()
  store = await openStore(address)
  await fillTables(store)
  if (!address.databaseUrl) return
  planner = new pg.Client({ connectionString: address.databaseUrl, options: '-c enable_seqscan=off' })
  await planner.connect()
})
afterAll(async () => {
  await planner?.end()
  await store.close()
})

/** Which large tables a statement reads from end to end. */
async function scansOf(statement: Hot<unknown>): Promise<string[]> {
  const [db, schema] = engineOfLeg() === 'sqlite' ? [drizzleSqlite.mock(), sqliteSchema] : [drizzlePostgres.mock(), postgresSchema]
  const built = statement.build(db as never, schema, store.read.fn) as unknown as { toSQL: () => { sql: string; params: unknown[] } }
  const { sql, params } = built.toSQL()
  const bound = params.map((one) => (typeof one === 'object' && one !== null && 'name' in one ? values[String(one.name)] : one))
  if (!planner) {
    const plan = await store.raw(`explain query plan ${withFixedPlan(sql)}`, bound.map((one) => (typeof one === 'boolean' ? Number(one) : one)))
    return plan.map((row) => String(row.detail)).filter((line) => large.some((table) => new RegExp(`^SCAN ${table}\\b`).test(line)) || /^SCAN o\b|^SCAN d\b|^SCAN m\b/.test(line))
  }
  const written = bound.reduce<string>((text, value, at) => text.replace(new RegExp(`\\$${at + 1}(?!\\d)`), typeof value === 'string' ? `'${value}'` : String(value)), sql)
  const { rows } = await planner.query<Record<string, unknown>>(`explain ${written}`)
  return rows.map((row) => String(row['QUERY PLAN']).trim()).filter((line) => large.some((table) => line.includes(`Seq Scan on ${table}`)))
}

describe.each(['before the engine has counted its rows', 'after it has'])('%s', (when) => {
  beforeAll(async () => {
    if (when.startsWith('after')) await store.raw('analyze')
  })

  test.each(lookUps.map((statement) => [statement.name, statement] as const))('%s reads no table from end to end', async (_name, statement) => {
    expect(await scansOf(statement)).toEqual([])
  })
})

test('every statement of the look-up is among those', () => {
  expect(lookUps.length).toBeGreaterThan(25)
})
