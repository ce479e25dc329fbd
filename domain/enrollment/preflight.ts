import type { Decision } from '#domain/decision.ts'
import type { PreflightLine } from '#domain/contracts/enrollment.ts'
import { canStartEnrollment, type StartFacts } from '#domain/enrollment/draft-policy.ts'
import { refusalOf } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'

export type PreflightFacts = StartFacts & {
  hasInvitation: boolean
  declined: boolean
  identitySeen: boolean
  /** What the rule says of the best contact there is; null: none on file and none settled. */
  contact: Decision | null
  contactSettled: boolean
  /** Display name of the language of what is handed over. */
  languageName: string
  /** The portal asks for consents on the patient's own phone. */
  asksConsents: boolean
}

type Key = PreflightLine['key']
type Line = { key: Key; state: PreflightLine['state']; en: string; es: string; refusal?: Extract<Decision, { allowed: false }> }

/** Everything that enrolling takes, said before it is asked for: green, in the way, to be asked, or later on the patient's phone. */
export function preflight(facts: PreflightFacts, language: Language): PreflightLine[] {
  return linesOf(facts).map(({ key, state, refusal, ...words }) => ({
    key, state, text: words[language], refusal: refusal ? refusalOf(refusal.code, language, refusal.facts) : null,
  }))
}

function linesOf(facts: PreflightFacts): Line[] {
  const { age, ownAccountFromAge } = facts
  const start = canStartEnrollment(facts)
  const stop = start.allowed ? undefined : start
  return [
    ...(facts.deceased ? [line('alive', 'stop', 'Recorded as deceased', 'Consta el fallecimiento', stop)] : []),
    facts.portalServes && facts.portalTakesAccounts
      ? line('portal-open', 'ok', 'The portal takes new accounts', 'El portal admite cuentas nuevas')
      : line('portal-open', 'stop', 'The portal takes no new accounts here', 'El portal no admite cuentas nuevas aquí', stop),
    age >= ownAccountFromAge
      ? line('age', 'ok', `Age ${age}: may have an own account`, `${age} años: puede tener cuenta propia`)
      : line('age', 'stop', `Age ${age}: an own account begins at ${ownAccountFromAge}`, `${age} años: la cuenta propia empieza a los ${ownAccountFromAge}`, stop),
    facts.account === 'active' || facts.account === 'suspended'
      ? line('no-account', 'stop', facts.account === 'active' ? 'Has an account already' : 'The account is suspended', facts.account === 'active' ? 'Ya tiene cuenta' : 'La cuenta está suspendida', stop)
      : facts.hasInvitation
        ? line('no-invitation', 'ask', 'An invitation is out; this takes it over', 'Hay una invitación; esto la sustituye')
        : line('no-account', 'ok', 'No account yet, no invitation out', 'Sin cuenta y sin invitación'),
    ...(facts.declined ? [line('declined', 'ask', 'Said no before: only if they bring it up', 'Dijo que no: solo si lo menciona')] : []),
    facts.identitySeen ? line('identity', 'ok', 'Identity seen in person today', 'Identidad vista hoy en persona') : line('identity', 'ask', 'Identity: look at a document', 'Identidad: mire un documento'),
    contactLine(facts),
    line('language', 'ok', `Language: ${facts.languageName}`, `Idioma: ${facts.languageName}`),
    ...(facts.asksConsents ? [line('consents', 'later', 'Terms and HIPAA: on their own phone', 'Condiciones e HIPAA: en su propio teléfono')] : []),
  ]
}

function contactLine({ contact, contactSettled }: PreflightFacts): Line {
  if (contactSettled) return line('contact', 'ok', 'Contact is theirs alone', 'El contacto es solo suyo')
  if (contact === null) return line('contact', 'ask', 'No contact on file: ask for one', 'Sin contacto registrado: pídalo')
  return contact.allowed
    ? line('contact', 'ok', 'The contact on file may be used', 'El contacto registrado sirve')
    : line('contact', 'stop', 'The contact on file may not be used', 'El contacto registrado no sirve', contact)
}

function line(key: Key, state: Line['state'], en: string, es: string, refusal?: Extract<Decision, { allowed: false }>): Line {
  return { key, state, en, es, ...(refusal ? { refusal } : {}) }
}
