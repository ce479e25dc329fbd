import {
  closeRegistrationBody, inviteRegistrationBody, matchRegistrationBody, registrationAnswer, registrationChanged, registrationSearchAnswer, registrationSearchBody,
  verifyRegistrationBody,
} from '#domain/contracts/invitations.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { readRegistration, searchRegistrations } from '#server/registrations/read-registrations.ts'
import { closeRegistration, inviteRegistration, matchRegistration, verifyRegistration } from '#server/registrations/work-registration.ts'

const common = { action: 'registration.work', versioned: true, params: idParams, answer: registrationChanged } as const

export const registrationRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/registrations/search', action: 'registration.read', summary: 'Self-registrations that matched no record.',
    body: registrationSearchBody, answer: registrationSearchAnswer, run: searchRegistrations,
    audit: (answer) => ({ event: 'registration.listed', detail: { hits: answer.rows.length }, purpose: 'PATADMIN' }),
  }),
  read({
    path: 'GET /api/registrations/:id', action: 'registration.read', summary: 'One case, and who it may be.', params: idParams, answer: registrationAnswer, run: readRegistration,
    audit: (answer) => ({ event: 'registration.read', objectId: answer.id, detail: { candidates: answer.candidates.map((one) => one.patientId) }, purpose: 'PATADMIN' }),
  }),
  command({ ...common, path: 'POST /api/registrations/:id/match', summary: 'Choose the record that it is about.', body: matchRegistrationBody, run: matchRegistration }),
  command({ ...common, path: 'POST /api/registrations/:id/verify', summary: 'Record how it was verified.', body: verifyRegistrationBody, run: verifyRegistration }),
  command({ ...common, path: 'POST /api/registrations/:id/invite', summary: 'Send the invitation that the verification allows.', body: inviteRegistrationBody, run: inviteRegistration }),
  command({ ...common, path: 'POST /api/registrations/:id/close', summary: 'End the case without an invitation.', body: closeRegistrationBody, run: closeRegistration }),
]
