/*
 * Where the commands for operators start (doctor, verify, backup, restore). Written, like start.mjs, so that a Node that
 * is too old gets one sentence before anything it cannot read.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

var NEEDED = 24
var running = process.versions.node
var built = new URL('../dist/server/cli.js', import.meta.url)

function stop(sentence) {
  console.error(sentence)
  process.exitCode = 2
}

if (Number(running.split('.')[0]) < NEEDED) {
  stop('Portal Desk needs Node ' + NEEDED + ' or newer and this is Node ' + running + ': say "npm run ' + (process.argv[2] || 'doctor') +
    '", which brings the right one along.')
} else if (!existsSync(fileURLToPath(built))) {
  stop('Nothing is built yet: run "npm run build" first.')
} else {
  import(built.href).catch(function (error) {
    stop(error && error.message || String(error))
  })
}
