import {
  actBody, askApprovalBody, callBackBody, callBody, callDesk, caseChanged, confirmNumberBody, endCallBody, factsAnswer, factsBody, photoIdBody, recoverySearchAnswer, recoverySearchBody, repeatWordsBody,
  sendLinkBody, stopBody, supervisionAnswer, supervisionBody, takeBody,
} from '#domain/contracts/recovery.ts'
import { askedAnswer } from '#domain/contracts/staff.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { actOf } from '#server/recovery/act.ts'
import { askFacts } from '#server/recovery/ask-facts.ts'
import { beginCall } from '#server/recovery/begin-call.ts'
import { askApproval } from '#server/recovery/by-two.ts'
import { beginCallBack, confirmNumber, repeatWords } from '#server/recovery/call-back.ts'
import { endCall, stopCall } from '#server/recovery/end-call.ts'
import { seePhotoId } from '#server/recovery/photo-id.ts'
import { auditOfCases, searchCases } from '#server/recovery/search-cases.ts'
import { sendLink } from '#server/recovery/send-link.ts'
import { readDesk } from '#server/recovery/show-desk.ts'
import { superviseRecovery } from '#server/recovery/supervise.ts'
import { takeCase } from '#server/recovery/take-case.ts'

const ofCase = { params: idParams, answer: caseChanged, versioned: true } as const
/** Limits, addresses and proofs are decided over a set of rows: PostgreSQL serialises these. */
const decided = { ...ofCase, over: 'set' } as const
const acted = { ...decided, action: 'recovery.reset', body: actBody } as const

export const recoveryRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/recovery/search', action: 'recovery.read', summary: 'Recovery cases that wait, are one’s own, or have ended.',
    body: recoverySearchBody, answer: recoverySearchAnswer, run: searchCases, audit: auditOfCases,
  }),
  read({
    path: 'GET /api/recovery/:id', action: 'recovery.read', summary: 'The call desk of one case.', params: idParams, answer: callDesk, run: (db, act, { params }) => readDesk(db, act, params.id),
    audit: (shown) => ({ event: 'recovery.read', patientId: shown.person.patientId, objectId: shown.id, detail: { caseId: shown.id }, purpose: 'PATADMIN' }),
  }),
  command({
    path: 'POST /api/recovery/calls', action: 'recovery.work', versioned: false, over: 'set', summary: 'Begin a call; it joins the case that is under way for the account.',
    body: callBody, answer: caseChanged, run: beginCall,
  }),
  command({
    path: 'POST /api/recovery/:id/take', action: 'recovery.work', versioned: true, summary: 'Take a case, or take it over.',
    params: idParams, body: takeBody, answer: caseChanged, run: (w, act, { params }) => takeCase(w, act, params.id),
  }),
  command({
    ...decided, path: 'POST /api/recovery/:id/facts', action: 'recovery.work', summary: 'Compare what the caller says; it finds a person and opens nothing.', body: factsBody, answer: factsAnswer, run: askFacts,
  }),
  command({ ...decided, path: 'POST /api/recovery/:id/send-link', action: 'recovery.work', summary: 'Send the link that proves a mailbox on file.', body: sendLinkBody, run: sendLink }),
  command({ ...decided, path: 'POST /api/recovery/:id/call-back', action: 'recovery.work', summary: 'Begin a call back to a number on file.', body: callBackBody, run: beginCallBack }),
  command({ ...ofCase, path: 'POST /api/recovery/:id/confirm-number', action: 'recovery.work', summary: 'The last digits of what was dialled.', body: confirmNumberBody, run: confirmNumber }),
  command({ ...ofCase, path: 'POST /api/recovery/:id/repeat-words', action: 'recovery.work', summary: 'The two words as they were heard.', body: repeatWordsBody, run: repeatWords }),
  command({ ...decided, path: 'POST /api/recovery/:id/photo-id', action: 'recovery.see-document', summary: 'A photo document was seen at the desk.', body: photoIdBody, run: seePhotoId }),
  command({ ...acted, path: 'POST /api/recovery/:id/send-user-name', summary: 'Send the user name to the address on file.', run: actOf('send-user-name') }),
  command({ ...acted, path: 'POST /api/recovery/:id/unlock', summary: 'Unlock the account.', run: actOf('unlock') }),
  command({ ...acted, path: 'POST /api/recovery/:id/send-reset-link', summary: 'Unlock, and send a reset link to the address on file.', run: actOf('send-reset-link') }),
  command({ ...acted, path: 'POST /api/recovery/:id/end-portal-sessions', summary: 'End the sessions on the portal.', run: actOf('end-portal-sessions') }),
  command({ ...acted, path: 'POST /api/recovery/:id/social-guidance', summary: 'Told that another company keeps the sign-in.', run: actOf('social-guidance') }),
  command({ ...acted, path: 'POST /api/recovery/:id/restart-enrollment', action: 'recovery.restart-enrollment', summary: 'Invite anew at the address on file.', run: actOf('restart-enrollment') }),
  command({
    ...decided, path: 'POST /api/recovery/:id/ask-approval', action: 'recovery.reset-after-contact-change', summary: 'Ask a second person about an act.', body: askApprovalBody, answer: askedAnswer, run: askApproval,
  }),
  command({ ...decided, path: 'POST /api/recovery/:id/stop', action: 'recovery.work', summary: 'Stop safely: the caller is told nothing, privacy knows at once.', body: stopBody, run: stopCall }),
  command({ ...decided, path: 'POST /api/recovery/:id/end-call', action: 'recovery.work', summary: 'End the call with what came of it.', body: endCallBody, run: endCall }),
  read({
    path: 'POST /api/recovery/supervision', action: 'recovery.supervise', summary: 'Refusals, stops, limits and pressure, per agent and day.', body: supervisionBody, answer: supervisionAnswer, run: superviseRecovery,
    audit: (shown, { body }) => ({ event: 'recovery.supervised', detail: { from: body.from, to: body.to, hits: shown.events.length, ids: shown.pressure.slice(0, 100).map((one) => one.caseId) }, purpose: 'HCOMPL' }),
  }),
]
