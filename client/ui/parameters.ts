/** A value of a nested record as one line: `emailSharing.minorsUnderAge`, `12`. */
export type Parameter = { name: string; value: string }

/** The values of a record, nested ones by their path, under the names that the data gives them. */
export function parametersOf(value: unknown, path = ''): Parameter[] {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object' || one === null)) return [{ name: path, value: value.map(plain).join(', ') || '–' }]
    return value.flatMap((one: unknown, index) => parametersOf(one, `${path}.${index + 1}`))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) => parametersOf(inner, path ? `${path}.${name}` : name))
  }
  return [{ name: path, value: plain(value) }]
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
