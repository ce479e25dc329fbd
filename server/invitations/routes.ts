import {
  endedInvitation, endInvitationBody, invitationAnswer, invitationSearchAnswer, invitationSearchBody, patientInvitationsAnswer, resendBody, resentAnswer,
} from '#domain/contracts/invitations.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { cancelInvitation, declineInvitation } from '#server/invitations/end-invitation.ts'
import { readInvitation, readPatientInvitations } from '#server/invitations/read-invitation.ts'
import { resendInvitation } from '#server/invitations/resend-invitation.ts'
import { auditOfInvitations, searchInvitations } from '#server/invitations/search-invitations.ts'

export const invitationRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/invitations/search', action: 'invitation.read', summary: 'Invitations of one’s own sites, by state.',
    body: invitationSearchBody, answer: invitationSearchAnswer, run: searchInvitations, audit: auditOfInvitations,
  }),
  read({
    path: 'GET /api/invitations/:id', action: 'invitation.read', summary: 'One invitation, its sends, and why it may not have arrived.',
    params: idParams, answer: invitationAnswer, run: readInvitation,
    audit: (shown) => ({ event: 'patient.read', patientId: shown.patientId, detail: { part: 'invitation' }, purpose: 'PATADMIN' }),
  }),
  read({
    path: 'GET /api/patients/:id/invitations', action: 'invitation.read', summary: 'Every invitation of one patient.',
    params: idParams, answer: patientInvitationsAnswer, run: readPatientInvitations,
    audit: (_shown, { params }) => ({ event: 'patient.read', patientId: params.id, detail: { part: 'invitations' }, purpose: 'PATADMIN' }),
  }),
  command({
    path: 'POST /api/invitations/:id/resend', action: 'invitation.resend', versioned: true, summary: 'Send it again; the old link is dead.',
    params: idParams, body: resendBody, answer: resentAnswer, run: resendInvitation,
  }),
  command({
    path: 'POST /api/invitations/:id/cancel', action: 'invitation.end', versioned: true, summary: 'Take an invitation back.',
    params: idParams, body: endInvitationBody, answer: endedInvitation, run: cancelInvitation,
  }),
  command({
    path: 'POST /api/invitations/:id/decline', action: 'invitation.end', versioned: true, summary: 'The patient said no to it.',
    params: idParams, body: endInvitationBody, answer: endedInvitation, run: declineInvitation,
  }),
]
