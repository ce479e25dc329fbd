/** What became of rows. */
export type ImportCounts = { read: number; created: number; changed: number; unchanged: number; refused: number }

export function noCounts(): ImportCounts {
  return { read: 0, created: 0, changed: 0, unchanged: 0, refused: 0 }
}
