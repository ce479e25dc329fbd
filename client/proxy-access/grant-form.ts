import { basisRules, type AreaLevel, type Basis, type DocumentKind, type ProxyVerification, type Relationship, type RepresentativeArea } from '#domain/access/bases.ts'
import type { GrantBody, PersonRow, ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { isPlainDate, type PlainDate } from '#domain/time.ts'
import { monthsLater } from '#client/proxy-access/dates.ts'

/** What a desk says of access that is wanted, as fields hold it. */
export type GrantForm = {
  relationship: Relationship
  basis: Basis
  document: DocumentKind
  documentUntil: string
  verifiedHow: ProxyVerification
  disputed: boolean
  portalId: string
  levelId: string
  areas: Partial<Record<RepresentativeArea, AreaLevel>>
  reviewOn: string
  endOn: string
  reason: string
}

/** The person who is to have access: known here, or a patient who becomes a proxy. */
export type Chosen = Pick<PersonRow, 'personId' | 'patientId' | 'name'>

/** In how many months somebody looks at it again, unless another day is chosen. */
const REVIEW_MONTHS = 12

/** Facts by which a basis fits a patient or not. */
type Subject = Pick<ProxiesAnswer, 'portals'>

/** Why a basis cannot carry access to this patient on a portal, in the server's sentence; null: it can. */
export function misfitOf({ basis, portalId }: Pick<GrantForm, 'basis' | 'portalId'>, { portals }: Subject): string | null {
  return portals.find(({ id }) => id === portalId)?.misfits[basis] ?? null
}

/** What is most often asked for at a desk comes first. */
const USUAL: readonly Basis[] = ['adult-consent', 'parent', 'executor']

/** An empty form with what is most often so at a desk. */
export function emptyGrant(subject: Subject, today: PlainDate): GrantForm {
  const portal = subject.portals.find(({ takesNew }) => takesNew) ?? subject.portals[0]
  const basis = USUAL.find((one) => !portal?.misfits[one]) ?? 'parent'
  return {
    relationship: basis === 'parent' ? 'mother' : basis === 'executor' ? 'executor' : 'spouse',
    basis,
    document: basisRules[basis].documents[0] ?? 'birth-certificate',
    documentUntil: '',
    verifiedHow: 'photo-id',
    disputed: false,
    portalId: portal?.id ?? '',
    levelId: portal?.levels[0]?.id ?? '',
    areas: {},
    reviewOn: monthsLater(today, REVIEW_MONTHS),
    endOn: '',
    reason: '',
  }
}

/** The form with another basis: its document follows where the one chosen does not carry it. */
export function withBasis(form: GrantForm, basis: Basis): GrantForm {
  const { documents } = basisRules[basis]
  return { ...form, basis, document: documents.includes(form.document) ? form.document : (documents[0] ?? form.document) }
}

/** The form on another portal: its level follows where that portal has no such level. */
export function withPortal(form: GrantForm, portalId: string, portals: ProxiesAnswer['portals']): GrantForm {
  const levels = portals.find(({ id }) => id === portalId)?.levels ?? []
  return { ...form, portalId, levelId: levels.some(({ id }) => id === form.levelId) ? form.levelId : (levels[0]?.id ?? '') }
}

/** Whether one person alone does not grant this (security.md §1, R33). */
export function takesTwo({ basis, disputed }: Pick<GrantForm, 'basis' | 'disputed'>): boolean {
  return disputed || basisRules[basis].secondPerson
}

/** What is still missing before it can be sent, as keys of words; in the order of the form. */
export function missingIn(form: GrantForm, person: Chosen | null, subject: Subject, asksReason: boolean): string[] {
  const isPerArea = levelOf(form, subject)?.perArea === true
  return [
    misfitOf(form, subject) ? 'access.basis_label' : null,
    form.documentUntil !== '' && !isPlainDate(form.documentUntil) ? 'access.document_until' : null,
    person === null ? 'access.person' : null,
    isPerArea && !Object.values(form.areas).some((level) => level !== 'none') ? 'access.areas' : null,
    isPlainDate(form.reviewOn) || isPlainDate(form.endOn) ? null : 'access.review_on',
    asksReason && form.reason.trim().length < 3 ? 'ui.reason' : null,
  ].filter((one) => one !== null)
}

/** The chosen level of the chosen portal. */
export function levelOf(form: Pick<GrantForm, 'portalId' | 'levelId'>, { portals }: Pick<Subject, 'portals'>) {
  return portals.find(({ id }) => id === form.portalId)?.levels.find(({ id }) => id === form.levelId)
}

/** The form as the server takes it. */
export function grantBodyOf(form: GrantForm, person: Chosen, subject: Subject): Omit<GrantBody, 'startOn'> {
  return {
    portalId: form.portalId,
    ...(person.personId === null ? { personPatientId: person.patientId ?? undefined } : { personId: person.personId }),
    relationship: form.relationship,
    basis: form.basis,
    levelId: form.levelId,
    areas: levelOf(form, subject)?.perArea ? form.areas : null,
    endOn: form.endOn || null,
    reviewOn: form.reviewOn || null,
    documents: [{ kind: form.document, expiresOn: form.documentUntil || null }],
    verifiedHow: form.verifiedHow,
    disputed: form.disputed,
    ...(form.reason.trim() ? { reason: form.reason.trim() } : {}),
  }
}
