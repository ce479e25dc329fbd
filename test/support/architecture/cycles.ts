import { importsOf } from '#test/support/architecture/source.ts'
import type { Source } from '#test/support/architecture/source.ts'

/** Rings of files that need each other to run, each as `a → b → a`. Imports of types alone vanish and do not count. */
export function cycles(sources: Source[]): string[] {
  const graph = new Map(sources.map((source) => [source.path, targetsOf(source)]))
  const done = new Set<string>()
  const found: string[] = []

  function walk(path: string, way: string[]): void {
    const seenAt = way.indexOf(path)
    if (seenAt >= 0) found.push([...way.slice(seenAt), path].join(' → '))
    if (seenAt >= 0 || done.has(path)) return
    for (const next of graph.get(path) ?? []) walk(next, [...way, path])
    done.add(path)
  }

  for (const path of graph.keys()) walk(path, [])
  return found
}

function targetsOf(source: Source): string[] {
  return importsOf(source).filter((each) => each.inProject && !each.typeOnly).map((each) => each.target)
}
