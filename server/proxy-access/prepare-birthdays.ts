import { and, eq, inArray } from 'drizzle-orm'
import { differing } from '#domain/access/changes.ts'
import { proxiesOf } from '#domain/access/gap.ts'
import { isBlocked } from '#domain/access/scene.ts'
import { birthdayStartsAt } from '#domain/birthdays.ts'
import { addDays, localDateOf, type PlainDate } from '#domain/time.ts'
import { accessOfOne } from '#db/access-facts.ts'
import { portalRules } from '#db/portal-rules.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, systemActor, type AuditScene } from '#server/audit/recorder.ts'
import type { Counts } from '#server/jobs/jobs.ts'
import { byItself, prepareAdultInvitation } from '#server/invitations/invitations.ts'
import { birthdaysNear, decisiveAges, type NearBirthday } from '#server/proxy-access/birthdays-near.ts'
import { daysBetween } from '#server/proxy-access/list-documents.ts'
import { tell } from '#server/proxy-access/notify.ts'
import { answersAt } from '#server/proxy-access/show-grants.ts'

/** Days before a birthday at which it is a step of its own; at those marked, people are told. */
const STEPS = [{ daysBefore: 90, tells: false }, { daysBefore: 30, tells: true }, { daysBefore: 7, tells: false }, { daysBefore: 0, tells: true }] as const
/** Who has not confirmed yet loses nothing that could be told: a step that is done for nobody would be done for good. */
const CONFIRMED = ['active', 'suspended'] as const
/** So far back a birthday is caught up on when nothing ran. */
const BACK_DAYS = 366

/**
 * Does every step that has become due. After a pause only the step that fits today is carried out, and tells what is so
 * today: how many days are left, never how many there were. Each step is one row and is done once, however often this runs.
 */
export async function prepareBirthdays(app: App): Promise<Counts> {
  const at = app.clock.now()
  const db = app.store.read
  const counts = { steps: 0, told: 0, letters: 0, prepared: 0 }
  for (const portal of await portalRules(db)) {
    const zone = portal.versions.at(-1)?.policy.timeZone ?? portal.timeZone
    const today = localDateOf(at, zone)
    for (const age of decisiveAges) {
      const near = (await birthdaysNear(db, age, addDays(today, -BACK_DAYS), addDays(today, STEPS[0].daysBefore), CONFIRMED)).filter((one) => one.portalId === portal.id)
      for (const one of await withoutDone(app, near, today)) {
        const done = await app.store.tx((w) => prepareOne(w, app, one, today, zone))
        counts.steps += done.steps
        counts.told += done.told
        counts.letters += done.letters
        counts.prepared += done.prepared
      }
    }
  }
  return counts
}

/** Those whose step of today has not been done yet: most of a run needs no transaction at all. */
async function withoutDone(app: App, near: readonly NearBirthday[], today: PlainDate): Promise<NearBirthday[]> {
  const { birthdaySteps: s } = app.store.read.t
  const ids = [...new Set(near.map((one) => one.patientId))]
  const done = ids.length === 0 ? [] : await app.store.read.select().from(s).where(inArray(s.patientId, ids))
  return near.filter((one) => !done.some((row) => row.patientId === one.patientId && row.portalId === one.portalId && row.age === one.age && row.daysBefore === dueStep(one, today)))
}

function dueStep(near: NearBirthday, today: PlainDate): number {
  const left = Math.max(0, daysBetween(today, near.on))
  return STEPS.findLast(({ daysBefore }) => daysBefore >= left)?.daysBefore ?? STEPS[0].daysBefore
}

