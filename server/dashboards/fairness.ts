import { and, eq, inArray } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { FairnessAnswer, ServiceLevelsAsk } from '#domain/contracts/service-levels.ts'
import { ageGroupOf, FEWEST, suppressSmall } from '#domain/messages/fairness.ts'
import { minutesText } from '#domain/messages/minutes.ts'
import { replyFigures, type LeftOut } from '#domain/messages/reply-figures.ts'
import { addDays } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { spanOf } from '#server/dashboards/span.ts'
import { notHidden } from '#server/messages/messages.ts'

type Group = { people: Set<string>; minutes: string[]; onTime: number; withinLimit: number }
type Traits = Record<'language' | 'age' | 'sex', Map<string, Group>>

/**
 * Reply times side by side by language, age and sex of the patients. Groups of fewer than five people are not shown, nor one that
 * could be worked out from the others. Read day by day, so that nobody else waits.
 */
export async function readFairness(db: Reader, act: Act, { body }: { body: ServiceLevelsAsk }): Promise<Outcome<FairnessAnswer>> {
  const span = await spanOf(db, act, body)
  if ('refused' in span) return span
  const traits: Traits = { language: new Map(), age: new Map(), sex: new Map() }
  for (let on = span.from; on <= span.to; on = addDays(on, 1)) {
    if (span.queueIds.length > 0) await addDay(db, act, traits, { on, queueIds: span.queueIds, zone: span.zone })
    await new Promise((next) => { setImmediate(next) })
  }
  return done({
    from: span.from, to: span.to, fewest: FEWEST,
    by: (['language', 'age', 'sex'] as const).map((trait) => {
      const groups = [...traits[trait]].map(([group, { people, minutes, onTime, withinLimit }]) => ({
        group, people: people.size, figures: replyFigures([{ minutes: minutes.join(''), taken: '', onTime, withinLimit }]),
      })).toSorted((a, b) => (a.group < b.group ? -1 : 1))
      return { trait, ...suppressSmall(groups) }
    }),
  })
}

async function addDay(db: Reader, act: Act, traits: Traits, { on, queueIds, zone }: { on: string; queueIds: readonly string[]; zone: string }): Promise<void> {
  const { messageClocks: c, messageThreads: h, patients: p } = db.t
  const rows = await db.select({ patientId: c.patientId, minutes: c.minutes, onTime: c.onTime, withinLimit: c.withinLimit, at: c.answeredAt, birthDate: p.birthDate, language: p.language, sex: p.sexAtBirth })
    .from(c).innerJoin(p, eq(p.id, c.patientId)).innerJoin(h, eq(h.id, c.threadId))
    .where(and(inArray(c.queueId, [...queueIds]), eq(c.answeredOn, on), notHidden(db, { actorId: act.actor.id, at: act.at })))
  for (const row of rows) {
    const answer = { patientId: row.patientId, minutes: minutesText(row.minutes ?? 0), onTime: row.onTime === true, withinLimit: row.withinLimit === true }
    add(traits.language, row.language?.split('-')[0]?.toLowerCase() ?? '?', answer)
    add(traits.age, ageGroupOf(ageAt(row.birthDate, row.at ?? act.at, zone)), answer)
    add(traits.sex, row.sex ?? '?', answer)
  }
}

function add(groups: Map<string, Group>, name: string, { patientId, minutes, onTime, withinLimit }: LeftOut & { patientId: string }): void {
  const group = groups.get(name) ?? { people: new Set(), minutes: [], onTime: 0, withinLimit: 0 }
  groups.set(name, group)
  group.people.add(patientId)
  group.minutes.push(minutes)
  group.onTime += onTime ? 1 : 0
  group.withinLimit += withinLimit ? 1 : 0
}
