import type { AuditFact } from '#domain/audit-events.ts'
import { ageAt } from '#domain/birthdays.ts'
import type { TodayAnswer, TodayRow, TodaySearch } from '#domain/contracts/today.ts'
import type { AppointmentStatus } from '#domain/feeds/appointment-status.ts'
import { displayName } from '#domain/names.ts'
import { addDays, isoOf, localDateOf, startOfLocalDay } from '#domain/time.ts'
import { appointmentsAt } from '#db/appointments.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { enrollmentFactsOf, lookAlikesOf, mayKnowOf, nextActionShown, portalsHere } from '#server/patients/patients.ts'
import { ownSites } from '#server/sites/sites.ts'

/** More than come to one site in a day. */
const MOST_ROWS = 200

/**
 * Who comes to a site on a day, by the site's calendar: read-only facts of the scheduling system, with what the portal
 * asks of each person. A site that is not the person's own answers as one that is not there (AZ-02).
 */
export async function listDay(db: Reader, act: Act, { body }: { body: TodaySearch }): Promise<Outcome<TodayAnswer>> {
  const sites = await ownSites(db, act.actor.id)
  const site = body.siteId === undefined ? sites[0] : sites.find((one) => one.id === body.siteId)
  const usual = act.app.config.practiceTimeZone
  const day = body.day ?? localDateOf(act.at, site?.timeZone ?? usual)
  const names = sites.map(({ id, name }) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name))
  if (!site) return body.siteId === undefined ? done({ site: null, sites: names, day, rows: [], more: false }) : refuse('NOT_FOUND')
  const { id, name, timeZone } = site
  const found = await appointmentsAt(db, {
    siteId: id, from: startOfLocalDay(day, timeZone), to: startOfLocalDay(addDays(day, 1), timeZone),
    known: mayKnowOf(db, act.actor, act.at), limit: MOST_ROWS + 1,
  })
  const shown = found.slice(0, MOST_ROWS)
  const ids = [...new Set(shown.map(({ patient }) => patient.id))]
  const portals = (await portalsHere(db, act.at))(site.jurisdiction)
  const factsOf = await enrollmentFactsOf(db, ids)
  const alike = await lookAlikesOf(db, ids, { actorId: act.actor.id, at: act.at })
  const rows = shown.map(({ appointment, patient }): TodayRow => {
    const age = ageAt(patient.birthDate, act.at, timeZone)
    const facts = { ...factsOf(patient.id), portals, age, deceased: patient.deceased }
    return {
      id: appointment.id, patientId: patient.id, startAt: isoOf(appointment.startAt), status: appointment.status as AppointmentStatus,
      name: displayName(patient), birthDate: patient.birthDate, age, language: patient.language,
      portalState: facts.standing, lookAlike: alike.has(patient.id), nextAction: nextActionShown(facts, act),
    }
  })
  return done({ site: { id, name, timeZone }, sites: names, day, rows, more: found.length > MOST_ROWS })
}

/** One list is one event, with the patients whom it showed (AD-01). */
export function auditOfDay(answer: TodayAnswer): AuditFact {
  return {
    event: 'appointment.listed', objectId: answer.site?.id ?? null, purpose: 'PATADMIN',
    detail: { siteId: answer.site?.id ?? '', day: answer.day, hits: answer.rows.length, ids: [...new Set(answer.rows.map((row) => row.patientId))] },
  }
}
