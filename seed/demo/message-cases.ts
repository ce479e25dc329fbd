import { HOUR, type Instant } from '#domain/time.ts'
import type { IncomingFacts } from '#db/messages/incoming.ts'

/** A message that shows something in particular: how long ago, what it says, who it is about. Written for the demo. */
export type DemoCase = {
  key: string; about: 'adult' | 'teen' | 'child' | 'california' | 'legacy'; hoursAgo: number; subject: string; text: string; language?: string
  sender?: { kind: 'named'; relationship: string }; topic?: IncomingFacts['topic']; attachment?: string
  /** claimed: somebody is at it; waiting: for the patient; settled: an emergency that was seen to; open: as it came. */
  became: 'open' | 'claimed' | 'waiting' | 'settled'
}

export const demoCases: readonly DemoCase[] = [
  { key: 'chest', about: 'adult', hoursAgo: 0.1, subject: 'Tightness since last night', became: 'open', text: 'Since last night my chest feels tight when I climb stairs and my left arm is heavy. Should I wait for my visit on Thursday?' },
  { key: 'allergy', about: 'adult', hoursAgo: 70, subject: 'Swollen lips', became: 'settled', text: 'My lips are swelling and I have trouble breathing after the new antibiotic, what do I do?' },
  { key: 'spanish-refill', about: 'adult', hoursAgo: 20, language: 'es', subject: 'Receta de metformina', topic: 'refill', became: 'open', text: 'Buenos días, se me acaba la metformina el viernes. ¿Pueden mandar la receta a la farmacia de siempre? Gracias.' },
  { key: 'spanish-bill', about: 'california', hoursAgo: 28, language: 'es', subject: 'Cobro que no entiendo', topic: 'billing', became: 'open', text: 'Me llegó una factura por una consulta que el seguro ya pagó. ¿Me pueden explicar qué falta?' },
  { key: 'statin', about: 'adult', hoursAgo: 43, subject: 'Cholesterol result', topic: 'results', became: 'claimed', attachment: 'lab-report.pdf', text: 'My cholesterol came back, LDL is 98. Is 98 good or do I keep taking the statin? I ran out of the small bottle on Friday.' },
  { key: 'fever', about: 'adult', hoursAgo: 47, subject: 'Cough after a cold', became: 'waiting', text: 'I still cough two weeks after the cold. Is there something stronger than syrup?' },
  { key: 'mother-of-teen', about: 'teen', hoursAgo: 9, subject: 'School sports form', topic: 'records', became: 'open', sender: { kind: 'named', relationship: 'mother' }, text: 'I am writing for my child: the coach needs the sports form by Friday. Could you fill it in from the last check-up?' },
  { key: 'mother-of-child', about: 'child', hoursAgo: 31, subject: 'Rash on his arms', became: 'open', attachment: 'rash.png', sender: { kind: 'named', relationship: 'mother' }, text: 'He has small red spots on both arms since Sunday, no fever, and plays as usual. Do we need to come in?' },
  { key: 'late', about: 'adult', hoursAgo: 52, subject: 'Refill: lisinopril', topic: 'refill', became: 'open', text: 'I have three tablets left and the pharmacy says it has heard nothing. Can you look?' },
  // At any hour somebody is due before the office opens next, and nobody has them.
  { key: 'due-soon', about: 'adult', hoursAgo: 47.7, subject: 'Form for the therapist', topic: 'records', became: 'open', text: 'The physical therapist wants the form back before my first visit. Did it reach you?' },
  { key: 'due-next', about: 'adult', hoursAgo: 46.5, subject: 'Vaccines for a trip', became: 'open', text: 'We fly to Peru in May. Which vaccines do I need, and how long before we leave?' },
  { key: 'due-later', about: 'adult', hoursAgo: 44, subject: 'A new knee brace', became: 'open', text: 'The brace from last year is worn out. Can you write me a new one?' },
  { key: 'past-limit', about: 'adult', hoursAgo: 80, subject: 'Referral to a dermatologist', topic: 'referral', became: 'open', text: 'At my visit you said that you would send the referral. The dermatologist has nothing from you yet.' },
]

/** Before the cut-over and never answered there: the portal takes no messages any more, so somebody calls (R80, R81). */
export const strandedCase = { key: 'stranded', sentAt: Date.UTC(2025, 1, 26, 22), subject: 'Form for my employer', text: 'Could you sign the form that I left at the desk last week?' }

export function instantOf({ hoursAgo }: DemoCase, at: Instant): Instant {
  return at - hoursAgo * HOUR
}

