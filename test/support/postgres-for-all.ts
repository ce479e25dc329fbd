import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The one PostgreSQL server of this run, as a connection address of its `postgres` database. */
    postgresUrl: string
  }
}

/** One PostgreSQL server for the whole leg; every test file has a database of its own in it. */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url('postgres'))
  return server.stop
}
