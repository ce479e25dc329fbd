import type { AnyRoute } from '#server/http/route.ts'

/** Every route of the console, room by room. */
export const routes: readonly AnyRoute[] = []
