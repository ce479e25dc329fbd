import { displayName } from '#domain/names.ts'
import { DAY } from '#domain/time.ts'
import { upsertHouseholdLinks } from '#db/household.ts'
import { upsertPatients } from '#db/patients.ts'
import { writeShippedPortals } from '#db/portals.ts'
import { writePractice } from '#db/practice.ts'
import { upsertPractitioners } from '#db/practitioners.ts'
import { accountsOf, writeAccounts } from '#seed/demo/accounts.ts'
import { siteRows } from '#seed/demo/demo-sites.ts'
import { writeDay } from '#seed/demo/day.ts'
import { demoStaff } from '#seed/demo/demo-staff.ts'
import { dressPatients } from '#seed/demo/dress.ts'
import { writeEnrollCases } from '#seed/demo/enroll-cases.ts'
import { writeEnrollments } from '#seed/demo/enrollments.ts'
import { guardiansIn, linksOf, patientIdOf } from '#seed/demo/families.ts'
import { writeHistory } from '#seed/demo/history.ts'
import { invitationsOf, writeInvitations } from '#seed/demo/invitations.ts'
import { writeMails } from '#seed/demo/mails.ts'
import { writeMessages } from '#seed/demo/messages.ts'
import { practitionersOf } from '#seed/demo/practitioners.ts'
import { writeRecovery } from '#seed/demo/recovery-cases.ts'
import { writeRequests } from '#seed/demo/requests.ts'
import { writeResults } from '#seed/demo/results.ts'
import { writeProxies } from '#seed/demo/proxies.ts'
import { readSources } from '#seed/demo/sources.ts'
import type { Seed } from '#seed/seed.ts'
import { writeSites } from '#seed/sites.ts'
import { inSlices } from '#seed/slices.ts'
import { stableId } from '#seed/stable.ts'
import { writeStaff } from '#seed/staff.ts'

/** Contacts of the sets carry no date: the demo says they were on file for that long (ID-02, "before go-live"). */
const ON_FILE_DAYS = 400

/**
 * Maple Harbor Medical: the synthetic people of the public sets at made-up sites. Loaded with the mappers and the upsert
 * that read a practice's own feeds; everything made up hangs on `at` and on stable hashes alone.
 */
export const seedDemoPractice: Seed = async ({ store, at, timeZone, mailKeyId }) => {
  const sources = readSources(at, timeZone)
  const guardiansOf = guardiansIn(sources)
  const patients = dressPatients(sources.patients, guardiansOf, at)
  const names = new Map(patients.map(({ facts }) => [patientIdOf(facts), displayName(facts)]))
  const links = linksOf(sources, guardiansOf, (patientId) => names.get(patientId) ?? '')

  await store.tx(async (w) => {
    await writeShippedPortals(w, at)
    await writeSites(w, siteRows(sources.organizations))
    await writeStaff(w, demoStaff, null, at)
  })
  for (const ofSource of Map.groupBy(patients, (one) => one.facts.source).values()) {
    await inSlices(store, ofSource, (w, slice) => upsertPatients(w, slice, { at, newId: stableId, onFileSinceAt: at - ON_FILE_DAYS * DAY }))
  }
  await inSlices(store, patients.flatMap((one) => accountsOf(one, at)), writeAccounts)
  await inSlices(store, patients.flatMap((one) => invitationsOf(one, at, mailKeyId)), writeInvitations)
  await inSlices(store, links, (w, slice) => upsertHouseholdLinks(w, slice, stableId))
  const practitioners = practitionersOf(sources)
  await inSlices(store, practitioners, (w, slice) => upsertPractitioners(w, slice, stableId, at))
  await writeDay(store, patients, practitioners, at)
  await writeMessages(store, patients, guardiansOf, at)
  await store.tx(async (w) => {
    if (await w.$count(w.t.practice) > 0) return
    await writeRequests(w, at)
    await writeProxies(w, patients, guardiansOf, at)
    await writeResults(w, at)
    await writeMails(w, at, mailKeyId)
    await writeHistory(w, patients, at)
    await writeEnrollments(w, patients, at)
    await writeEnrollCases(w, patients, at)
    await writeRecovery(w, patients, at)
    await writePractice(w, { name: 'Maple Harbor Medical', timeZone, mode: 'demo', seededAt: at, createdAt: at })
  })
}
