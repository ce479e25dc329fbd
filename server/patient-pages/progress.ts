import { eq } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { portalNow, type PortalNow } from '#server/contacts/contacts.ts'
import type { InvitationRow } from '#server/invitations/invitations.ts'
import { answer, type AtPage } from '#server/patient-pages/at-page.ts'
import { consentPage, signInPage } from '#server/patient-pages/bodies.ts'
import { signForm } from '#server/patient-pages/form-token.ts'
import type { Markup } from '#server/patient-pages/markup.ts'

/** Steps of most portals: code, terms, agreement, user name and password. */
export const STEPS_USUALLY = 4

type PatientRecord = Reader['t']['patients']['$inferSelect']
export type ActivationScene = { invitation: InvitationRow; chart: PatientRecord; portal: PortalNow; contactWay: string | null }
export type StepName = 'terms' | 'agreement' | 'sign-in'

/** Everything about an activation; null when it is not there any more. */
export async function findScene(db: Reader, invitationId: string, at: Instant): Promise<ActivationScene | null> {
  const { portalInvitations: i, patients: p, enrollmentDrafts: d } = db.t
  const [row] = await db.select({ invitation: i, chart: p, contactWay: d.contactWay }).from(i).innerJoin(p, eq(p.id, i.patientId))
    .leftJoin(d, eq(d.id, i.draftId)).where(eq(i.id, invitationId))
  const portal = row ? await portalNow(db, row.invitation.portalId, at) : null
  return row && portal ? { ...row, portal } : null
}

/** The steps that this portal asks for, after who it is (R5). */
export function stepsOf({ policy }: PortalNow): StepName[] {
  const { activationNeeds } = policy.enrollment
  return [...(activationNeeds.includes('terms') ? ['terms' as const] : []), ...(activationNeeds.includes('hipaa-agreement') ? ['agreement' as const] : []), 'sign-in']
}

/** The first step that is not done; what was done before on this code is not asked again. */
export function openStep({ invitation, portal }: ActivationScene): StepName {
  const doneAt: Record<StepName, Instant | null> = { terms: invitation.termsAt, agreement: invitation.agreementAt, 'sign-in': null }
  return stepsOf(portal).find((step) => doneAt[step] === null) ?? 'sign-in'
}

/** Shows the step that is next, with a form that says which activation and step it is. */
export async function nextStep(page: AtPage, scene: ActivationScene, codeId: string, more: { note?: Markup; status?: number; userName?: string } = {}): Promise<void> {
  const step = openStep(scene)
  const steps = stepsOf(scene.portal)
  const form = await signForm(page.app, { about: `${scene.invitation.id}:${codeId}`, step, tries: 0 }, page.at)
  const common = { action: '', form, language: page.language, note: more.note ?? null, step: { now: steps.indexOf(step) + 2, of: steps.length + 1 } }
  const content = step === 'sign-in'
    ? signInPage({ ...common, userName: more.userName ?? '', asksEmail: scene.contactWay === 'typed-by-patient' })
    : consentPage({
      ...common, what: step, name: scene.chart.usedGiven ?? scene.chart.legalGiven, englishOnly: !scene.portal.policy.languages.clinicalContent.includes('es'),
    })
  await answer(page, { ...content, ...(more.status ? { status: more.status } : {}) }, { portal: scene.portal, isStep: true })
}
