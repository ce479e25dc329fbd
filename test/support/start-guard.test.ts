import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** Runs the start file as a Node of the given version would see it, in a project where nothing is built. */
function startUnder(version: string): Promise<{ code: number, said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-desk-guard-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'server'))
  for (const name of ['start.mjs', 'launch.mjs', 'build.mjs']) copyFileSync(`server/${name}`, join(folder, 'server', name))
  writeFileSync(join(folder, 'version.cjs'), `Object.defineProperty(process.versions, 'node', { value: '${version}' })`)
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--require', './version.cjs', 'server/start.mjs'], { cwd: folder }, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, said: out + err })
    })
  })
}

test('a Node that is too old gets one sentence and no start', async () => {
  for (const version of ['12.22.0', '20.20.2', '23.11.0']) {
    const { code, said } = await startUnder(version)
    expect(code).toBe(1)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(said).toContain(`needs Node 24 or newer and this is Node ${version}`)
  }
})

test('a Node that is new enough starts, and says when nothing is built', async () => {
  for (const version of ['24.0.0', '26.10.0']) {
    expect(await startUnder(version)).toEqual({ code: 1, said: 'Nothing is built yet: run "npm run build" first.\n' })
  }
})

test('the file with the guard is written in words that an old Node can read', () => {
  const text = readFileSync('server/start.mjs', 'utf8').replace(/\/\*[^]*?\*\//g, '')
  expect(text).not.toMatch(/^import\s|^export\s|\bawait\b|\basync\b|\?\.|\?\?|=>|`|\.\.\.|\bconst\b|\blet\b/m)
})
