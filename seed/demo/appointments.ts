import type { AppointmentStatus } from '#domain/feeds/appointment-status.ts'
import { addDays, HOUR, localDateOf, MINUTE, startOfLocalDay, type Instant } from '#domain/time.ts'
import { hashOfFacts } from '#db/kept.ts'
import type { RowOf } from '#db/rows.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import type { CarersAt } from '#seed/demo/relations.ts'
import { demoSites, type DemoSite } from '#seed/demo/demo-sites.ts'
import { stableId, stableNumber, stablePick, stableShare } from '#seed/stable.ts'

type Appointment = RowOf<'appointments'>

/** The day of the start is spread around the moment of starting, so that a newcomer at any hour meets a desk at work. */
const EVERY = 20 * MINUTE
const BEFORE = 8
const AFTER = 16
/** The days after it have office hours. */
const LATER_DAYS = 6
const OPENS = 8 * HOUR
const LATER_SLOTS = 16
const LATER_EVERY = 30 * MINUTE

const visits = ['Office visit', 'Follow-up', 'Annual physical', 'Vaccination', 'Blood draw'] as const
/** Of those who should have come, those who did not. */
const NO_SHOWS = 0.12
/** A calendar system forgets to cancel a few who have died. */
const DEAD_STILL_BOOKED = 0.05

/** Who comes to each site of the demo practice on the day of `at` and the week after, by the site's clock. Made up, the same for the same instant. */
export function appointmentsOf(patients: readonly DemoPatient[], carersAt: CarersAt, at: Instant): Appointment[] {
  return demoSites.flatMap((site) => {
    const own = inTurn(patients.filter((one) => one.site.id === site.id && isBooked(one)))
    return slotsOf(site, at).flatMap((startAt, place) => {
      const patient = own[place % own.length]
      return patient ? [appointmentOf(site, patient, carersAt(site), startAt, String(place), at)] : []
    })
  })
}

const isBooked = ({ facts }: DemoPatient): boolean => !facts.deceased || stableShare('still booked', patientIdOf(facts)) < DEAD_STILL_BOOKED

function inTurn(patients: readonly DemoPatient[]): DemoPatient[] {
  const turns = new Map(patients.map((one) => [one, stableNumber('turn', patientIdOf(one.facts))]))
  return patients.toSorted((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0))
}

function slotsOf(site: DemoSite, at: Instant): Instant[] {
  const today = localDateOf(at, site.timeZone)
  const first = Math.floor(at / (10 * MINUTE)) * 10 * MINUTE - BEFORE * EVERY
  const now = Array.from({ length: BEFORE + AFTER + 1 }, (_, place) => first + place * EVERY).filter((slot) => localDateOf(slot, site.timeZone) === today)
  const later = Array.from({ length: LATER_DAYS }, (_, day) => startOfLocalDay(addDays(today, day + 1), site.timeZone) + OPENS)
  return [...now, ...later.flatMap((opens) => Array.from({ length: LATER_SLOTS }, (_, place) => opens + place * LATER_EVERY))]
}

function appointmentOf(
  site: DemoSite, patient: DemoPatient, carers: readonly string[], startAt: Instant, place: string, at: Instant,
): Appointment {
  const key = ['appointment', site.id, place]
  const columns = {
    patientId: patientIdOf(patient.facts), siteId: site.id, practitionerId: stablePick(carers, ...key),
    startAt, endAt: startAt + EVERY, status: statusOf(key, startAt, at), visit: stablePick(visits, 'visit', ...key),
  }
  return {
    id: stableId(...key), ...columns, source: 'seed', sourceId: `${site.id}/${place}`, sourceHash: hashOfFacts(columns),
    createdAt: at - (3 + stableNumber('booked', ...key) % 60) * 24 * HOUR, updatedAt: at, version: 1,
  }
}

function statusOf(key: readonly string[], startAt: Instant, at: Instant): AppointmentStatus {
  const share = stableShare('status', ...key)
  if (startAt < at - 2 * EVERY) return share < NO_SHOWS ? 'noshow' : 'fulfilled'
  if (startAt < at) return share < 0.5 ? 'checked-in' : 'arrived'
  return startAt < at + EVERY && share < 0.6 ? 'arrived' : 'booked'
}
