import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { changeKinds } from '#domain/access/answer.ts'
import {
  areaLevels, bases, blockKinds, documentKinds, legalDocuments, legalStatusKinds, proxyVerifications, relationships, representativeAreas, serviceLines,
} from '#domain/access/bases.ts'
import { grantCauses, grantStates, revokeWishes } from '#domain/access/grant-states.ts'
import { waitingKinds } from '#domain/contracts/proxy-worklists.ts'
import { auditEvents } from '#domain/audit-events.ts'
import { mailStates } from '#domain/contracts/outbox.ts'
import { contactProofs, matchedKinds, portalStandings } from '#domain/contracts/patients.ts'
import { twoPersonStates } from '#domain/contracts/two-person.ts'
import { safeActions } from '#domain/enrollment/diagnosis.ts'
import {
  campaignStates, declineReasons, deferReasons, draftStates, enrollmentSteps, evidenceKinds, handOvers, incidentKinds, invitationStates, registrationStates, sharingRelations,
  viewCategories, waysOut, wrongEnrollmentCauses,
} from '#domain/enrollment/words.ts'
import { appointmentStatuses } from '#domain/feeds/appointment-status.ts'
import { capabilities } from '#domain/portals/capabilities.ts'
import { ageBands, callOutcomes, deliveryStates, dispositions, messageRecipients, messageTopics, noteCauses, presences, threadStates } from '#domain/messages/words.ts'
import { ruleGroups } from '#domain/portals/policy.ts'
import { recordedFindings, ruleSources } from '#domain/portals/provenance.ts'
import { serviceStates } from '#domain/portals/as-of.ts'
import { danglingKinds, matchKinds } from '#domain/relations.ts'
import { roles } from '#domain/roles.ts'
import { missingThings } from '#domain/today.ts'
import { urgentSigns } from '#domain/urgency/signs.ts'
import { merged } from '#client/layout/i18n-provider.ts'
import { enRooms } from '#client/layout/i18n/en-rooms.ts'
import { en } from '#client/layout/i18n/en.ts'
import { esRooms } from '#client/layout/i18n/es-rooms.ts'
import { es } from '#client/layout/i18n/es.ts'

type Words = Map<string, string>

function flat(tree: object, path = '', words: Words = new Map()): Words {
  for (const [key, value] of Object.entries(tree) as [string, object | string][]) {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') words.set(here, value)
    else flat(value, here, words)
  }
  return words
}

const all = merged(en, enRooms)
const english = flat(all)
const spanish = flat(merged(es, esRooms))
const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('i18n/'))
  .map((name) => readFileSync(`client/${name}`, 'utf8'))
const code = sources.join('\n')

/** Words that are the same in both languages: names, signs, and what both languages write alike. */
const alike = new Set(['patients.portal', 'portals.name', 'access.portal', 'levels.hours'])

test('every sentence exists in English and in Spanish', () => {
  expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted())
})

test('no Spanish sentence is its English one, but for a few words', () => {
  const same = [...english].filter(([key, words]) => spanish.get(key) === words && !alike.has(key)).map(([key]) => key)
  expect(same).toEqual([])
  expect(alike.size).toBeLessThanOrEqual(40)
})

test('a sentence names the same values in both languages', () => {
  const values = (words = '') => [...words.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name)
  for (const [key, words] of english) expect(new Set(values(spanish.get(key))), key).toEqual(new Set(values(words)))
})

