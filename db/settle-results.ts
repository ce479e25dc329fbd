import { eq, sql } from 'drizzle-orm'
import { endOfHold } from '#domain/release/facts.ts'
import { answerAt, nextTurnAt, turningPoints } from '#domain/release/timeline.ts'
import { groupOf } from '#domain/release/worklist.ts'
import { MINUTE, DAY, type Instant } from '#domain/time.ts'
import { portalRules } from '#db/portal-rules.ts'
import { resultsById, type KnownResult } from '#db/result-facts.ts'
import type { Writer } from '#db/store.ts'

/** A report whose values have not all come is looked at again so often, for so long. */
const LOOK_AGAIN = 15 * MINUTE
const LOOK_FOR = 7 * DAY

/** Where a result stands now, as lists and figures need it. */
export type Settled = { known: KnownResult; becameVisible: boolean; code: string; rule: string }

const patient = { kind: 'patient' } as const
const anyRepresentative = { kind: 'representative', personId: null } as const

/**
 * Works out anew where results stand, by the engine, and keeps it for lists: group, order, next turn, first showing. Called
 * in the transaction of whatever changed them, and by the job when time did. `tellLater`: what becomes visible is left to
 * the job, which tells of it; a feed writes too much at once for that.
 */
export async function settleResults(w: Writer, ids: readonly string[], at: Instant, how: { tellLater?: boolean } = {}): Promise<Settled[]> {
  const portals = await portalRules(w)
  const settled: Settled[] = []
  for (const known of (await resultsById(w, ids)).values()) {
    const { row, facts } = known
    const versions = portals.find((portal) => portal.id === row.portalId)?.versions.map(({ policy }) => policy) ?? []
    const forPatient = answerAt(versions, facts, patient, at)
    const forRepresentative = answerAt(versions, facts, anyRepresentative, at)
    const worklist = forPatient && forRepresentative ? groupOf(forPatient, forRepresentative, row.sensitive) : null
    const isVisible = forPatient?.state === 'visible'
    const running = known.holds.filter((hold) => at < endOfHold(hold)).map(endOfHold)
    const next = nextTurnAt(versions, facts, at)
    const again = !facts.complete && at - row.versionAt < LOOK_FOR ? at + LOOK_AGAIN : null
    const isLater = how.tellLater === true && isVisible && row.shownAt === null
    const shownAt = row.shownAt ?? (isVisible && !isLater ? shownSince(versions, known, at) : null)
    await w.update(w.t.results).set({
      worklist, code: forPatient?.why.code ?? 'PORTAL_CLOSED', shownAt, version: sql`${w.t.results.version} + 1`,
      orderAt: worklist === 'held' && running.length > 0 ? Math.min(...running) : facts.finalAt ?? row.arrivedAt,
      turnsAt: isLater ? at : again === null ? next : Math.min(again, next ?? again),
    }).where(eq(w.t.results.id, row.id))
    w.announce('results', row.id)
    settled.push({ known, becameVisible: isVisible && row.shownAt === null, code: forPatient?.why.code ?? 'PORTAL_CLOSED', rule: forPatient?.why.rule ?? 'R85' })
  }
  return settled
}

/** Since when it is visible: the last turning point up to now. A job that came late does not move it. */
function shownSince(versions: Parameters<typeof turningPoints>[0], { facts }: KnownResult, at: Instant): Instant {
  const points = turningPoints(versions, facts).filter((point) => point >= facts.versionAt && point <= at)
  return points.findLast((point, place) => {
    const before = points[place - 1]
    return answerAt(versions, facts, patient, point)?.state === 'visible' && (before === undefined || answerAt(versions, facts, patient, before)?.state !== 'visible')
  }) ?? at
}
