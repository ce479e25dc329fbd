import { nodesOf, parse } from '#test/support/architecture/source.ts'
import type { Source } from '#test/support/architecture/source.ts'

const LONGEST_FILE = 250

/** Words that switch a check off, or leave work behind; each has a letter in brackets, so that this file may hold them. */
const silencers = /@ts-(ignor[e]|expect-erro[r]|nochec[k])|(ox|es)lint-disabl[e]/
const leftovers = /\b(TO[D]O|FIX[M]E|XX[X])\b/
const unrunTests = /\b(test|it|describe|suite)(\.\w+)*\.(skip|only|todo|fails)\b|\b(skip|only)\s*:\s*true/

/** Sentences about a code file's text: checks switched off, `any`, work left over, tests that do not run, too long. */
export function textFaults(source: Source): string[] {
  const { program, textWithoutComments } = parse(source)
  const lines = source.text.split('\n').length - 1
  const faults = [
    silencers.test(source.text) && 'switches a check off',
    leftovers.test(source.text) && 'leaves work behind',
    unrunTests.test(textWithoutComments) && 'has a test that does not run, or others do not',
    [...nodesOf(program)].some((node) => node.type === 'TSAnyKeyword') && 'says any',
    lines > LONGEST_FILE && `has ${lines} lines: look for the second noun`,
  ]
  return faults.filter((fault) => fault !== false).map((fault) => `${source.path} ${fault}`)
}

/** Whether SQL or a table definition lets the database delete records on its own. Comments are not read. */
export function deletesByItself(source: Source): boolean {
  const text = source.path.endsWith('.sql') ? source.text.replace(/--.*$/gm, '') : parse(source).textWithoutComments
  return /on\s+delete\s+cascade/i.test(text) || /onDelete:\s*['"`]cascade/i.test(text)
}
