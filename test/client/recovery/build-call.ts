import type { CallDesk } from '#domain/contracts/recovery.ts'
import { actKinds } from '#domain/recovery/words.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`

/** Why an act is closed before the proof. */
export const notProven = { code: 'RECOVERY_NOT_PROVEN', message: 'Nothing is proven yet.', next: 'Prove it first.', rule: 'ID-02', say: null }

const way = (kind: CallDesk['ways'][number]['kind'], more: Partial<CallDesk['ways'][number]> = {}): CallDesk['ways'][number] => ({
  kind, contactId: null, masked: null, sinceAt: null, standing: 'suffices', sentence: `How it is with ${kind}.`, next: 'What to do instead.', say: null, rule: 'ID-02', fromAt: null, ...more,
})

/** A call about a locked account whose caller has been found: the link by e-mail suffices, the mobile is six days old. */
export function buildCall(given: Partial<CallDesk> = {}): CallDesk {
  return {
    id: 'case-1', version: 3, state: 'open', source: 'portal-failed-questions', openedAt: at('15:30'), attempts: 2, lastAttemptAt: at('15:31'), claimedBy: 'Tom Whitfield', isMine: true, step: 'prove',
    outcome: null, endedAt: null,
    person: { patientId: 'patient-1', name: 'Clint Champlin', birthDate: '1967-12-18', age: 58, mrnTail: '7e28', language: 'en', interpreterNeeded: false, deceased: false, siteName: 'Main Street' },
    account: { state: 'active', isLocked: true, lockedAt: at('15:31'), lockedWhy: 'failed-questions', wrongAnswers: 2, signIn: 'password', provider: null, lastSignInAt: at('01:15') },
    resetsToday: { used: 0, limit: 3 }, sendsToday: { used: 0, limit: 5 }, agentResets: { used: 0, limit: 20 },
    portal: { id: 'mychart-ny-nj', name: 'MyChart NY/NJ', timeZone: 'America/New_York', number: '1-833-678-8687', tty: '711', afterHours: null, hours: null, openNow: null, socialProviders: [] },
    call: { startedAt: at('15:39'), channel: 'call', relay: 'none', language: 'en', shownTail: '1582', calls: 1, endedAt: null },
    facts: [{ kind: 'name', fits: true, at: at('15:40') }, { kind: 'birth-date', fits: true, at: at('15:40') }], wrongFacts: 0, factsRefusal: null, located: true,
    ways: [
      way('email-link', { contactId: 'mail-1', masked: 'c•••n@mailhost.example', sinceAt: '2019-05-02T12:00:00Z' }),
      way('call-back', { contactId: 'phone-1', masked: '···1582', sinceAt: '2026-11-18T12:00:00Z', standing: 'not-today', fromAt: '2026-12-18T12:00:00Z' }),
      way('photo-id'), way('second-person'),
    ],
    proof: null, acts: actKinds.map((kind) => ({ kind, refusal: notProven, needsSecondPerson: false, askRefusal: null, goesTo: null, doneAt: null })),
    signs: [{ kind: 'contact-changed', text: 'Mobile changed 6 days ago', at: null }], approvals: [], earlier: [], desks: [{ siteId: 'site-1', name: 'Main Street' }],
    ...given,
  }
}

/** A proof in hand. */
export function buildProof(given: Partial<NonNullable<CallDesk['proof']>> = {}): NonNullable<CallDesk['proof']> {
  return { id: 'proof-1', kind: 'email-link', state: 'sent', contactId: 'mail-1', masked: null, madeAt: at('15:41'), confirmedAt: null, endsAt: at('16:41'), triesLeft: 2, dial: null, words: null, ...given }
}