test('every sentence that the screens ask for exists', () => {
  const asked = [...code.matchAll(/'([a-z_]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key ?? '')
  const rooms = new Set(Object.keys(all))
  const missing = asked.filter((key) => rooms.has(key.split('.')[0] ?? '') && !english.has(key) && !isAction(key))
  expect(missing).toEqual([])
})

const isAction = (key: string) => key in auditEvents || /^(patient|chart|staff|site|portal|outbox|job|audit|two-person|session|account|live|policy)\.[a-z-]+$|^recovery\.(read|work|supervise|see-document|reset|restart-enrollment|reset-after-contact-change)$/.test(key)

test('no sentence lies in the catalogue unused', () => {
  const stems = [...code.matchAll(/`([a-z_]+(?:\.[\w-]+)*\.?[\w-]*)\$\{/g)].map(([, stem]) => stem ?? '')
  const unused = [...english.keys()].filter(
    (key) => !key.startsWith('ra.') && !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !stems.some((stem) => stem !== '' && key.startsWith(stem)),
  )
  expect(unused).toEqual([])
})

test('whatever react-admin’s core may say is in our own words', () => {
  const core = readdirSync('node_modules/ra-core/dist', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !name.startsWith('test-ui'))
  const keys = new Set(core.flatMap((name) => readFileSync(`node_modules/ra-core/dist/${name}`, 'utf8').match(/(?<=["'])ra\.[a-z_.]+[a-z](?=["'])/g) ?? []))
  expect(keys.size).toBeGreaterThan(20)
  expect([...keys].filter((key) => !english.has(key) && ![...english.keys()].some((known) => known.startsWith(`${key}.`)))).toEqual([])
})

test('every value that the server can send has words', () => {
  const named = {
    'audit.events': Object.keys(auditEvents), 'mail.state': mailStates, 'patients.proof': contactProofs, 'patients.matched': matchedKinds,
    'patients.portal_state': portalStandings, 'approvals.state': twoPersonStates, 'portals.group': ruleGroups, 'portals.finding': recordedFindings,
    'portals.source': ruleSources, 'portals.state': serviceStates, roles,
    'access.relationship': relationships, 'access.basis': bases, 'access.document': documentKinds, 'access.verified': proxyVerifications, 'access.area': representativeAreas,
    'access.area_level': areaLevels, 'access.service_line': serviceLines, 'access.legal_kind': legalStatusKinds, 'access.legal_effect': legalStatusKinds,
    'access.legal_document': legalDocuments, 'access.block_kind': blockKinds, 'access.state': grantStates, 'access.cause': grantCauses, 'access.wish': revokeWishes,
    'access.waiting': waitingKinds, 'access.change': changeKinds,
    'today.status': appointmentStatuses, 'today.lacks': missingThings, 'practitioners.how': matchKinds, 'practitioners.dangling': danglingKinds,
    'enroll.evidence': evidenceKinds, 'enroll.declined': declineReasons, 'enroll.deferred': deferReasons, 'enroll.way': waysOut, 'enroll.hand': handOvers, 'enroll.live': enrollmentSteps,
    'enroll.ended': draftStates, 'enroll.may': capabilities, 'enroll.seen': viewCategories, 'enroll.cause': wrongEnrollmentCauses, 'enroll.relation': sharingRelations,
    'messages.sign': [...urgentSigns, 'staff'], 'messages.disposition': dispositions, 'messages.call_was': callOutcomes, 'messages.band': ageBands, 'messages.topic': messageTopics,
    'messages.recipient': messageRecipients, 'messages.thread_state': threadStates, 'messages.delivery': deliveryStates, 'messages.doing': presences, 'messages.cause': noteCauses.filter((one) => one !== 'note'),
    'invitations.state': invitationStates, 'invitations.action': safeActions, 'registrations.state': registrationStates, 'campaigns.state': campaignStates, 'incidents.kind': incidentKinds,
  }
  const missing = Object.entries(named).flatMap(([stem, values]) => values.map((value) => `${stem}.${value}`).filter((key) => !english.has(key)))
  expect(missing).toEqual([])
})

test('the console does not deny, shout, or congratulate', () => {
  const banned = /\b(deny|denied|invalid|error|oops|please wait|successfully|éxito|inválid[oa])\b/i
  const states = (key: string) => key !== 'states.under' && key !== 'states.fault'
  expect([...english, ...spanish].filter(([key, words]) => states(key) && banned.test(words))).toEqual([])
})
