import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { minorConsentBody, versionAnswer } from '#domain/contracts/proxy-commands.ts'
import { ageAt } from '#domain/birthdays.ts'
import { portalRules } from '#db/portal-rules.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { majorityOf } from '#server/proxy-access/moment.ts'

type Answer = Outcome<z.infer<typeof versionAnswer>>

/** A minor lets one proxy see one confidential service line. It lifts that mark and nothing else (R31). */
export async function giveConsent(w: Writer, act: Act, patientId: string, body: z.infer<typeof minorConsentBody>): Promise<Answer> {
  const opened = await chartToActOn(w, act, patientId)
  if ('refused' in opened) return opened
  const [portal] = await portalRules(w)
  if (ageAt(opened.chart.birthDate, act.at, portal?.timeZone ?? act.app.config.practiceTimeZone) >= majorityOf(portal)) return refuse('CONSENT_NOT_A_MINOR')
  if (!(await knownPersons(w, [body.personId])).has(body.personId)) return refuse('NOT_FOUND')
  const { minorConsents: m } = w.t
  const [given] = await w.select({ id: m.id }).from(m)
    .where(and(eq(m.patientId, patientId), eq(m.personId, body.personId), eq(m.serviceLine, body.serviceLine), isNull(m.withdrawnAt)))
  if (given) return refuse('ALREADY_DONE')
  const id = act.app.random.id()
  await w.insert(m).values({ id, patientId, personId: body.personId, serviceLine: body.serviceLine, givenAt: act.at, recordedBy: act.actor.id })
  await record(w, act, { event: 'minor-consent.given', patientId, objectId: id, detail: { personId: body.personId, serviceLine: body.serviceLine, reason: body.reason ?? '' } })
  w.announce('patients', patientId)
  return done({ id, version: 1 }, 1)
}

/** The minor takes it back; it holds from the next request on. Always possible, any number of times. */
export async function withdrawConsent(w: Writer, act: Act, id: string): Promise<Answer> {
  const { minorConsents: m } = w.t
  const [row] = await w.select().from(m).where(eq(m.id, id))
  if (!row) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, row.patientId)
  if ('refused' in opened) return opened
  if (row.withdrawnAt !== null) return done({ id, version: row.version }, row.version)
  const version = row.version + 1
  await w.update(m).set({ withdrawnAt: act.at, version }).where(eq(m.id, id))
  await record(w, act, { event: 'minor-consent.withdrawn', patientId: row.patientId, objectId: id, detail: { personId: row.personId, serviceLine: row.serviceLine } })
  w.announce('patients', row.patientId)
  return done({ id, version }, version)
}
