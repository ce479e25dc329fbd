import type { PatientFacts } from '#domain/feeds/facts.ts'
import { DAY, HOUR, MINUTE, type Instant } from '#domain/time.ts'
import { upsertPatients } from '#db/patients.ts'
import type { Writer } from '#db/store.ts'
import { demoSites } from '#seed/demo/demo-sites.ts'
import { accountsOf } from '#seed/demo/accounts.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

const SOURCE = 'demo-made'
const MYCHART = 'mychart-ny-nj'
const ON_FILE = 400 * DAY
/** So many of the old portal want no invitations, so far apart in its list. */
const QUIET = 6
const APART = 12

/** Twins at the first desk, of whom the wrong one was enrolled this morning: an undo to try. Made up, like all below. */
const twins: readonly PatientFacts[] = [twin('Maribel', 'a'), twin('Marisol', 'b')]

function twin(given: string, sourceId: string): PatientFacts {
  return {
    source: SOURCE, sourceId: `twin-${sourceId}`, legalFamily: 'Quintero', legalGiven: given, usedGiven: null, birthDate: '2001-06-14', sexAtBirth: 'female', gender: 'female',
    language: 'es', deceased: false, deceasedOn: null, city: 'White Plains', state: 'NY',
    identifiers: [{ kind: 'mrn', system: 'urn:maple-harbor:mrn', value: stableId('mrn', SOURCE, sourceId) }],
    contacts: [
      { kind: 'phone', use: 'home', value: '914-555-0147', sinceAt: null, sinceProof: 'made' },
      { kind: 'email', use: null, value: `${given.toLowerCase()}.quintero@example.org`, sinceAt: null, sinceProof: 'made' },
    ],
  }
}

/** Registrations that a portal could not match: a married name, a slip of the birth date, somebody who is nobody here, one that was finished. */
const registrations = [
  { key: 'married', givenName: 'Marisol', familyName: 'Quintero Vega', birthDate: '2001-06-14', email: 'marisol.quintero@example.org', phone: '914-555-0147', ago: 2 * HOUR, state: 'open' },
  { key: 'slip', givenName: 'Maribel', familyName: 'Quintero', birthDate: '2001-06-15', email: 'mq.new@example.com', phone: null, ago: 26 * HOUR, state: 'open' },
  { key: 'nobody', givenName: 'Theodore', familyName: 'Vandermeer', birthDate: '1958-02-09', email: 'theo.v@example.net', phone: '914-555-0188', ago: 4 * DAY, state: 'open' },
  { key: 'over', givenName: 'Ruth', familyName: 'Abernathy', birthDate: '1972-11-30', email: 'ruth.a@example.org', phone: null, ago: 9 * DAY, state: 'closed' },
] as const

/** What a person can try of enrolling beyond the everyday: twins, registrations without a match, incidents. */
export async function writeEnrollCases(w: Writer, patients: readonly DemoPatient[], at: Instant): Promise<void> {
  const [site] = demoSites
  const [wrong, right] = twins
  if (!site || !wrong || !right) return
  const people = twins.map((facts) => ({ facts, siteId: site.id, madeFields: ['site', 'name', 'birth date', 'phone', 'e-mail', 'mrn', 'city', 'state', 'portals'] }))
  await upsertPatients(w, people, { at, newId: stableId, onFileSinceAt: at - ON_FILE })
  await enrolled(w, patientIdOf(wrong), site.id, at - 2 * HOUR)
  await w.insert(w.t.selfRegistrations).values(registrations.map(({ key, ago, state, ...typed }) => ({
    ...typed, id: stableId('registration', key), portalId: MYCHART, source: MYCHART, sourceId: key, receivedAt: at - ago, state,
    ...(state === 'closed' ? { closeReason: 'not-a-patient', closedBy: staffIdOf('tom.whitfield'), closedAt: at - ago + HOUR } : {}),
  }))).onConflictDoNothing()
  await quietPeople(w, patients, at)
  await w.insert(w.t.incidents).values([
    incident('codes', at - 20 * HOUR, {
      kind: 'desk-codes-on-one-device', openedBy: 'system', reason: 'codes of several people were redeemed on one device',
      facts: JSON.stringify({ people: 3, withinHours: 24, codeMadeBy: staffIdOf('marcus.bell') }), state: 'open',
    }),
    incident('wrong', at - 19 * DAY, {
      kind: 'wrong-enrollment', openedBy: staffIdOf('rosa.delgado'), reason: 'two people of one name were at the desk', state: 'closed',
      facts: JSON.stringify({
        cause: 'wrong-record-open', portalId: MYCHART, siteName: site.name, codesEnded: 1, invitationsEnded: 1, accountEnded: 0, sessionsEnded: 0, signIns: 0, lastSignInAt: null,
        categoriesSeen: '', rightPatientId: null,
      }),
      closedBy: staffIdOf('margaret.oyelaran'), closedAt: at - 18 * DAY, closeNote: 'Nothing had been seen; the right person was enrolled the same day',
    }),
  ]).onConflictDoNothing()
}

