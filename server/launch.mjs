import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

/**
 * Starts the built server. The demo practice builds what is missing or older than its sources first, and keeps its records in
 * the project's data folder; without `demo` it starts what is built and nothing else, so that its exit code and signals are its own.
 * Throws an error with a `sentence` for the person at the terminal.
 */
export async function launch(demo) {
  if (demo) {
    process.env.PRACTICE ??= 'demo'
    process.env.DATA_DIR ??= inProject('data/demo')
    process.env.ANCHOR_DIR ??= inProject('data/demo-anchor')
    const { build, staleReason } = await import('./build.mjs')
    const reason = staleReason()
    if (reason) await build(reason)
  } else if (!existsSync(built('main.js'))) {
    throw sentence('Nothing is built yet: run "npm run build" first.')
  }
  // What V8 compiled at the last start; where the folder cannot be written it compiles anew.
  enableCompileCache(inProject('dist/compiled'))
  // V8's young generation keeps the size that it begins with: starting would grow it to twenty megabytes that nobody needs again.
  // The old one is swept each time that it has grown by a third, not when it is twice what is alive.
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
  const { start } = await import(built('main.js'))
  await start(seedOf(process.env.PRACTICE))
}

/** What fills a made-up practice, loaded where one is empty. The server knows nothing of the seed, nor the seed of the server: they meet here. */
function seedOf(practice) {
  if (practice !== 'demo' && practice !== 'test') return {}
  return { seedPractice: async (what) => (await import(built('seed.js'))).seedPractice(what) }
}

function built(name) {
  return inProject(`dist/server/${name}`)
}

function inProject(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}

function sentence(text) {
  return Object.assign(new Error(text), { sentence: text })
}
