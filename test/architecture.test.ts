import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cycles } from '#test/support/architecture/cycles.ts'
import { trespasses } from '#test/support/architecture/floors.ts'
import { hookScripts, lockFaults, looseVersions } from '#test/support/architecture/packages.ts'
import { impurities } from '#test/support/architecture/purity.ts'
import { filesOf, sourcesOf } from '#test/support/architecture/source.ts'
import { deletesByItself, textFaults } from '#test/support/architecture/text.ts'

const root = process.cwd()
const sources = sourcesOf(root)
const read = (name: string): unknown => JSON.parse(readFileSync(`${root}/${name}`, 'utf8'))

describe('the house as it stands', () => {
  test('there is a house to look at', () => {
    expect(sources.length).toBeGreaterThan(20)
  })

  test('no floor reaches where it may not, and rooms meet at their faces', () => {
    expect(sources.flatMap(trespasses)).toEqual([])
  })

  test('no file needs itself by a detour', () => {
    expect(cycles(sources)).toEqual([])
  })

  test('the rules know no clock, no chance and no machine', () => {
    expect(sources.filter(({ path }) => path.startsWith('domain/')).flatMap(impurities)).toEqual([])
  })

  test('no check is switched off, no test is left out, no file has grown past its noun', () => {
    expect(sources.flatMap(textFaults)).toEqual([])
  })

  test('the database deletes nothing on its own', () => {
    const tables = filesOf(root, ['.ts', '.sql']).filter(({ path }) => !path.startsWith('test/'))
    expect(tables.filter(deletesByItself).map(({ path }) => path)).toEqual([])
  })

  test('every package is one exact version, and the lock pins its content without an address', () => {
    const manifest = read('package.json') as Record<string, unknown>
    expect(looseVersions(manifest)).toEqual([])
    expect(hookScripts(manifest)).toEqual([])
    expect(lockFaults(read('package-lock.json') as Parameters<typeof lockFaults>[0])).toEqual([])
  })

  test('npm runs no script of a package and writes no address into the lock', () => {
    const settings = readFileSync(`${root}/.npmrc`, 'utf8').split('\n')
    expect(settings).toContain('ignore-scripts=true')
    expect(settings).toContain('omit-lockfile-registry-resolved=true')
    expect(settings.filter((line) => line.startsWith('engine-strict'))).toEqual([])
  })
})

