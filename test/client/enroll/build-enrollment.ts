import type { ContactCheckAnswer, EnrollmentAnswer, PatientEnrollmentAnswer, ShownCode } from '#domain/contracts/enrollment.ts'
import { enrollmentSteps } from '#domain/enrollment/words.ts'

type Refusal = NonNullable<ContactCheckAnswer['refusal']>

export const NOW = Date.parse('2026-11-24T15:42:00Z')
const portal = { id: 'mychart-ny-nj', name: 'MyChart NY/NJ', timeZone: 'America/New_York', languages: ['en', 'es'] }
const walton = { id: 'walton', name: 'Walton King', birthDate: '2013-07-04', age: 13, mrnTail: '2e46', language: 'en', lookAlikes: [] }

/** A refusal as the server says it. */
export function words(code: string, more: Partial<Refusal> = {}): Refusal {
  return { code, message: `What is so: ${code}`, next: 'The next safe step.', rule: 'R10', say: null, ...more }
}

/** What can be started for Walton: MyChart, and nothing stands in the way. */
export function buildStart(more: Partial<PatientEnrollmentAnswer> = {}): PatientEnrollmentAnswer {
  return {
    patient: walton,
    portals: [{
      portal, refusal: null, openEnrollmentId: null, invitationId: null, canUndo: false,
      preflight: [{ key: 'age', state: 'ok', text: 'Age 13: may have an own account', refusal: null }, { key: 'identity', state: 'ask', text: 'Identity to be seen', refusal: null }],
    }],
    history: [], ...more,
  }
}

/** Walton’s enrollment as it is after so many of the seven steps. */
export function buildDraft(more: Partial<EnrollmentAnswer> = {}): EnrollmentAnswer {
  const done = more.done ?? 1
  const rosa = { id: 'staff-rosa', name: 'Rosa Delgado' }
  return {
    id: 'draft-1', version: 2, patient: walton, portal, siteId: 'site-main', state: 'open', step: 'contact', language: 'en', startedAt: '2026-11-24T15:36:00.000Z', startedBy: rosa, heldBy: rosa, mine: true,
    evidence: { kind: 'school-photo-id', issuer: null, expiresOn: null, withPhoto: true, seenBy: rosa, seenAt: '2026-11-24T15:36:00.000Z' },
    contact: null, onFile: [], handOver: null, handOverChoices: [{ handOver: 'desk-code', refusal: null }, { handOver: 'email', refusal: words('HAND_OVER_NEEDS_EMAIL') }], code: null,
    live: enrollmentSteps.map((step, place) => ({ step, state: place < done ? 'done' : place === done ? 'now' : 'to-come', at: place < done ? '2026-11-24T15:36:00.000Z' : null })),
    done, stuck: null, preflight: [{ key: 'contact', state: 'ask', text: 'Own contact to be settled', refusal: null }], parentsSee: null, invitation: null, ended: null, ...more,
  }
}

/** A contact that the rule takes, or with a refusal one that it does not. */
export function buildCheck(more: Partial<ContactCheckAnswer> = {}): ContactCheckAnswer {
  const typed = { segments: [{ text: 'walton@mailhost.example', counts: true }], readAs: 'walton@mailhost.example' }
  return { kind: 'email', usable: true, refusal: null, youngSinceAt: null, sharedByRule: false, typed, with: null, ways: [], ...more }
}

/** The father’s mailbox behind a plus-tag and a dot. */
export const fathers = buildCheck({
  usable: false, refusal: words('CONTACT_IS_A_PROXYS', { message: 'This is a parent’s address, so it cannot be used.', say: 'We need an address only you read.' }),
  typed: { segments: [{ text: 'jking', counts: true }, { text: '+walton', counts: false }, { text: '@mailhost.example', counts: true }], readAs: 'jking@mailhost.example' },
  with: { relation: 'proxy', relationship: 'father', name: 'Jeremy King', address: { segments: [{ text: 'jking@mailhost.example', counts: true }], readAs: 'jking@mailhost.example' } },
  ways: ['mobile', 'typed-by-patient', 'not-today'],
})

/** The one answer that holds a code. */
export function buildShown(more: Partial<EnrollmentAnswer> = {}): ShownCode {
  const endsAt = '2026-11-24T15:51:00.000Z'
  const code = { id: 'code-1', state: 'live' as const, madeAt: '2026-11-24T15:41:00.000Z', endsAt, triesLeft: 5 }
  const enrollment = buildDraft({ version: 5, step: 'hand-over', done: 3, handOver: 'desk-code', contact: { way: 'no-own-contact', masked: null, settledAt: '2026-11-24T15:40:00.000Z' }, code, ...more })
  return { enrollment, codeId: 'code-1', code: '7Q4K92WX', url: 'https://activate.mapleharbor.example/p/d#7Q4K92WX', shortUrl: 'activate.mapleharbor.example', endsAt }
}
