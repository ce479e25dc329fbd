import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inflate } from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser, LaunchOptions } from 'playwright-core'

const run = promisify(execFile)
const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')

/** Nothing here may weaken the browser's own security: tests of it would be worth nothing. No sandbox, because root has none. */
const SWITCHES = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-background-networking',
  '--disable-component-update', '--disable-domain-reliability', '--no-pings', '--no-default-browser-check', '--lang=en-US']

type Libraries = 'as needed' | 'of the package'

/** A headless Chromium of npm's, the same on every machine; the caller closes it. */
export async function launchChromium(options: LaunchOptions = {}, libraries: Libraries = 'as needed'): Promise<Browser> {
  const { executablePath, env } = await chromiumProgram(libraries)
  return chromium.launch({ ...options, executablePath, env, args: [...SWITCHES, ...options.args ?? []] })
}

/** Where the browser lies and the environment it runs in; unpacks it on first use (about 2 s). */
export async function chromiumProgram(libraries: Libraries = 'as needed') {
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  const plain = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') } as Record<string, string>
  const carried = { ...plain, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  heedFonts(folder)
  const env = libraries === 'as needed' && await starts(executablePath, plain) ? plain : carried
  return { executablePath, env }
}

/** A bare machine lacks libnss3 and libnspr4: then the loader ends the program before its first line. */
async function starts(executablePath: string, env: Record<string, string>): Promise<boolean> {
  try {
    await run(executablePath, ['--version'], { env })
    return true
  } catch (error) {
    if (String((error as { stderr?: string }).stderr).includes('error while loading shared libraries')) return false
    throw error
  }
}

/**
 * The package unpacks into the temp folder and takes what lies there for its own, also when it is another version's or half done.
 * So: a folder named by version inside node_modules, filled aside and put in place by one rename.
 */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const cache = join(projectFolder, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = join(realpathSync(cache), `chromium-${version}`)
  if (existsSync(folder)) return folder
  const aside = mkdtempSync(join(cache, 'unpacking-'))
  try {
    await inflateInto(aside, ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'])
    renameSync(aside, folder)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The package asks for the temp folder once, when it is called. */
async function inflateInto(folder: string, names: string[]): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  const work = names.map((name) => inflate(join(packageFolder, 'bin', name)))
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  await Promise.all(work)
}

/** Only the fonts of the package, so that a page measures the same on every machine; said anew when the project's folder has been moved. */
function heedFonts(folder: string): void {
  const file = join(folder, 'fonts.conf')
  const wanted = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>`
    + `<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`
  if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) writeFileSync(file, wanted)
}