async function prepareOne(w: Writer, app: App, near: NearBirthday, today: PlainDate, zone: string): Promise<{ steps: number; told: number; letters: number; prepared: number }> {
  const { birthdaySteps: s } = w.t
  const { patientId, portalId, age } = near
  const at = app.clock.now()
  const scene: AuditScene = { actor: systemActor, at, requestId: null, sourceAddress: null }
  const due = dueStep(near, today)
  const known = await w.select({ daysBefore: s.daysBefore }).from(s).where(and(eq(s.patientId, patientId), eq(s.portalId, portalId), eq(s.age, age)))
  if (known.some((row) => row.daysBefore === due)) return { steps: 0, told: 0, letters: 0, prepared: 0 }
  const missed = STEPS.filter(({ daysBefore }) => daysBefore > due && !known.some((row) => row.daysBefore === daysBefore))
  // What should have been told before and was not, because nothing ran, is told now with the days that are left.
  const tells = STEPS.some((step) => step.tells && (step.daysBefore === due || missed.some((one) => one.daysBefore === step.daysBefore)))
  const { told, letters } = tells ? await tellAll(w, app, scene, near, daysBetween(today, near.on), zone) : { told: 0, letters: 0 }
  const prepared = due === 0 && age === 18 ? await prepareInvitation(w, app, near) : 0
  const values = [...missed.map(({ daysBefore }) => ({ daysBefore, told: 0 })), { daysBefore: due, told }]
  await w.insert(s).values(values.map((one) => ({ patientId, portalId, age, doneAt: at, ...one }))).onConflictDoNothing()
  await recordEvent(w, scene, { event: 'birthday.step-done', patientId, detail: { portalId, age, daysBefore: due, told, letters } })
  w.announce('birthdays', patientId)
  return { steps: 1, told, letters, prepared }
}

/** Every proxy for whom something closes, and the patient, in their own language; after the birthday as what has been. */
async function tellAll(w: Writer, app: App, scene: AuditScene, near: NearBirthday, left: number, zone: string): Promise<{ told: number; letters: number }> {
  const refs = { age: near.age, days: Math.max(0, left), late: left < 0 }
  const access = await accessOfOne(w, near.patientId)
  const facts = access.factsOf(near.portalId)
  const at = birthdayStartsAt(near.birthDate, near.age, zone)
  let told = 0
  let letters = 0
  const note = (by: 'mail' | 'letter' | null): void => {
    if (by) told += 1
    if (by === 'letter') letters += 1
  }
  for (const viewer of proxiesOf(facts)) {
    if (isBlocked(facts, viewer.personId, scene.at) || differing(answersAt(facts, viewer, at - 1), answersAt(facts, viewer, at)) === 0) continue
    note((await tell(w, app, scene, {
      to: { kind: 'proxy', id: viewer.personId }, patientId: near.patientId, orLetter: true, template: 'proxy-birthday', refs,
    })).by)
  }
  // A child is told on the day itself; somebody who comes of age, a month before as well.
  if (refs.days === 0 || near.age === 18) {
    note((await tell(w, app, scene, { to: { kind: 'patient', id: near.patientId }, patientId: near.patientId, orLetter: true, template: 'patient-birthday', refs })).by)
  }
  return { told, letters }
}

/**
 * The adult's own invitation: sent where it reaches nobody but them, else it waits at the desks. Where there is an own
 * account already, none is needed.
 */
async function prepareInvitation(w: Writer, app: App, { patientId, portalId }: NearBirthday): Promise<number> {
  const { preparedInvitations: p, portalAccounts: a } = w.t
  const [account] = await w.select({ state: a.state }).from(a).where(and(eq(a.patientId, patientId), eq(a.portalId, portalId)))
  if (account?.state === 'active') return 0
  const [made] = await w.insert(p).values({ id: app.random.id(), patientId, portalId, preparedAt: app.clock.now(), state: 'open' }).onConflictDoNothing().returning({ id: p.id })
  if (!made) return 0
  const doing = byItself(app)
  const sent = await prepareAdultInvitation(w, doing, { patientId, portalId })
  if (sent.sent) await w.update(p).set({ state: 'sent', settledAt: doing.at, settledBy: doing.by }).where(eq(p.id, made.id))
  return 1
}
