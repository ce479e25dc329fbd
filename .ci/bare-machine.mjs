/*
 * The README's first command on a machine that has only Node and npm: the committed tree, an empty HOME, an empty npm cache,
 * and a PATH in which no Python and no compiler exists. Each check counts; the last line is their sum.
 */
import { execFileSync, spawn } from 'node:child_process'
import { accessSync, constants, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { visitDemo } from './visit-demo.mjs'

const TOOLS = ['node', 'npm', 'npx', 'git', 'sh', 'bash', 'env', 'cat', 'chmod', 'cp', 'date', 'dirname', 'basename', 'expr', 'grep', 'head',
  'id', 'ln', 'ls', 'mkdir', 'mktemp', 'mv', 'ps', 'readlink', 'rm', 'sed', 'sleep', 'sort', 'tail', 'tar', 'tr', 'true', 'uname', 'wc', 'which']
const ABSENT = ['python', 'python3', 'make', 'gmake', 'gcc', 'g++', 'cc', 'c++', 'clang', 'node-gyp']
const CARRIED = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy',
  'no_proxy', 'LANG', 'LC_ALL', 'TMPDIR']
const NPM_SETTINGS = ['registry', 'cafile', 'proxy', 'https-proxy', 'noproxy', 'strict-ssl']
const START_LIMIT_MS = 240_000

const room = mkdtempSync(join(tmpdir(), 'portal-desk-bare-'))
const project = folder('project')
const counts = { passed: 0, failed: 0 }
const figures = []
let started = null

try {
  await main()
} catch (error) {
  await check('the leg runs to its end', () => { throw error })
} finally {
  endAll()
  rmSync(room, { recursive: true, force: true })
}
console.log(`\n${figures.join('\n')}\n`)
console.log(`${counts.passed} passed, ${counts.failed} failed, 0 skipped`)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0

async function main() {
  execFileSync('sh', ['-c', 'git archive HEAD | tar -x -C "$1"', 'sh', project])
  const env = bareEnvironment()
  await check('the machine has no Python and no compiler', () => ABSENT.filter((name) => find(name, env.PATH)).join(' ') || true)
  if (!await check('npm ci installs from an empty cache', () => timed('npm ci', () => run('npm', ['ci'], env)))) return
  figures.push(`node_modules: ${megabytes(join(project, 'node_modules'))} MB, npm cache: ${megabytes(join(room, 'cache'))} MB`)
  await check('a Node that is too old gets one sentence and no start', () => oldNodeIsTold(env))
  if (!await check('npm start builds, makes the demo practice and says where it listens', () => timed('npm start', () => start(env)))) return
  await visitDemo(started.origin, check)
  await check('SIGTERM ends it with exit code 0', stop)
  figures.push(`dist: ${megabytes(join(project, 'dist'))} MB, data: ${megabytes(join(project, 'data'))} MB`)
  if (!await check('npm start a second time starts what is there', () => timed('npm start again', () => start(env)))) return
  await check('SIGTERM ends it with exit code 0 again', stop)
}

/** One check: passes when the work gives no text and does not throw; a text says what is wrong. */
async function check(name, work) {
  let fault = null
  try {
    const answer = await work()
    if (typeof answer === 'string') fault = answer
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error)
  }
  console.log(fault === null ? `ok: ${name}` : `NOT OK: ${name}: ${fault}`)
  counts[fault === null ? 'passed' : 'failed'] += 1
  return fault === null
}

function bareEnvironment() {
  const tools = folder('bin')
  for (const name of TOOLS) {
    const program = find(name, process.env.PATH)
    if (program) symlinkSync(program, join(tools, name))
  }
  const env = { PATH: tools, HOME: folder('home'), npm_config_cache: folder('cache'), CI: 'true', NO_COLOR: '1', PORT: '0' }
  for (const name of CARRIED) if (process.env[name]) env[name] = process.env[name]
  for (const name of NPM_SETTINGS) {
    const value = execFileSync('npm', ['config', 'get', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    if (value && value !== 'null' && value !== 'undefined') env[`npm_config_${name.replaceAll('-', '_')}`] = value
  }
  return env
}

/** Where a program lies on a PATH; null when it does not. */
function find(name, path) {
  return path.split(delimiter).map((each) => join(each, name)).find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  }) ?? null
}

/** The machine's own Node when it is old; otherwise the same Node under an old version number. */
async function oldNodeIsTold(env) {
  const isOld = Number(process.versions.node.split('.')[0]) < 24
  const mask = join(room, 'old.cjs')
  writeFileSync(mask, 'Object.defineProperty(process.versions, "node", { value: "20.0.0" })')
  const { code, said } = await run('node', [...isOld ? [] : ['--require', mask], 'server/start.mjs'], env, { mayFail: true })
  const lines = said.trim().split('\n')
  return (code !== 0 && lines.length === 1 && lines[0].includes('needs Node 24')) || `ended with ${code} and said: ${said}`
}

function run(program, options, env, { mayFail = false } = {}) {
  const { child, said, gone } = open(program, options, env)
  child.stdin.end()
  return gone.then((code) => {
    if (code !== 0 && !mayFail) throw new Error(`${program} ${options.join(' ')} ended with ${code}:\n${said()}`)
    return { code, said: said() }
  })
}

async function start(env) {
  started = open('npm', ['start'], env)
  const listening = new Promise((resolve) => {
    started.child.stdout.on('data', () => {
      const found = /listens on (http:\/\/\S+)/.exec(started.said())
      if (found) resolve(found)
    })
  })
  const late = new Promise((resolve) => { setTimeout(resolve, START_LIMIT_MS).unref() })
  const line = await Promise.race([listening, started.gone, late])
  if (!Array.isArray(line)) throw new Error(`it did not say where it listens:\n${started.said()}`)
  started.origin = line[1]
}

async function stop() {
  started.child.kill('SIGTERM')
  const code = await started.gone
  const { said } = started
  started = null
  return code === 0 || `it ended with ${code}:\n${said()}`
}

/** Ends a start that a failed check left running, with everything it has started itself. */
function endAll() {
  try {
    if (started) process.kill(-started.child.pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

function open(program, options, env) {
  const child = spawn(program, options, { cwd: project, env, stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { text += chunk })
  const gone = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? signal))
  })
  return { child, gone, said: () => text }
}

async function timed(name, work) {
  const begun = performance.now()
  await work()
  figures.push(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

function folder(name) {
  const path = join(room, name)
  mkdirSync(path)
  return path
}

function megabytes(path) {
  const size = (file) => {
    const stat = lstatSync(file)
    return stat.isDirectory() ? readdirSync(file).reduce((sum, name) => sum + size(join(file, name)), 0) : stat.size
  }
  return existsSync(path) ? Math.round(size(path) / 1e6) : 0
}
