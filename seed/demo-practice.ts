import { writeShippedPortals } from '#db/portals.ts'
import { writePractice } from '#db/practice.ts'
import type { Seed } from '#seed/seed.ts'

/** Maple Harbor Medical: synthetic people of public data sets at made-up sites. */
export const seedDemoPractice: Seed = async ({ store, at, timeZone }) => {
  await store.tx(async (w) => {
    await writeShippedPortals(w, at)
    await writePractice(w, { name: 'Maple Harbor Medical', timeZone, mode: 'demo', seededAt: at, createdAt: at })
  })
}
