import { expect, test } from 'vitest'
import { routes } from '#server/routes.ts'
import { sourcesOf } from '#test/support/architecture/source.ts'

/** Paths that screens ask for, with `:x` for what they fill in. */
function pathsAsked(): { path: string; file: string }[] {
  return sourcesOf(process.cwd()).filter(({ path }) => path.startsWith('client/')).flatMap(({ path: file, text }) =>
    [...text.matchAll(/\bpath: ?(?:'(\/[^']*)|`(\/[^`]*))/g)].map(([, plain, filled]) => ({ file, path: (plain ?? filled ?? '').replaceAll(/\$\{[^}]*\}/g, ':x').replace(/\?.*/s, '') })))
}

/** Doors of the demo and of sessions are no routes of the console. */
const DOORS = ['/demo/mailbox', '/session/sign-out']

test('every path that a screen asks for is there', () => {
  const known = routes.map(({ path }) => path.replace(/^\w+ \/api/, '').split('/'))
  const isKnown = (path: string) => {
    const asked = path.split('/')
    return known.some((parts) => parts.length === asked.length && parts.every((part, at) => part.startsWith(':') || asked[at] === ':x' || part === asked[at]))
  }
  const asked = pathsAsked()
  expect(asked.length).toBeGreaterThan(50)
  expect(asked.filter(({ path }) => !DOORS.includes(path) && !isKnown(path))).toEqual([])
})
