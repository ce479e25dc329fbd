import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { capabilityNames } from '#domain/access/capability-names.ts'
import { nobodyCanAct, proxiesOf } from '#domain/access/gap.ts'
import type { Relationship } from '#domain/access/bases.ts'
import type { BirthdayLine, BirthdaysAnswer } from '#domain/contracts/proxy-access.ts'
import type { birthdaysQuery } from '#domain/contracts/proxy-worklists.ts'
import { birthdayStartsAt } from '#domain/birthdays.ts'
import { displayName } from '#domain/names.ts'
import { addDays, isoOf, localDateOf } from '#domain/time.ts'
import { accessOf, type RecordAccess } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { birthdaysNear, decisiveAges, type NearBirthday } from '#server/proxy-access/birthdays-near.ts'
import { daysBetween } from '#server/proxy-access/list-documents.ts'
import { answersAt, knownCharts } from '#server/proxy-access/show-grants.ts'

type Query = z.infer<typeof birthdaysQuery>

/** The 12th and 18th birthdays that come, each with what every proxy sees before and after, and whether nobody could act. */
export async function listBirthdays(db: Reader, act: Act, query: Query): Promise<Outcome<BirthdaysAnswer>> {
  const today = localDateOf(act.at, act.app.config.practiceTimeZone)
  const ages = decisiveAges.filter((age) => query.age === undefined || query.age === String(age))
  const near = (await Promise.all(ages.map((age) => birthdaysNear(db, age, addDays(today, -query.passed), addDays(today, Math.max(query.within, 90)))))).flat()
  const known = await knownCharts(db, act, near.map((one) => one.patientId))
  const all = near.filter((one) => known.has(one.patientId)).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const later = all.filter((one) => one.on <= addDays(today, query.within) && (query.after === undefined || keyOf(one) > query.after))
  const page = later.slice(0, query.limit)
  const records = await accessOf(db, page.map((one) => one.patientId))
  const steps = await stepsOf(db, page.map((one) => one.patientId))
  const within = (days: number) => all.filter((one) => one.on >= today && one.on <= addDays(today, days)).length
  return done({
    rows: page.flatMap((one) => {
      const access = records.get(one.patientId)
      return access ? [lineOf(act, one, access, today, steps)] : []
    }),
    more: later.length > page.length, counts: { within7: within(7), within30: within(30), within90: within(90) },
  })
}

type Steps = Awaited<ReturnType<typeof stepsOf>>

function lineOf(act: Act, near: NearBirthday, access: RecordAccess, today: string, steps: Steps): BirthdayLine {
  const portal = access.portals.find((one) => one.id === near.portalId)
  const facts = access.factsOf(near.portalId)
  const zone = portal?.timeZone ?? act.app.config.practiceTimeZone
  const at = birthdayStartsAt(near.birthDate, near.age, zone)
  const daysLeft = daysBetween(today, near.on)
  return {
    key: keyOf(near), patientId: near.patientId, patientName: displayName(access.chart), birthDate: near.birthDate, age: near.age, on: near.on, at: isoOf(at), daysLeft,
    portalId: near.portalId, portalName: portal?.name ?? near.portalId, step: stepOf(daysLeft),
    proxies: proxiesOf(facts).flatMap((viewer) => {
      const before = answersAt(facts, viewer, at - 1)
      const after = answersAt(facts, viewer, at)
      const open = before.filter((one) => one.answer !== 'no')
      if (open.length === 0) return []
      const grant = access.grants.findLast((one) => one.personId === viewer.personId && one.portalId === near.portalId)
      return [{
        personId: viewer.personId, name: access.persons.get(viewer.personId)?.name ?? '', relationship: (grant?.relationship ?? 'other') as Relationship,
        before: open.length, after: after.filter((one) => one.answer !== 'no').length,
        loses: open.filter((one) => after.find((each) => each.capability === one.capability)?.answer === 'no').map(({ capability }) => ({ capability, name: capabilityNames[capability][act.language] })),
      }]
    }),
    hasOwnAccount: facts.ownAccount.state === 'active', gap: nobodyCanAct(facts, at), ...steps(near),
  }
}

/** Persons told, and the invitation made ready, of each birthday. */
async function stepsOf(db: Reader, patientIds: readonly string[]): Promise<(near: NearBirthday) => { told: number; preparedInvitationId: string | null }> {
  const { birthdaySteps: s, preparedInvitations: p } = db.t
  const ids = [...new Set(patientIds)]
  const steps = ids.length === 0 ? [] : await db.select().from(s).where(inArray(s.patientId, ids))
  const prepared = ids.length === 0 ? [] : await db.select().from(p).where(and(inArray(p.patientId, ids), eq(p.state, 'open')))
  return (near) => {
    const isThis = (row: { patientId: string; portalId: string }) => row.patientId === near.patientId && row.portalId === near.portalId
    return {
      told: Math.max(0, ...steps.filter((row) => isThis(row) && row.age === near.age).map((row) => row.told)),
      preparedInvitationId: near.age === 18 ? prepared.find(isThis)?.id ?? null : null,
    }
  }
}

function stepOf(daysLeft: number): BirthdayLine['step'] {
  if (daysLeft < 0) return 'passed'
  if (daysLeft <= 7) return '7'
  if (daysLeft <= 30) return '30'
  return daysLeft <= 90 ? '90' : 'later'
}

/** Order of the list, and where the next page begins. */
function keyOf({ on, age, patientId, portalId }: NearBirthday): string {
  return `${on}|${age}|${patientId}|${portalId}`
}
