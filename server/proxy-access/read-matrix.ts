import type { z } from 'zod'
import type { CapabilityAnswer } from '#domain/access/answer.ts'
import { changesAhead, differing } from '#domain/access/changes.ts'
import { capabilityNames } from '#domain/access/capability-names.ts'
import type { AccessFacts, Viewer } from '#domain/access/facts.ts'
import { nobodyCanAct, viewersOf } from '#domain/access/gap.ts'
import type { GrantState } from '#domain/access/grant-states.ts'
import type { Relationship } from '#domain/access/bases.ts'
import type { MatrixAnswer, MatrixColumn, matrixQuery } from '#domain/contracts/proxy-access.ts'
import { ageOn } from '#domain/birthdays.ts'
import { capabilities } from '#domain/portals/capabilities.ts'
import { DAY, isoOf, isoOrNull, localDateOf, type Instant } from '#domain/time.ts'
import { hasBlock } from '#db/access-blocks.ts'
import { accessOfOne, type GrantRow, type RecordAccess } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { openChart } from '#server/patients/patients.ts'
import { shownGrants } from '#server/proxy-access/hidden.ts'
import { majorityOf, rulesAt } from '#server/proxy-access/moment.ts'
import { portalsServing } from '#server/proxy-access/portals-serving.ts'
import { answersAt } from '#server/proxy-access/show-grants.ts'
import { showCell, showChange } from '#server/proxy-access/show-why.ts'

/** How far ahead changes are listed. */
const AHEAD = 5 * 366 * DAY

/** Who can see what of a patient and why, at one instant and a second one: the function that portals ask, and nothing else. */
export async function readMatrix(db: Reader, act: Act, patientId: string, query: z.infer<typeof matrixQuery>): Promise<Outcome<MatrixAnswer>> {
  const opened = await openChart(db, act, patientId)
  if ('refused' in opened) return opened
  const access = await accessOfOne(db, patientId)
  const serving = await portalsServing(db, act, access)
  const chosen = query.portal === undefined ? serving[0] : serving.find((one) => one.portal.id === query.portal)
  if (!chosen) return refuse('NOT_FOUND')
  const { portal } = chosen
  const shown = shownGrants(access, act.actor)
  const all = access.factsOf(portal.id)
  const facts: AccessFacts = { ...all, grants: all.grants.filter((one) => shown.some((row) => row.id === one.id)) }
  const at = query.at === undefined ? act.at : Date.parse(query.at)
  const ahead = aheadOf(facts, at, act)
  const next = ahead.find((one) => one.cells > 0)
  const second = query.with === undefined ? (next ? Date.parse(next.at) : null) : Date.parse(query.with)
  const zone = rulesAt(access.portals, portal.id, at)?.policy.timeZone ?? portal.timeZone
  const onOf = (instant: Instant) => localDateOf(instant, zone)
  const majority = majorityOf(portal)
  const cells = (viewer: Viewer, instant: Instant | null) => instant === null ? null : answersAt(facts, viewer, instant).map((one) => showCell(one, act.language, majority))
  const gapAt = second ?? at
  return done({
    patientId, portalId: portal.id, portalName: portal.name, timeZone: zone, policyVersion: rulesAt(access.portals, portal.id, at)?.policy.versionNumber ?? null,
    portals: serving.map((one) => ({ id: one.portal.id, name: one.portal.name, timeZone: one.policy.timeZone })),
    at: isoOf(at), atOn: onOf(at), with: isoOrNull(second), withOn: second === null ? null : onOf(second),
    ageAt: ageOn(access.chart.birthDate, onOf(at)), ageWith: second === null ? null : ageOn(access.chart.birthDate, onOf(second)),
    rows: capabilities.map((capability) => ({ capability, name: capabilityNames[capability][act.language] })),
    columns: columnsOf(access, shown.filter((row) => row.portalId === portal.id), facts, { at, second, act, majority, zone }),
    own: { hasAccount: facts.ownAccount.state === 'active', first: cells({ kind: 'patient' }, at) ?? [], second: cells({ kind: 'patient' }, second) },
    ahead,
    gap: nobodyCanAct(facts, gapAt) ? { fromOn: onOf(gapAt), sentence: gapSentence(onOf(gapAt), act) } : null,
    hasBlock: await hasBlock(db, patientId),
  })
}

type Compared = { at: Instant; second: Instant | null; act: Act; majority: number; zone: string }

/** One column for each person with access that is not over, in the order in which it was granted. */
function columnsOf(access: RecordAccess, rows: readonly GrantRow[], facts: AccessFacts, { at, second, act, majority, zone }: Compared): MatrixColumn[] {
  const open = rows.filter((row) => row.state !== 'ended' && row.state !== 'denied')
  return open.map((row) => {
    const viewer: Viewer = { kind: 'proxy', personId: row.personId }
    const first = answersAt(facts, viewer, at)
    const after = second === null ? null : answersAt(facts, viewer, second)
    const rules = rulesAt(access.portals, row.portalId, at)
    const cell = (answer: CapabilityAnswer) => showCell(answer, act.language, majority)
    return {
      personId: row.personId, name: access.persons.get(row.personId)?.name ?? '', relationship: row.relationship as Relationship, grantId: row.id, state: row.state as GrantState,
      levelId: row.levelId, levelName: rules?.policy.proxyAccess.levels.find((one) => one.id === row.levelId)?.name[act.language] ?? row.levelId,
      sinceOn: localDateOf(access.eventsOf(row.id).find((one) => one.state === 'active')?.at ?? row.createdAt, zone),
      first: first.map(cell), second: after?.map(cell) ?? null, changes: after ? differing(first, after) : 0,
      held: row.state === 'held' || first.some((one) => one.why.code === 'BLOCKED'),
    }
  })
}

function aheadOf(facts: AccessFacts, at: Instant, { language }: Act): MatrixAnswer['ahead'] {
  const viewers = viewersOf(facts)
  let before = viewers.map((viewer) => answersAt(facts, viewer, at))
  return changesAhead(facts, at, at + AHEAD).map((change) => {
    const after = viewers.map((viewer) => answersAt(facts, viewer, change.at))
    const cells = after.reduce((sum, answers, place) => sum + differing(before[place] ?? [], answers), 0)
    before = after
    return { ...showChange(change, language), cells }
  })
}

function gapSentence(on: string, { language }: Act): string {
  return language === 'es'
    ? `Desde ${on} nadie puede leer los resultados en el portal: no hay cuenta propia y ningún representante llega a ellos.`
    : `From ${on} nobody can read the results on the portal: there is no own account, and no proxy reaches them.`
}
