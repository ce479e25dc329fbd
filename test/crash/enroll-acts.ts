import { randomUUID } from 'node:crypto'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { Browser } from '#test/server/auth/browser.ts'
import type { DoneAct } from '#test/crash/crash-run.ts'

type CarryOut = (act: DoneAct) => Promise<DoneAct>

/**
 * One person enrolled by mail, from the record to the invitation, as a desk presses it: six acts, each repeated under its key
 * until it is answered (T7).
 */
export async function enrollOne(browser: Browser, siteId: string, name: string, carryOut: CarryOut): Promise<DoneAct[]> {
  const done: DoneAct[] = []
  const act = async <T>(kind: DoneAct['kind'], path: string, body: unknown, version?: number): Promise<T> => {
    const one = await carryOut({ kind, key: randomUUID(), path, body, version, browser, tries: 0, answer: null })
    done.push(one)
    return one.answer as T
  }
  const { id } = await act<{ id: string }>('step', '/api/patients', {
    legalGiven: 'Crash', legalFamily: name, birthDate: '1984-03-01', siteId, email: `${randomUUID()}@example.org`, phone: null, phoneUse: null, language: 'en', reason: 'New at the desk',
    override: { reason: 'Another person, seen with a photo ID' },
  })
  const started = await act<EnrollmentAnswer>('step', '/api/enrollments/start', { patientId: id, portalId: 'mychart-ny-nj', reason: 'asked at check-in' })
  const step = (before: EnrollmentAnswer, what: string, body: unknown, kind: DoneAct['kind'] = 'step') => act<EnrollmentAnswer>(kind, `/api/enrollments/${before.id}/${what}`, body, before.version)
  const seen = await step(started, 'record-identity', { kind: 'driver-licence', issuer: 'New York', expiresOn: null })
  const settled = await step(seen, 'settle-contact', { way: 'email', contactId: seen.onFile.find((one) => one.kind === 'email')?.contactId })
  await step(await step(settled, 'choose-hand-over', { handOver: 'email' }), 'send-invitation', {}, 'invitation')
  return done
}
