import {
  addContactBody, checkContactBody, chooseHandOverBody, contactCheck, declineBodyOfDraft, deferBodyOfDraft, enrollmentAnswer, enrollmentSearchAnswer,
  enrollmentSearchBody, noBody, patientEnrollmentAnswer, recordIdentityBody, sendFromDraftBody, settleContactBody, sheetAnswer, sheetBody, shownCode,
  startEnrollmentBody,
} from '#domain/contracts/enrollment.ts'
import { undoEnrollmentBody, undoneEnrollment } from '#domain/contracts/enrollment-care.ts'
import { chooseHandOver } from '#server/enrollment/choose-hand-over.ts'
import { addContact, auditOfCheck, checkContactOf, settleContact } from '#server/enrollment/contact-steps.ts'
import { declineDraft, deferDraft } from '#server/enrollment/end-draft.ts'
import { leaveDraft, takeUpDraft } from '#server/enrollment/pass-on.ts'
import { readPatientEnrollment } from '#server/enrollment/patient-enrollment.ts'
import { auditOfSheet, printSheet } from '#server/enrollment/print-sheet.ts'
import { readEnrollment } from '#server/enrollment/read-enrollment.ts'
import { recordIdentity } from '#server/enrollment/record-identity.ts'
import { auditOfEnrollments, searchEnrollments } from '#server/enrollment/search-enrollments.ts'
import { sendFromDraft } from '#server/enrollment/send-from-draft.ts'
import { revealCode, showCode } from '#server/enrollment/show-code.ts'
import { startEnrollment } from '#server/enrollment/start-enrollment.ts'
import { undoEnrollment } from '#server/enrollment/undo-enrollment.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'

const params = idParams
const answer = enrollmentAnswer

export const enrollmentRoutes: AnyRoute[] = [
  command({
    path: 'POST /api/enrollments/start', action: 'patient.enroll', versioned: false, summary: 'Begin to enroll somebody on a portal.',
    body: startEnrollmentBody, answer, run: startEnrollment,
  }),
  read({
    path: 'POST /api/enrollments/search', action: 'enrollment.read', summary: 'Open enrollments of one’s own sites.',
    body: enrollmentSearchBody, answer: enrollmentSearchAnswer, run: searchEnrollments, audit: auditOfEnrollments,
  }),
  command({
    path: 'POST /api/enrollments/undo', action: 'enrollment.undo', versioned: false, over: 'set', summary: 'Take a wrong enrollment back, whatever stage it is at.',
    body: undoEnrollmentBody, answer: undoneEnrollment, run: undoEnrollment,
  }),
  read({
    path: 'GET /api/enrollments/:id', action: 'enrollment.read', summary: 'One enrollment as the wizard shows it.', params, answer, run: readEnrollment,
    audit: (shown) => ({ event: 'patient.read', patientId: shown.patient.id, detail: { part: 'enrollment' }, purpose: 'PATADMIN' }),
  }),
  read({
    path: 'GET /api/patients/:id/enrollment', action: 'enrollment.read', summary: 'What can be started for a person, and what there was.', params,
    answer: patientEnrollmentAnswer, run: readPatientEnrollment,
    audit: (shown) => ({ event: 'patient.read', patientId: shown.patient.id, detail: { part: 'enrollments' }, purpose: 'PATADMIN' }),
  }),
  command({
    path: 'POST /api/enrollments/:id/record-identity', action: 'enrollment.continue', versioned: true, summary: 'Note what was seen of somebody’s identity.',
    params, body: recordIdentityBody, answer, run: recordIdentity,
  }),
  read({
    path: 'POST /api/enrollments/:id/check-contact', action: 'enrollment.continue', summary: 'What the rule says of a typed contact.',
    params, body: checkContactBody, answer: contactCheck, run: checkContactOf, audit: auditOfCheck,
  }),
  command({
    path: 'POST /api/enrollments/:id/settle-contact', action: 'enrollment.continue', versioned: true, summary: 'Settle where codes and notices go.',
    params, body: settleContactBody, answer, run: settleContact,
  }),
  command({
    path: 'POST /api/enrollments/:id/add-contact', action: 'contact.change', versioned: true, summary: 'Put a new own contact on file and settle it.',
    params, body: addContactBody, answer, run: addContact,
  }),
  command({
    path: 'POST /api/enrollments/:id/choose-hand-over', action: 'enrollment.continue', versioned: true, summary: 'Choose a code at the desk or an e-mail.',
    params, body: chooseHandOverBody, answer, run: chooseHandOver,
  }),
  command({
    path: 'POST /api/enrollments/:id/show-code', action: 'enrollment.show-code', versioned: true, summary: 'Show a code at the desk; the one before is dead.',
    params, body: noBody, answer: shownCode, run: showCode, reveal: revealCode,
  }),
  command({
    path: 'POST /api/enrollments/:id/send-invitation', action: 'enrollment.continue', versioned: true, summary: 'Send the invitation by e-mail.',
    params, body: sendFromDraftBody, answer, run: sendFromDraft,
  }),
  read({
    path: 'POST /api/enrollments/:id/sheet', action: 'enrollment.continue', summary: 'The printed page, with the code that was just shown or without.',
    params, body: sheetBody, answer: sheetAnswer, run: printSheet, audit: auditOfSheet,
  }),
  command({
    path: 'POST /api/enrollments/:id/decline', action: 'enrollment.continue', versioned: true, summary: 'The patient says no.',
    params, body: declineBodyOfDraft, answer, run: declineDraft,
  }),
  command({
    path: 'POST /api/enrollments/:id/defer', action: 'enrollment.continue', versioned: true, summary: 'Not today.',
    params, body: deferBodyOfDraft, answer, run: deferDraft,
  }),
  command({
    path: 'POST /api/enrollments/:id/leave', action: 'enrollment.continue', versioned: true, summary: 'Next person; this one waits on Home.',
    params, body: noBody, answer, run: leaveDraft,
  }),
  command({
    path: 'POST /api/enrollments/:id/take-up', action: 'enrollment.continue', versioned: true, summary: 'Take an enrollment up.',
    params, body: noBody, answer, run: takeUpDraft,
  }),
]
