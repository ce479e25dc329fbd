import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migratePostgres } from '#db/migrate-postgres.ts'
import { migrateSqlite } from '#db/migrate-sqlite.ts'
import { sqliteFileOf } from '#db/open.ts'
import { startPostgres } from '#test/support/postgres.ts'
import { onServer } from '#test/support/postgres-client.ts'

/** What the stores of one leg are made from. Migrated once; every store is a copy of it. */
export type StorageOfLeg = {
  engine: 'sqlite' | 'postgres'
  /** Holds every data folder of the leg; removed at its end. */
  folder: string
  /** Connection address of the leg's own server, with `template` to copy databases from. SQLite has none. */
  postgresUrl: string | null
}

export const TEMPLATE = 'template_of_leg'

declare module 'vitest' {
  interface ProvidedContext {
    storage: StorageOfLeg
  }
}

/** Prepares the engine that `TEST_ENGINE` of the leg names; the answer removes all of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-desk-tests-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    if (project.config.env.TEST_ENGINE !== 'postgres') {
      await migrateSqlite(sqliteFileOf(makeFolder(join(folder, TEMPLATE))))
      project.provide('storage', { engine: 'sqlite', folder, postgresUrl: null })
      return async () => remove()
    }
    const server = await startPostgres()
    project.provide('storage', { engine: 'postgres', folder, postgresUrl: server.url('postgres') })
    await onServer(server.url('postgres'), `create database ${TEMPLATE}`)
    await migratePostgres(server.url(TEMPLATE))
    return async () => {
      remove()
      await server.stop()
    }
  } catch (error) {
    remove()
    throw error
  }
}

function makeFolder(path: string): string {
  mkdirSync(path)
  return path
}
