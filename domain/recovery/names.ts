import type { Language } from '#domain/reasons/text.ts'
import type { ActKind, SignKind, WayKind } from '#domain/recovery/words.ts'

type Names = Record<Language, string>

/** How an act is called, for whoever approves it and in lists. */
export const actNames: Record<ActKind, Names> = {
  'send-user-name': { en: 'Send the user name', es: 'Enviar el usuario' }, unlock: { en: 'Unlock the account', es: 'Desbloquear la cuenta' },
  'send-reset-link': { en: 'Unlock and send a reset link', es: 'Desbloquear y enviar un enlace para restablecer' },
  'end-portal-sessions': { en: 'End the sessions on the portal', es: 'Terminar las sesiones del portal' },
  'restart-enrollment': { en: 'Restart the enrollment', es: 'Reiniciar la inscripción' },
  'remove-second-factor': { en: 'Remove a lost second factor', es: 'Quitar un segundo factor perdido' },
  'social-guidance': { en: 'Told that another company keeps the sign-in', es: 'Se informó de que otra empresa guarda el acceso' },
}

/** How a way to prove is called. */
export const wayNames: Record<WayKind, Names> = {
  'email-link': { en: 'link to the e-mail on file', es: 'enlace al correo registrado' }, 'call-back': { en: 'call back to the number on file', es: 'llamada al número registrado' },
  'photo-id': { en: 'photo ID at a desk', es: 'documento con foto en recepción' }, 'second-person': { en: 'a second person', es: 'una segunda persona' },
}

/** What points to an impostor, as the agent reads it. `{n}`: a count, `{days}`: days. */
export const signSentences: Record<SignKind, Names> = {
  'contact-changed': { en: 'A contact was changed less than 72 hours ago', es: 'Un contacto cambió hace menos de 72 horas' },
  'contact-changed-lately': { en: 'A contact was changed {days} days ago', es: 'Un contacto cambió hace {days} días' },
  'repeated-call': { en: 'Call number {n} about this chart in 48 hours', es: 'Llamada número {n} por este expediente en 48 horas' },
  'many-agents': { en: '{n} of us were called about this chart in 48 hours', es: 'Llamaron a {n} de nosotros por este expediente en 48 horas' },
  'wrong-facts': { en: '{n} answers did not fit', es: '{n} respuestas no coincidieron' },
  'failed-proof': { en: 'A proof failed within a day', es: 'Una prueba falló en el último día' },
  'stopped-before': { en: 'A call about this account was stopped within a week', es: 'En la última semana se detuvo una llamada sobre esta cuenta' },
  'not-me-before': { en: 'The patient has said: this was not me', es: 'El paciente dijo: no fui yo' },
  dispute: { en: 'Access to this record is disputed', es: 'El acceso a este expediente está en disputa' },
  flagged: { en: 'This record needs the privacy officer', es: 'Este expediente requiere a privacidad' },
  limit: { en: 'A limit of today is reached', es: 'Se alcanzó un límite de hoy' },
}

/** The sentence of a sign with its number. */
export function signSentence(kind: SignKind, language: Language, count = 0): string {
  const text = count === 1 && kind === 'wrong-facts' ? { en: '1 answer did not fit', es: '1 respuesta no coincidió' } : signSentences[kind]
  const day = count === 1 && kind === 'contact-changed-lately' ? { en: 'A contact was changed a day ago', es: 'Un contacto cambió hace un día' } : text
  return day[language].replace(/\{n\}|\{days\}/, String(count))
}
