import type { PreflightLine } from '#domain/contracts/enrollment.ts'
import { isEvidenceOld } from '#domain/enrollment/draft-policy.ts'
import { preflight } from '#domain/enrollment/preflight.ts'
import type { Reader } from '#db/store.ts'
import type { OwnContact, PortalNow } from '#server/contacts/contacts.ts'
import type { DraftRow } from '#server/enrollment/draft-scene.ts'
import type { Act } from '#server/http/act.ts'
import { hasDeclined, invitationOut, startFacts } from '#server/invitations/invitations.ts'
import type { PatientRecord } from '#server/patients/patients.ts'

const languageNames = { en: { en: 'English', es: 'inglés' }, es: { en: 'Spanish', es: 'español' } } as const

/** The pre-flight of an enrollment that is under way, or that could be. */
export async function preflightOf(
  db: Reader, act: Act, { chart, portal, contacts, draft }: { chart: PatientRecord; portal: PortalNow; contacts: readonly OwnContact[]; draft: DraftRow | null },
): Promise<PreflightLine[]> {
  const facts = await startFacts(db, act, chart, portal)
  const best = contacts.find((one) => one.checked.decision.allowed) ?? contacts.find((one) => one.kind === 'email') ?? contacts[0]
  const language = draft?.language === 'es' || (draft === null && /^es\b/i.test(chart.language ?? '')) ? 'es' : 'en'
  const out = await invitationOut(db, chart.id, portal.id)
  return preflight({
    ...facts, account: draft?.state === 'active' ? 'active' : facts.account, hasInvitation: out !== null && out.id !== draft?.invitationId,
    declined: await hasDeclined(db, chart.id), identitySeen: draft !== null && draft.evidenceSeenAt !== null && !(draft.state === 'open' && isEvidenceOld(draft.evidenceSeenAt, act.at)),
    contact: best?.checked.decision ?? null, contactSettled: draft?.contactSettledAt !== null && draft !== null,
    languageName: languageNames[language][act.language],
    asksConsents: portal.policy.enrollment.activationNeeds.some((need) => need === 'terms' || need === 'hipaa-agreement'),
  }, act.language)
}
