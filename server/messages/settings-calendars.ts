import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { siteCalendar, siteCalendarBody } from '#domain/contracts/message-settings.ts'
import { officeHoursSchema } from '#domain/portals/hours.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'

type Calendar = z.infer<typeof siteCalendar>

/** Hours and days of every open site; without its own hours a site keeps those of each portal. */
export async function listCalendars(db: Reader): Promise<Outcome<Calendar[]>> {
  const { sites } = db.t
  const rows = await db.select({ id: sites.id }).from(sites).where(isNull(sites.retiredAt)).orderBy(asc(sites.name))
  const calendars = []
  for (const { id } of rows) calendars.push(await calendarOf(db, id))
  return done(calendars.flatMap((one) => one ?? []))
}

async function calendarOf(db: Reader, siteId: string): Promise<Calendar | null> {
  const { sites, siteCalendars: c, messageRecounts: r, messageThreads: h } = db.t
  const [site] = await db.select({ name: sites.name }).from(sites).where(eq(sites.id, siteId))
  if (!site) return null
  const [row] = await db.select().from(c).where(eq(c.siteId, siteId))
  const isPending = await db.$count(r, and(eq(r.siteId, siteId), isNull(r.doneAt))) > 0
  return {
    siteId, siteName: site.name, version: row?.version ?? 0, hours: row?.hours ? officeHoursSchema.parse(JSON.parse(row.hours)) : null,
    alsoClosedOn: JSON.parse(row?.alsoClosedOn ?? '[]') as string[], openAnywayOn: JSON.parse(row?.openAnywayOn ?? '[]') as string[],
    toRecompute: isPending ? await db.$count(h, and(eq(h.siteId, siteId), ne(h.state, 'resolved'))) : 0,
  }
}

/**
 * New hours or days of a site (R50). Clocks that start from now on go by them at once; those that run are reckoned anew by a
 * walk that this asks for, in the same transaction.
 */
export async function changeCalendar(w: Writer, act: Act, siteId: string, body: z.infer<typeof siteCalendarBody>): Promise<Outcome<Calendar>> {
  const { siteCalendars: c, messageRecounts: r, messageThreads: h } = w.t
  const now = await calendarOf(w, siteId)
  if (!now) return refuse('NOT_FOUND')
  if (now.version !== act.version) return refuse('VERSION_STALE', { current: now })
  if (body.hours !== null) {
    const hours = officeHoursSchema.safeParse(body.hours)
    if (!hours.success) return refuse('FIELDS_NOT_ACCEPTED', { fields: Object.fromEntries(hours.error.issues.map((one) => [['hours', ...one.path].join('.'), one.message])) })
  }
  const row = {
    siteId, hours: body.hours === null ? null : JSON.stringify(body.hours), alsoClosedOn: JSON.stringify(body.alsoClosedOn.toSorted()),
    openAnywayOn: JSON.stringify(body.openAnywayOn.toSorted()), changedBy: act.actor.id, changedAt: act.at, version: now.version + 1,
  }
  if (now.version === 0) await w.insert(c).values(row)
  else {
    const rows = await w.update(c).set(row).where(and(eq(c.siteId, siteId), eq(c.version, now.version))).returning({ siteId: c.siteId })
    if (rows.length === 0) return refuse('VERSION_STALE')
  }
  const toRecompute = await w.$count(h, and(eq(h.siteId, siteId), ne(h.state, 'resolved')))
  // A walk that is under way begins again: what it has behind it was reckoned by the calendar before.
  await w.update(r).set({ doneAt: act.at }).where(and(eq(r.siteId, siteId), isNull(r.doneAt)))
  await w.insert(r).values({ id: act.app.random.id(), siteId, askedAt: act.at })
  await record(w, act, { event: 'calendar.changed', objectId: siteId, detail: { toRecompute } })
  w.announce('site-calendars', siteId)
  const after = await calendarOf(w, siteId)
  return after ? done(after, after.version) : refuse('NOT_FOUND')
}
