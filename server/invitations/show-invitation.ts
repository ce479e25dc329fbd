import { and, asc, eq, inArray } from 'drizzle-orm'
import type { DiagnosisAnswer, InvitationAnswer } from '#domain/contracts/invitations.ts'
import { actionWords, diagnosisWords } from '#domain/enrollment/diagnosis-words.ts'
import { nextSafeAction } from '#domain/enrollment/diagnosis.ts'
import { canEndInvitation, canResendInvitation, stateNow } from '#domain/enrollment/invitation-policy.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import { contactPointsFor } from '#domain/portals/contact-points.ts'
import type { Decision } from '#domain/decision.ts'
import { refusalOf } from '#domain/reasons.ts'
import { daySaid } from '#domain/said.ts'
import { isoOf, isoOrNull, localDateOf, MINUTE } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { PortalNow } from '#server/contacts/contacts.ts'
import type { Act } from '#server/http/act.ts'
import { expectedBy, mailsOf, type InvitationFacts } from '#server/invitations/facts-of.ts'
import { resendFacts } from '#server/invitations/may-resend.ts'
import type { InvitationRow } from '#server/invitations/send-invitation.ts'
import { maskedContact } from '#server/patients/patients.ts'

type Shown = Omit<InvitationAnswer, 'patientId' | 'name' | 'birthDate' | 'age' | 'mrnTail' | 'lookAlike'>

/** One invitation with its sends, its steps, why it may not have arrived and what may be done. Its patient is the caller's to show. */
export async function shownInvitation(
  db: Reader, act: Act, { invitation, portal, siteName, facts, deceased }: { invitation: InvitationRow; portal: PortalNow; siteName: string; facts: InvitationFacts; deceased: boolean },
): Promise<Shown> {
  const state = stateNow({ state: invitation.state as InvitationState, endsAt: invitation.endsAt }, act.at)
  const name = await staffNames(db, [invitation.createdBy, invitation.endedBy ?? ''])
  const resend = canResendInvitation(await resendFacts(db, act, { invitation, portal, facts, deceased }), act.at)
  const end = canEndInvitation({ state: invitation.state as InvitationState, endsAt: invitation.endsAt }, act.at)
  return {
    id: invitation.id, version: invitation.version, portalId: portal.id, portalName: portal.name, siteName,
    channel: invitation.channel === 'desk' ? 'desk' : 'email', addressMasked: maskedOrNull(invitation.address), state,
    stateAt: isoOf(state === invitation.state ? invitation.stateAt : invitation.endsAt), sentAt: isoOf(invitation.sentAt), endsAt: isoOf(invitation.endsAt),
    sends: invitation.sends, next: nextSafeAction[facts.cause], language: invitation.language === 'es' ? 'es' : 'en',
    createdAt: isoOf(invitation.createdAt), createdBy: name(invitation.createdBy), enrollmentId: invitation.draftId, campaignId: invitation.campaignId,
    history: await historyOf(db, invitation),
    steps: {
      openedAt: isoOrNull(invitation.openedAt), connectedAt: isoOrNull(invitation.connectedAt), termsAt: isoOrNull(invitation.termsAt),
      agreementAt: isoOrNull(invitation.agreementAt), acceptedAt: isoOrNull(invitation.acceptedAt), acceptedVia: invitation.acceptedVia,
    },
    ended: invitation.endReason === null ? null : { reason: invitation.endReason, by: name(invitation.endedBy ?? '') },
    diagnosis: diagnosisOf(act, invitation, portal, facts),
    mayResend: wordsOf(resend, act), mayCancel: wordsOf(end, act),
  }
}

function wordsOf(decision: Decision, { language }: Act): InvitationAnswer['mayResend'] {
  return decision.allowed ? null : refusalOf(decision.code, language, decision.facts)
}

/** The cause in words, with that portal's own subject and sender, and the one next safe action. */
export function diagnosisOf(act: Act, invitation: InvitationRow, portal: PortalNow, facts: InvitationFacts): DiagnosisAnswer {
  const { cause, mail } = facts
  const { language } = act
  const { subject, sender } = portal.policy.invitations
  const until = localDateOf(expectedBy(invitation.sentAt, portal) - MINUTE, portal.policy.timeZone)
  const words = diagnosisWords[cause]
  const said = subject ?? (language === 'es' ? `Le invitamos a ${portal.name}` : `You are invited to ${portal.name}`)
  const fill = (text: string): string => text.replace('{subject}', said).replace('{sender}', sender ?? portal.name).replace('{date}', daySaid(until, language))
  const [support] = contactPointsFor(portal.policy.contacts, 'invitation-missing')
  const action = nextSafeAction[cause]
  return {
    cause, message: fill(words[language].message), say: fill(words[language].say), rule: words.rule, next: { action, text: actionWords[action][language] },
    facts: {
      addressMasked: maskedOrNull(invitation.address), sentAt: isoOf(invitation.sentAt), endsAt: isoOf(invitation.endsAt),
      lastTriedAt: isoOrNull(mail?.handedAt ?? mail?.bouncedAt ?? null), mailStatus: mail?.lastStatus ?? null,
      subject, sender, expectedByOn: invitation.channel === 'desk' ? null : until, supportContact: support?.phone ?? support?.email ?? null,
    },
  }
}

function maskedOrNull(address: string | null): string | null {
  return address === null ? null : maskedContact('email', address)
}

async function historyOf(db: Reader, invitation: InvitationRow): Promise<InvitationAnswer['history']> {
  const { invitationSends: s } = db.t
  const sends = await db.select().from(s).where(and(eq(s.invitationId, invitation.id))).orderBy(asc(s.number))
  const mails = await mailsOf(db, sends.flatMap((send) => send.mailId ?? []))
  const name = await staffNames(db, sends.map((send) => send.sentBy))
  return sends.map((send) => {
    const mail = send.mailId === null ? null : mails.get(send.mailId) ?? null
    return {
      number: send.number, channel: send.channel === 'desk' ? 'desk' as const : 'email' as const, addressMasked: maskedOrNull(send.address),
      sentAt: isoOf(send.sentAt), sentBy: name(send.sentBy), reason: send.reason, mailState: mail?.state ?? null, mailStatus: mail?.lastStatus ?? null,
      handedAt: isoOrNull(mail?.handedAt ?? null), bouncedAt: isoOrNull(mail?.bouncedAt ?? null), linkWorks: send.deadAt === null && send.channel === 'email',
    }
  })
}

/** Names of staff by id; what the server did by itself has none. */
async function staffNames(db: Reader, ids: readonly string[]): Promise<(id: string) => string> {
  const { staff } = db.t
  const wanted = [...new Set(ids.filter((id) => id !== '' && id !== 'system'))]
  const rows = wanted.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, wanted))
  return (id) => rows.find((row) => row.id === id)?.name ?? id
}
