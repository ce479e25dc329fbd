/**
 * `npm run db:generate -- <name>`: writes the next migration of both engines from the one schema.
 * Rebuilds of SQLite tables are safe only through our own migrator (docs/decisions/0003).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as kitApi from 'drizzle-kit/api'
import { postgresSchema } from '#db/kit-postgres.ts'
import { sqliteSchema } from '#db/kit-sqlite.ts'

const folder = join(import.meta.dirname, 'sql')
const name = process.argv[2]
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Say a name in lower case, such as: npm run db:generate -- add-appointments')
  process.exit(1)
}

await write('sqlite', await kitApi.generateSQLiteDrizzleJson({}), await kitApi.generateSQLiteDrizzleJson({ ...sqliteSchema }), kitApi.generateSQLiteMigration)
await write('postgres', kitApi.generateDrizzleJson({}), kitApi.generateDrizzleJson({ ...postgresSchema }), kitApi.generateMigration)

async function write<T>(engine: string, empty: T, now: T, diff: (from: T, to: T) => Promise<string[]>) {
  const dir = join(folder, engine)
  mkdirSync(dir, { recursive: true })
  const snapshot = join(dir, 'snapshot.json')
  const before = existsSync(snapshot) ? (JSON.parse(readFileSync(snapshot, 'utf8')) as T) : empty
  const statements = await diff(before, now)
  if (statements.length === 0) return console.log(`${engine}: nothing has changed`)
  const number = readdirSync(dir).filter((file) => file.endsWith('.sql')).length + 1
  const file = `${String(number).padStart(4, '0')}-${name}.sql`
  writeFileSync(join(dir, file), statements.join('\n--> next\n'))
  writeFileSync(snapshot, JSON.stringify(now))
  console.log(`${engine}: ${file}, ${statements.length} statements`)
}
