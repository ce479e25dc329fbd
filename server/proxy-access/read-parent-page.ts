import type { z } from 'zod'
import { differing } from '#domain/access/changes.ts'
import { capabilityNames } from '#domain/access/capability-names.ts'
import type { AccessFacts, Viewer } from '#domain/access/facts.ts'
import { wordsOf } from '#domain/access/sentences.ts'
import type { ParentPageAnswer, parentPageQuery } from '#domain/contracts/proxy-access.ts'
import { displayName } from '#domain/names.ts'
import { capabilities } from '#domain/portals/capabilities.ts'
import { isoOf, localDateOf } from '#domain/time.ts'
import { accessOfOne } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { openChart } from '#server/patients/patients.ts'
import { shownGrants } from '#server/proxy-access/hidden.ts'
import { majorityOf } from '#server/proxy-access/moment.ts'
import { portalsServing } from '#server/proxy-access/portals-serving.ts'
import { answersAt } from '#server/proxy-access/show-grants.ts'
import { findPractice } from '#server/practice.ts'

/**
 * The page that one parent takes home, in their language: what they see on the portal and what changes. Made from their
 * own grant alone: no other person, no block and no confidential item leaves a trace in it.
 */
export async function readParentPage(db: Reader, act: Act, patientId: string, query: z.infer<typeof parentPageQuery>): Promise<Outcome<ParentPageAnswer>> {
  const opened = await openChart(db, act, patientId)
  if ('refused' in opened) return opened
  const access = await accessOfOne(db, patientId)
  const person = access.persons.get(query.person)
  const serving = await portalsServing(db, act, access)
  const grant = shownGrants(access, act.actor).findLast((one) => one.personId === query.person && (query.portal === undefined || one.portalId === query.portal))
  const chosen = serving.find((one) => one.portal.id === grant?.portalId)
  if (!person || !chosen) return refuse('NOT_FOUND')
  const all = access.factsOf(chosen.portal.id)
  const facts: AccessFacts = { ...all, grants: all.grants.filter((one) => one.personId === query.person), markedCategories: [] }
  const viewer: Viewer = { kind: 'proxy', personId: query.person }
  const at = query.at === undefined ? act.at : Date.parse(query.at)
  const second = query.with === undefined ? null : Date.parse(query.with)
  const first = answersAt(facts, viewer, at)
  const after = second === null ? null : answersAt(facts, viewer, second)
  const language = /^es\b/i.test(person.language ?? '') ? 'es' : 'en'
  const zone = chosen.policy.timeZone
  const helpline = chosen.policy.contacts.points.find((point) => point.purposes.includes('proxy-request') && point.phone !== null)
  const majority = majorityOf(chosen.portal)
  const closed = [...first, ...after ?? []].filter((one) => one.answer === 'no' && ['BAND_CLOSED', 'MAJORITY_REACHED'].includes(one.why.code))
  return done({
    practiceName: (await findPractice(db))?.name ?? '', patientName: displayName(access.chart), personName: person.name, portalName: chosen.portal.name, language,
    helpline: helpline?.phone ?? null, tty: helpline?.tty ?? null, at: isoOf(at), atOn: localDateOf(at, zone), withOn: second === null ? null : localDateOf(second, zone),
    rows: capabilities.map((capability, place) => ({
      capability, name: capabilityNames[capability][language], first: first[place]?.answer ?? 'no', second: after?.[place]?.answer ?? null,
    })),
    sentences: [...new Set(closed.flatMap((one) => wordsOf(one.why, language, majority).say ?? []))].slice(0, differing(first, after ?? first) > 0 ? 3 : 2),
  })
}
