import { codeListSources, listedCodes, type listedGroups } from '#domain/results/listed-codes-data.ts'

export type ListedGroup = (typeof listedGroups)[number]
/** That a public list puts a code into a group, and which lists do. */
export type ListedAs = { group: ListedGroup; sources: string[] }

let byCode: Map<string, ListedAs[]> | null = null

/** What public lists say of a LOINC code; empty: no list names it, which proves nothing. */
export function listedAs(code: string): readonly ListedAs[] {
  byCode ??= readLists()
  return byCode.get(code) ?? []
}

function readLists(): Map<string, ListedAs[]> {
  const found = new Map<string, ListedAs[]>()
  for (const [group, places, codes] of listedCodes) {
    const sources = places.flatMap((place) => codeListSources[place] ?? [])
    for (const code of codes.split(' ')) found.set(code, [...(found.get(code) ?? []), { group, sources }])
  }
  return found
}