type Incident = Writer['t']['incidents']['$inferInsert']

function incident(key: string, openedAt: Instant, more: Omit<Incident, 'id' | 'objectId' | 'openedAt'>): Incident {
  const id = stableId('incident', key)
  return { id, objectId: id, openedAt, ...more }
}

/** An account that a desk made by mistake, signed in to since, with what was looked at. */
async function enrolled(w: Writer, patientId: string, siteId: string, at: Instant): Promise<void> {
  const by = staffIdOf('rosa.delgado')
  const [draftId, invitationId, accountId] = ['draft', 'invitation', 'account'].map((kind) => stableId('twin', kind)) as [string, string, string]
  await w.insert(w.t.enrollmentDrafts).values({
    id: draftId, patientId, portalId: MYCHART, siteId, language: 'es', state: 'active', startedBy: by, startedAt: at - 6 * MINUTE, evidenceKind: 'state-id', evidenceIssuer: 'New York',
    evidenceSeenBy: by, evidenceSeenAt: at - 5 * MINUTE, contactWay: 'no-own-contact', contactSettledAt: at - 5 * MINUTE, handOver: 'desk-code', handOverAt: at - 4 * MINUTE,
    invitationId, endedBy: 'patient', endedAt: at,
  }).onConflictDoNothing()
  await w.insert(w.t.portalInvitations).values({
    id: invitationId, patientId, portalId: MYCHART, siteId, channel: 'desk', language: 'es', state: 'accepted', stateAt: at, createdBy: by, createdAt: at - 4 * MINUTE, sentAt: at - 4 * MINUTE,
    endsAt: at + 60 * DAY, sends: 1, lastSendId: stableId('twin', 'send'), draftId, openedAt: at - 3 * MINUTE, connectedAt: at - 3 * MINUTE, termsAt: at - 2 * MINUTE, agreementAt: at - MINUTE,
    acceptedAt: at, acceptedVia: 'our-pages',
  }).onConflictDoNothing()
  await w.insert(w.t.invitationSends).values({
    id: stableId('twin', 'send'), invitationId, patientId, number: 1, channel: 'desk', sentBy: by, sentAt: at - 4 * MINUTE, reason: 'at the desk', deadAt: at,
  }).onConflictDoNothing()
  await w.insert(w.t.portalAccounts).values({ id: accountId, patientId, portalId: MYCHART, state: 'active', sinceAt: at, lastSignInAt: at + 5 * MINUTE }).onConflictDoNothing()
  const use = (key: string, kind: string, category: string | null, after: number) =>
    ({ id: stableId('twin', key), patientId, portalId: MYCHART, kind, category, sessionRef: 'made-up', at: at + after * MINUTE, source: MYCHART })
  await w.insert(w.t.portalUses).values([use('in', 'sign-in', null, 5), use('one', 'view', 'appointments', 6), use('two', 'view', 'results', 7), use('three', 'view', 'results', 9)]).onConflictDoNothing()
}

/** A few of the old portal who have said that they want no invitations: a campaign leaves them out and says so. */
async function quietPeople(w: Writer, patients: readonly DemoPatient[], at: Instant): Promise<void> {
  const legacy = patients.filter((one) => !one.facts.deceased && accountsOf(one, at).some(({ portalId, state }) => portalId === 'nextgen-legacy' && state === 'legacy-only'))
  const quiet = legacy.slice(0, QUIET * APART).filter((_, place) => place % APART === 0).map(({ facts }) => patientIdOf(facts))
  if (quiet.length === 0) return
  await w.insert(w.t.optOuts).values(quiet.map((patientId, place) => ({
    id: stableId('opt-out', patientId), patientId, portalId: place % 2 === 0 ? '*' : MYCHART, channel: 'email', kind: 'invitations',
    source: place % 2 === 0 ? 'by-phone' : 'in-person', reason: 'asked not to be written to about the new portal', setBy: staffIdOf('rosa.delgado'), setAt: at - (20 + place) * DAY,
  }))).onConflictDoNothing()
}
