/** Where the server answers about proxy access: every address of this room in one place. */

type Asked = Record<string, string | number | null | undefined>

/** A path with what is asked of it; what is not said is left out. */
export function withQuery(path: string, asked: Asked): string {
  const said = Object.entries(asked).filter((pair): pair is [string, string | number] => pair[1] !== null && pair[1] !== undefined && pair[1] !== '')
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${path}?${query}` : path
}

const ofPatient = (patientId: string, part: string) => `/patients/${encodeURIComponent(patientId)}/${part}`

export const paths = {
  matrix: (patientId: string, asked: Asked) => withQuery(ofPatient(patientId, 'access'), asked),
  proxies: (patientId: string, asked: Asked) => withQuery(ofPatient(patientId, 'proxies'), asked),
  actsFor: (patientId: string, asked: Asked) => withQuery(ofPatient(patientId, 'acts-for'), asked),
  parentPage: (patientId: string, asked: Asked) => withQuery(ofPatient(patientId, 'parent-page'), asked),
  grant: (patientId: string) => ofPatient(patientId, 'grant-access'),
  askGrant: (patientId: string) => ofPatient(patientId, 'ask-for-access'),
  ofGrant: (grantId: string, verb: 'revoke' | 'suspend' | 'review' | 'ask-to-resume' | 'resend' | 'decide-held') => `/proxy-grants/${encodeURIComponent(grantId)}/${verb}`,
  persons: '/proxy-persons',
  searchPersons: '/proxy-persons/search',
  legalStatuses: (patientId: string) => ofPatient(patientId, 'legal-status'),
  endLegalStatus: (id: string) => `/legal-statuses/${encodeURIComponent(id)}/end`,
  consents: (patientId: string) => ofPatient(patientId, 'minor-consent'),
  withdrawConsent: (id: string) => `/minor-consents/${encodeURIComponent(id)}/withdraw`,
  blocks: (patientId: string) => ofPatient(patientId, 'blocks'),
  liftBlock: (id: string) => `/blocks/${encodeURIComponent(id)}/lift`,
  suppress: (patientId: string) => ofPatient(patientId, 'suppress-channel'),
  endSuppression: (id: string) => `/suppressed-channels/${encodeURIComponent(id)}/end`,
  birthdays: (asked: Asked) => withQuery('/birthdays', asked),
  letter: (id: string) => `/proxy-letters/${encodeURIComponent(id)}`,
  printedLetter: (id: string) => `/proxy-letters/${encodeURIComponent(id)}/printed`,
  settlePrepared: (id: string) => `/prepared-invitations/${encodeURIComponent(id)}/settle`,
}

/** What a change of access makes stale on any screen. */
export const touched = ['proxy-grants', 'patients', 'two-person-requests', 'proxy-requests', 'proxy-documents', 'proxy-letters', 'prepared-invitations'] as const

/** Events under which access is another, beside those about the grants themselves. */
export const alsoOn = ['patients', 'blocks', 'proxy-held', 'proxy-persons', 'portals'] as const
