import { inWords } from '#domain/access/names.ts'
import { clinicianKindNames, roleNames } from '#domain/role-names.ts'
import { reasons, refusalOf, type ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import { roles, type Role } from '#domain/roles.ts'

/** What will happen on approval, in every language. Places named `roles…`, `kind…`, `code…` and `reason…` hold our own words, translated. */
export const effectSentences = {
  'staff.invite.person': {
    en: '{name} gets an account with the user name {userName}.',
    es: '{name} recibe una cuenta con el nombre de usuario {userName}.',
  },
  'staff.invite.roles': { en: 'Its roles: {roles}.', es: 'Sus funciones: {roles}.' },
  'staff.invite.sites': { en: 'Its sites: {sites}.', es: 'Sus sitios: {sites}.' },
  'staff.invite.mail': {
    en: 'A mail to {email} carries a link that works once, within 24 hours.',
    es: 'Un correo a {email} lleva un enlace que sirve una vez, en 24 horas.',
  },
  'staff.roles.from': { en: 'Now {name} has: {roles}.', es: 'Ahora {name} tiene: {roles}.' },
  'staff.roles.to': { en: 'Then {name} has: {roles}.', es: 'Después {name} tiene: {roles}.' },
  'staff.kind': { en: 'As a clinician: {kind}.', es: 'Como personal médico: {kind}.' },
  'staff.sessions.end': { en: 'Every session of {name} ends at once.', es: 'Todas las sesiones de {name} terminan al instante.' },
  'staff.enable': { en: '{name} can sign in again.', es: '{name} puede volver a iniciar sesión.' },
  'staff.enable.roles': { en: 'With the roles: {roles}.', es: 'Con las funciones: {roles}.' },
  'staff.factor.gone': {
    en: 'The second factor and recovery codes of {name} stop working.',
    es: 'El segundo factor y los códigos de recuperación de {name} dejan de servir.',
  },
  'staff.factor.mail': {
    en: 'A mail to {email} carries a link; {name} sets up a new one there with their password.',
    es: 'Un correo a {email} lleva un enlace; {name} prepara allí otro con su contraseña.',
  },
  'staff.password.gone': { en: 'The password of {name} stops working.', es: 'La contraseña de {name} deja de servir.' },
  'staff.password.mail': {
    en: 'A mail to {email} carries a link; {name} chooses a new one there. Nobody else sees it.',
    es: 'Un correo a {email} lleva un enlace; {name} elige allí otra. Nadie más la ve.',
  },
  'patient.undo-deceased.record': {
    en: '{name} (MRN ···{mrn}) is no longer recorded as deceased.',
    es: '{name} (expediente ···{mrn}) deja de constar como fallecido.',
  },
  'patient.undo-deceased.accounts': {
    en: 'Portal accounts that the record suspended can be used again. Ended invitations stay ended.',
    es: 'Las cuentas de portal que el registro suspendió se pueden usar de nuevo. Las invitaciones terminadas siguen terminadas.',
  },
  'patient.undo-deceased.mail': { en: 'Mail to the patient may go out again.', es: 'Puede volver a salir correo al paciente.' },
  'proxy.grant.who': {
    en: '{person} gets access to the record of {name} (MRN ···{mrn}) on {portal}, as {codeRelationship}.',
    es: '{person} recibe acceso al expediente de {name} (número ···{mrn}) en {portal}, como {codeRelationship}.',
  },
  'proxy.grant.how': { en: 'Level: {level}. Basis: {codeBasis}. First day {from}, last or review day {until}.', es: 'Nivel: {level}. Fundamento: {codeBasis}. Primer día {from}, último o de revisión {until}.' },
  'proxy.grant.next': { en: '{person} is asked to confirm; nothing opens before.', es: 'Se pide a {person} que confirme; antes no se abre nada.' },
  'proxy.resume.who': {
    en: 'The access of {person} to the record of {name} (MRN ···{mrn}) on {portal} is open again, until {until}.',
    es: 'El acceso de {person} al expediente de {name} (número ···{mrn}) en {portal} se reabre, hasta {until}.',
  },
  'legal-status.record': {
    en: '{name} (MRN ···{mrn}) is recorded as: {codeStatus}, from {from}.', es: '{name} (número ···{mrn}) consta como: {codeStatus}, desde {from}.',
  },
  'legal-status.effect': { en: 'By that, {ended} of the accesses that are open now close.', es: 'Con ello se cierran {ended} de los accesos abiertos ahora.' },
  'legal-status.hidden': { en: '{hidden} persons of the former family are shown no more.', es: '{hidden} personas de la familia anterior dejan de mostrarse.' },
  'legal-status.end': { en: '{name} (MRN ···{mrn}) is no longer recorded as: {codeStatus}.', es: '{name} (número ···{mrn}) deja de constar como: {codeStatus}.' },
  'block.lift': { en: 'A safety note on the record with MRN ···{mrn} no longer holds.', es: 'Deja de valer una nota de seguridad del expediente ···{mrn}.' },
  'block.lift.stays': { en: 'What it closed stays closed until somebody reviews it.', es: 'Lo que cerró sigue cerrado hasta que alguien lo revise.' },
  'recovery.what': { en: '{codeRecovery}: {name} (MRN ···{mrn}) on {portal}.', es: '{codeRecovery}: {name} (número ···{mrn}) en {portal}.' },
  'recovery.goes-to': { en: 'It goes to {address}, on file since {since}. Nobody at the practice sees it.', es: 'Va a {address}, que consta desde {since}. Nadie de la práctica lo ve.' },
  'recovery.proof': { en: 'Proof in hand: {codeProof}.', es: 'Prueba presentada: {codeProof}.' },
  'recovery.no-proof': { en: 'There is no proof in hand: the two of you are the proof.', es: 'No hay otra prueba: la prueba son ustedes dos.' },
  'recovery.why-two': { en: 'Why two: {reasonWhy}', es: 'Por qué dos: {reasonWhy}' },
  'recovery.told': {
    en: 'Every own address of the patient is told at once and can undo it; so are the privacy officers.',
    es: 'Se avisa al instante a cada dirección propia del paciente, que puede deshacerlo, y a privacidad.',
  },
} as const satisfies Record<string, Record<Language, string>>

export type EffectKey = keyof typeof effectSentences
export type EffectLine = { key: EffectKey; values: Record<string, string> }

export function effectLine(key: EffectKey, values: Record<string, string>): EffectLine {
  return { key, values }
}

/** One line of what will happen, as a sentence. */
export function effectSentence(line: EffectLine, language: Language): string {
  return effectSentences[line.key][language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = line.values[name]
    if (value === undefined) return place
    if (name.startsWith('roles')) return rolesInWords(value, language)
    if (name.startsWith('code')) return inWords(value, language)
    if (name.startsWith('reason')) return reasonInWords(value, language)
    return name.startsWith('kind') ? kindInWords(value, language) : value
  })
}

/** Role codes joined by commas, as the words people use. */
export function rolesInWords(codes: string, language: Language): string {
  return codes.split(',').filter(isRole).map((role) => roleNames[role][language]).join(', ')
}

function isRole(code: string): code is Role {
  return (roles as readonly string[]).includes(code)
}

function kindInWords(code: string, language: Language): string {
  return code === 'prescriber' || code === 'clinical-staff' ? clinicianKindNames[code][language] : code
}

function reasonInWords(code: string, language: Language): string {
  return Object.hasOwn(reasons, code) ? refusalOf(code as ReasonCode, language).message : code
}
