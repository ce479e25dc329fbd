import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))
const stamp = resolve(projectFolder, 'dist', 'built.json')
const sources = ['client', 'domain', 'db', 'server', 'seed', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Why the built files may not be used, as words for the terminal; null when they are newer than all they were made of. */
export function staleReason() {
  if (!existsSync(stamp)) return 'nothing is built yet'
  const { startedAt } = JSON.parse(readFileSync(stamp, 'utf8'))
  const changed = sources.find((name) => newest(resolve(projectFolder, name)) > startedAt)
  return changed ? `${changed} has changed since the last build` : null
}

/** Builds client and server side by side. Throws with what the builder said when one of them fails. */
export async function build(reason) {
  const startedAt = Date.now()
  console.log(`Building client and server, because ${reason} …`)
  await Promise.all([vite([]), vite(['--mode', 'server'])])
  mkdirSync(resolve(projectFolder, 'dist'), { recursive: true })
  writeFileSync(stamp, JSON.stringify({ startedAt }))
  console.log(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
}

/** The instant of the latest change in a file or below a folder; a removed file changes its folder. */
function newest(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), mtimeMs)
}

function buildFailed() {
  const sentence = 'The build did not end well; what is wrong stands above.'
  return Object.assign(new Error(sentence), { sentence })
}

function vite(options) {
  const program = resolve(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn', ...options], {
    cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: 'production' },
  })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done() : fail(buildFailed())))
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build('that was asked for')
