import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, projectFolder, staleReason } from './build.mjs'

/**
 * Starts the built server. The demo practice builds what is missing or older than its sources first, and keeps its records in
 * the project's data folder; without `demo` it starts what is built and nothing else, so that its exit code and signals are its own.
 * Throws an error with a `sentence` for the person at the terminal.
 */
export async function launch(demo) {
  if (demo) {
    process.env.PRACTICE ??= 'demo'
    process.env.DATA_DIR ??= resolve(projectFolder, 'data', 'demo')
    process.env.ANCHOR_DIR ??= resolve(projectFolder, 'data', 'demo-anchor')
    const reason = staleReason()
    if (reason) await build(reason)
  } else if (!existsSync(built('main.js'))) {
    throw sentence('Nothing is built yet: run "npm run build" first.')
  }
  const { start } = await import(built('main.js'))
  await start(await seedOf(process.env.PRACTICE))
}

/** What fills a made-up practice. The server knows nothing of the seed, nor the seed of the server: they meet here. */
async function seedOf(practice) {
  if (practice !== 'demo' && practice !== 'test') return {}
  const { seedPractice } = await import(built('seed.js'))
  return { seedPractice }
}

function built(name) {
  return resolve(projectFolder, 'dist', 'server', name)
}

function sentence(text) {
  return Object.assign(new Error(text), { sentence: text })
}
