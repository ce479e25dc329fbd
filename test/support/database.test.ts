import { expect, onTestFinished, test } from 'vitest'
import { engineOfLeg, freshStore } from '#test/support/database.ts'

async function store() {
  const opened = await freshStore()
  onTestFinished(() => opened.close())
  return opened
}

test('the leg runs on the engine that it is named after', async () => {
  const { engine, raw } = await store()
  expect(engine).toBe(process.env.TEST_ENGINE)
  expect(engine).toBe(engineOfLeg())
  const [version] = await raw(engine === 'sqlite' ? 'select sqlite_version() as v' : 'select version() as v')
  expect(String(version?.v)).toMatch(engine === 'sqlite' ? /^3\./ : /^PostgreSQL/)
})

test('two tests never see each other\'s rows', async () => {
  const [one, other] = await Promise.all([store(), store()])
  await one.raw('create table mark (word text)')
  await one.raw(`insert into mark values ('mine')`)
  await expect(other.raw('select * from mark')).rejects.toThrow(/mark/)
  expect(await one.raw('select word from mark')).toEqual([{ word: 'mine' }])
})
