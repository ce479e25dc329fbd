import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

/** A file of the project by its path from the root, with forward slashes. */
export type Source = { path: string, text: string }
/** What a file imports: a project path, or a package's or Node module's name as it is written. */
export type Import = { target: string, inProject: boolean, typeOnly: boolean }
/** A piece of a parsed file. */
export type SyntaxNode = { type: string } & Record<string, unknown>

const floors = ['domain', 'db', 'server', 'client', 'seed', 'test'] as const
const code = new Set(['.ts', '.tsx', '.mjs'])

/** Every file below the floors whose name ends so; data and folders of tools are left out by their ending. */
export function filesOf(root: string, endings: readonly string[]): Source[] {
  return floors.filter((floor) => existsSync(join(root, floor))).flatMap((floor) => readdirSync(join(root, floor), { recursive: true, encoding: 'utf8' })
    .map((name) => join(floor, name))
    .filter((path) => endings.includes(extname(path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })))
}

/** The files that hold code. */
export function sourcesOf(root: string): Source[] {
  return filesOf(root, [...code])
}

/** The parsed file, and its text with comments blanked out. Throws when it is not TypeScript. */
export function parse(source: Source): { program: SyntaxNode, textWithoutComments: string } {
  const { program, comments, errors } = parseSync(source.path, source.text)
  if (errors.length > 0) throw new Error(`${source.path}: ${errors[0]?.message}`)
  const text = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + ' ' + rest.slice(end), source.text)
  return { program: program as unknown as SyntaxNode, textWithoutComments: text }
}

/** Every piece of a parsed file, outer before inner. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node
  for (const value of Object.values(node)) {
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (isNode(inner)) yield* nodesOf(inner)
    }
  }
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'
}

/** The import lines of a file, in every form: import, export from, import(), and import types. */
export function importsOf(source: Source): Import[] {
  return [...nodesOf(parse(source).program)].flatMap((node) => {
    if (!/^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/.test(node.type)) return []
    const from = node.source as { value?: unknown } | null | undefined
    return typeof from?.value === 'string' ? [resolve(source.path, from.value, isTypeOnly(node))] : []
  })
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const names = (node.specifiers ?? []) as SyntaxNode[]
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type')
}

function resolve(from: string, written: string, typeOnly: boolean): Import {
  const name = written.replace(/\?.*$/, '')
  if (name.startsWith('#')) return { target: name.slice(1), inProject: true, typeOnly }
  if (name.startsWith('.')) return { target: normalize(join(dirname(from), name)), inProject: true, typeOnly }
  return { target: name, inProject: false, typeOnly }
}
