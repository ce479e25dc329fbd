import { MOST_TRIES } from '#domain/enrollment/codes.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import type { Language } from '#domain/reasons/text.ts'
import { MINUTE, type Instant } from '#domain/time.ts'

/** What keeps an enrollment, and the fix that Home offers. */
const stuckWords = {
  PATIENT_STOPPED: { fix: 'continue', en: 'The record was closed to enrollment.', es: 'El expediente se cerró a la inscripción.' },
  IDENTITY_TO_RECORD: { fix: 'continue', en: 'Needs a look at a document.', es: 'Falta mirar un documento.' },
  CONTACT_TO_SETTLE: { fix: 'fix-address', en: 'Needs a contact of their own.', es: 'Falta un contacto propio.' },
  HAND_OVER_TO_CHOOSE: { fix: 'continue', en: 'Needs a way to hand it over.', es: 'Falta elegir la entrega.' },
  CODE_ENDED: { fix: 'new-code', en: 'The code has ended.', es: 'El código terminó.' },
  CODE_SPENT: { fix: 'new-code', en: 'The code was typed wrong too often.', es: 'El código se escribió mal demasiadas veces.' },
  PHONE_SILENT: { fix: 'new-code', en: 'Nothing has come from the phone for ten minutes: slow, offline, or lost.', es: 'Hace diez minutos que no llega nada del teléfono: lento, sin conexión o perdido.' },
  MAIL_REFUSED: { fix: 'fix-address', en: 'The mail server refused the address.', es: 'El servidor rechazó la dirección.' },
  MAIL_BOUNCED: { fix: 'fix-address', en: 'The mail came back.', es: 'El correo fue devuelto.' },
  MAIL_NOT_OPENED: { fix: 'resend', en: 'The mail was handed over half an hour ago and nobody opened its page.', es: 'El correo se entregó hace media hora y nadie abrió su página.' },
  INVITATION_ENDED: { fix: 'resend', en: 'The invitation has ended.', es: 'La invitación terminó.' },
} as const satisfies Record<string, { fix: 'continue' | 'fix-address' | 'resend' | 'new-code' } & Record<Language, string>>

/** Assumption: whoever was there when it was sent opens it within half an hour, or has not got it. */
const OPENED_WITHIN = 30 * MINUTE
/** Assumption: no step of a phone takes longer; the texts are read in three and four minutes. */
const SILENT_AFTER = 10 * MINUTE

/** Whether a phone that has the code has done nothing for so long that somebody should ask. */
export function isSilent(lastStepAt: Instant, now: Instant): boolean {
  return now - lastStepAt >= SILENT_AFTER
}

export type StuckCode = keyof typeof stuckWords
export type Stuck = { code: StuckCode; message: string; fix: (typeof stuckWords)[StuckCode]['fix'] }

export type StuckFacts = {
  deceased: boolean
  evidenceSeen: boolean
  contactSettled: boolean
  handOver: 'desk-code' | 'email' | null
  invitation: { state: InvitationState; sentAt: Instant; endsAt: Instant } | null
  /** The newest code, whatever its kind. */
  code: { kind: 'desk' | 'mail'; endsAt: Instant; tries: number; isDead: boolean; isTied: boolean } | null
  /** The last thing that was done on the patient's side, or by the desk for it. */
  lastStepAt: Instant | null
  /** Left for the next person: only then what is not done yet waits for somebody. */
  left: boolean
}

/** The first thing that somebody has to do before this enrollment goes on by itself; null: it runs, or is being worked on. */
export function stuckOf(facts: StuckFacts, now: Instant, language: Language): Stuck | null {
  const code = stuckCode(facts, now)
  return code === null ? null : { code, message: stuckWords[code][language], fix: stuckWords[code].fix }
}

function stuckCode({ deceased, evidenceSeen, contactSettled, handOver, invitation, code, left, lastStepAt }: StuckFacts, now: Instant): StuckCode | null {
  if (deceased) return 'PATIENT_STOPPED'
  if (handOver === null || invitation === null) {
    if (!left) return null
    return !evidenceSeen ? 'IDENTITY_TO_RECORD' : !contactSettled ? 'CONTACT_TO_SETTLE' : handOver === null ? 'HAND_OVER_TO_CHOOSE' : handOver === 'desk-code' ? 'CODE_ENDED' : 'HAND_OVER_TO_CHOOSE'
  }
  if (invitation.state === 'expired' || invitation.state === 'cancelled' || now >= invitation.endsAt) return 'INVITATION_ENDED'
  if (invitation.state === 'refused') return 'MAIL_REFUSED'
  if (invitation.state === 'bounced') return 'MAIL_BOUNCED'
  if (handOver === 'email' && invitation.state === 'handed' && now - invitation.sentAt >= OPENED_WITHIN) return 'MAIL_NOT_OPENED'
  if (handOver === 'email' || code === null) return null
  if (code.tries >= MOST_TRIES) return 'CODE_SPENT'
  // A code is for connecting: on the phone that has it the steps go on past its ten minutes.
  if (code.isTied) return lastStepAt !== null && isSilent(lastStepAt, now) ? 'PHONE_SILENT' : null
  return code.isDead || now >= code.endsAt ? 'CODE_ENDED' : null
}
