/** How long the writer may be taken by one slice while people work. */
export const SLICE_MS = 5
/** Aimed at, so that a slower slice still keeps within. */
const AIM_MS = 3.5

/** How many rows the next slice takes. */
export type Slices = { size: () => number; took: (rows: number, ms: number) => void }

/**
 * Slices beside people: as many rows as lately took about 3.5 ms, beginning with few. A slow slice counts at once, quick
 * ones little by little, so that the size falls fast and grows slowly.
 */
export function slicesBesidePeople(): Slices {
  let msPerRow = AIM_MS / 16
  return {
    size: () => Math.max(1, Math.min(1_000, Math.floor(AIM_MS / msPerRow))),
    took: (rows, ms) => {
      const now = ms / Math.max(1, rows)
      msPerRow = now > msPerRow ? now : msPerRow * 0.8 + now * 0.2
    },
  }
}

/** Slices of one size: on an engine whose transactions stand in nobody's way, or while nobody works yet. */
export function slicesOf(rows: number): Slices {
  return { size: () => rows, took: () => undefined }
}
