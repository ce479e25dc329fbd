import { createHash } from 'node:crypto'

/** 32 bits that depend on the parts alone: the same people get the same sites, addresses and accounts at every start. */
export function stableNumber(...parts: readonly string[]): number {
  return createHash('sha256').update(parts.join('\u001f')).digest().readUInt32BE(0)
}

/** A number from 0 up to, but without, 1 that depends on the parts alone. */
export function stableShare(...parts: readonly string[]): number {
  return stableNumber(...parts) / 2 ** 32
}

/** One of the items, chosen by the parts alone. Throws on an empty list. */
export function stablePick<T>(items: readonly T[], ...parts: readonly string[]): T {
  const item = items[stableNumber(...parts) % items.length]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

/** An id in the form of a UUID (version 8) that depends on the parts alone, so that a seed can run twice. */
export function stableId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\u001f')).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
