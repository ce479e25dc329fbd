/** How long the writer may be taken by one slice while people work. */
export const SLICE_MS = 5
/** Aimed at, so that a slower slice still keeps within. */
const AIM_MS = 3
const FEWEST = 16
const MOST = 1_000

/** How many rows the next slice takes. */
export type Slices = { size: () => number; took: (rows: number, ms: number) => void }

/**
 * Slices beside people: begins with few rows, takes a quarter more while a slice stays well within its time, and half as
 * many after one that did not.
 */
export function slicesBesidePeople(): Slices {
  let size = FEWEST
  return {
    size: () => size,
    took: (rows, ms) => {
      if (ms > SLICE_MS) size = Math.max(FEWEST, Math.floor(size / 2))
      else if (ms < AIM_MS && rows >= size) size = Math.min(MOST, Math.ceil(size * 1.25))
    },
  }
}

/** Slices of one size: on an engine whose transactions stand in nobody's way, or while nobody works yet. */
export function slicesOf(rows: number): Slices {
  return { size: () => rows, took: () => undefined }
}
