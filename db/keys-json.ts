/**
 * Keys as one parameter of a statement that is prepared once: `column in (select key from json_each($keysJson))` says
 * the same to both engines, however many keys there are.
 */
export function keysJson(keys: readonly string[]): string {
  return `{${keys.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`
}