describe('each check can fail', () => {
  const file = (path: string, ...lines: string[]) => ({ path, text: `${lines.join('\n')}\n` })
  const reach = (path: string, target: string) => trespasses(file(path, `import { a } from '${target}'`)).length

  test('a rule that imports the database, a screen that imports the server, a seed that imports a test', () => {
    expect(reach('domain/invitations.ts', '#db/store.ts')).toBe(1)
    expect(reach('client/patients/PatientList.tsx', '#server/http/http.ts')).toBe(1)
    expect(reach('client/patients/PatientList.tsx', '../../server/http/http.ts')).toBe(1)
    expect(reach('seed/main.ts', '#test/support/database.ts')).toBe(1)
    expect(reach('db/store.ts', '#server/main.ts')).toBe(1)
    expect(reach('server/main.ts', '#seed/main.ts')).toBe(1)
    expect(reach('server/main.ts', '#db/store.ts') + reach('client/App.tsx', '#domain/roles.ts')).toBe(0)
  })

  test('a package on the wrong floor', () => {
    expect(reach('domain/time.ts', 'node:crypto')).toBe(1)
    expect(reach('domain/time.ts', 'express')).toBe(1)
    expect(reach('server/main.ts', 'react-dom/server')).toBe(1)
    expect(reach('server/main.ts', 'vitest')).toBe(1)
    expect(reach('client/main.tsx', 'better-sqlite3')).toBe(1)
    expect(reach('client/main.tsx', 'node:fs')).toBe(1)
    expect(reach('seed/main.ts', 'express')).toBe(1)
    expect(reach('domain/time.ts', 'zod') + reach('db/store.ts', 'pg') + reach('client/main.tsx', '@mui/material/Button')).toBe(0)
  })

  test('a room entered by its window', () => {
    expect(reach('server/staff/invite-staff.ts', '#server/patients/search.ts')).toBe(1)
    expect(reach('server/staff/invite-staff.ts', '../patients/search.ts')).toBe(1)
    expect(reach('server/staff/invite-staff.ts', '#server/main.ts')).toBe(1)
    expect(reach('client/staff/StaffList.tsx', '#client/patients/PatientList.tsx')).toBe(1)
    expect(reach('client/ui/Moment.tsx', '#client/patients/PatientList.tsx')).toBe(1)
    expect(reach('server/staff/invite-staff.ts', '#server/patients/patients.ts')).toBe(0)
    expect(reach('server/staff/invite-staff.ts', '#server/patients/face.ts')).toBe(0)
    expect(reach('server/staff/invite-staff.ts', '#server/audit/record.ts')).toBe(0)
    expect(reach('client/home/Home.tsx', '#client/staff/StaffList.tsx')).toBe(0)
  })

  test('every form of an import line is read', () => {
    const forms = ['import "#db/a.ts"', 'import type { A } from "#db/a.ts"', 'export { a } from "#db/a.ts"', 'export * from "#db/a.ts"',
      'await import("#db/a.ts")', 'type A = import("#db/a.ts").A']
    for (const form of forms) expect(trespasses(file('domain/a.ts', form)), form).toHaveLength(1)
    expect(trespasses(file('domain/a.ts', '// import "#db/a.ts"', 'const text = \'import "#db/a.ts"\''))).toEqual([])
  })

  test('two files that need each other, but not two that only share types', () => {
    const a = file('domain/a.ts', 'import { b } from "./b.ts"')
    expect(cycles([a, file('domain/b.ts', 'import { a } from "#domain/a.ts"')])).toEqual(['domain/a.ts → domain/b.ts → domain/a.ts'])
    expect(cycles([a, file('domain/b.ts', 'import type { A } from "./a.ts"')])).toEqual([])
    expect(cycles([a, file('domain/b.ts', 'import { c } from "./c.ts"'), file('domain/c.ts', 'export * from "./a.ts"')])).toHaveLength(1)
  })

  test('a rule that asks the clock, chance or the machine', () => {
    const asks = ['Date.now()', 'new Date()', 'new Date', 'Date()', 'Math.random()', 'Temporal.Now.instant()', 'crypto.randomUUID()',
      'process.env.TZ', 'globalThis.fetch', 'fetch("/")', 'setTimeout(f, 1)', 'import.meta.url', 'performance.now()', 'console.log(1)']
    for (const ask of asks) expect(impurities(file('domain/a.ts', ask)), ask).not.toEqual([])
    expect(impurities(file('domain/a.ts', 'new Date(at).toISOString(); patient.process; const s = "Date.now()" // Date.now()'))).toEqual([])
  })

  test('a check switched off, work left behind, a test left out, a file past its length', () => {
    const faulty = ['// @ts-' + 'ignore', '/* oxlint-' + 'disable */', '// eslint-' + 'disable-next-line', '// TO' + 'DO later',
      'test.sk' + 'ip("x", f)', 'describe.on' + 'ly("x", f)', 'test.concurrent.on' + 'ly("x", f)', 'let a: an' + 'y', 'f(b as an' + 'y)', '\n'.repeat(251)]
    for (const text of faulty) expect(textFaults(file('client/a.tsx', text)), text).toHaveLength(1)
    expect(textFaults(file('client/a.tsx', '// any patient', 'list.skip(3)', '\n'.repeat(240)))).toEqual([])
  })

  test('a table whose rows go when another row goes', () => {
    expect(deletesByItself(file('db/sql/a.sql', 'references patient (id) ON DELETE', '  CASCADE'))).toBe(true)
    expect(deletesByItself(file('db/schema/a.ts', 'a.references(() => b.id, { onDelete: "cascade" })'))).toBe(true)
    expect(deletesByItself(file('db/schema/a.ts', '/** Never ON DELETE CASCADE. */', 'onDelete: "restrict"'))).toBe(false)
  })

  test('a version that is a range, a script that npm would hook in, a lock with an address or without a hash', () => {
    expect(looseVersions({ dependencies: { a: '^1.2.3', b: '~1.2.3', c: '*', d: 'latest', e: '1.2.3', f: '1.0.0-rc.5' } }))
      .toEqual(['a ^1.2.3', 'b ~1.2.3', 'c *', 'd latest'])
    expect(looseVersions({ optionalDependencies: { a: '>=1.0.0' } })).toEqual(['a >=1.0.0'])
    expect(hookScripts({ scripts: { build: 'x', prebuild: 'y', posttest: 'z', prepare: 'w', preview: 'v' } }))
      .toEqual(['prebuild', 'posttest', 'prepare'])
    expect(lockFaults({ packages: { '': {}, a: { resolved: 'https://x', integrity: 'sha512-1' }, b: {} } }))
      .toEqual(['a names a download address', 'b has no hash'])
  })
})

test('every decision has a number of its own, and its title bears it', () => {
  const files = readdirSync('docs/decisions')
  const numbers = files.map((file) => file.slice(0, 4))
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([])
  const titles = files.map((file) => readFileSync(`docs/decisions/${file}`, 'utf8').split('\n')[0] ?? '')
  expect(titles.filter((title, at) => !title.startsWith(`# ${numbers[at]} `))).toEqual([])
})
