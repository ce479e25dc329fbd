/** Gives a row's id. A seed makes it from what the row is, so that it can run twice; a practice draws it and ignores that. */
export type NewId = (...of: string[]) => string
