import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Beside this file in the sources; two floors up from the built program. */
const folders = [join(import.meta.dirname, 'data'), join(import.meta.dirname, '../../seed/data')]

/** The rows of a file of synthetic people, one JSON value a line. Throws when the file is not there. */
export function readRows(name: string): unknown[] {
  const folder = folders.find((each) => existsSync(join(each, 'README.md')))
  if (!folder) throw new Error('the synthetic people are not beside the program')
  const text = gunzipSync(readFileSync(join(folder, name))).toString('utf8')
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)
}
