/*
 * Where the program starts. Written so that every Node that knows modules can read it: a Node that is too old gets one
 * sentence here, before a line of TypeScript or a compiled library stops it with something nobody understands.
 */
var NEEDED = 24
var running = process.versions.node
var demo = process.argv.indexOf('--demo') >= 0

function stop(sentence) {
  console.error(sentence)
  process.exitCode = 1
}

if (Number(running.split('.')[0]) < NEEDED) {
  stop('Portal Desk needs Node ' + NEEDED + ' or newer and this is Node ' + running +
    ': start it with "npm start" or "npm run serve", which bring the right one along.')
} else {
  import('./launch.mjs').then(function (launch) {
    return launch.launch(demo)
  }).catch(function (error) {
    stop(error && error.sentence ? error.sentence : error && error.stack || String(error))
  })
}
