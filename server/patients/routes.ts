import { z } from 'zod'
import { differencesAnswer, settleDifferenceBody } from '#domain/contracts/desk-edits.ts'
import { accessLogAnswer, accessLogQuery, patientOverview, patientReadQuery, patientSearchAnswer, patientSearchBody } from '#domain/contracts/patients.ts'
import {
  breakGlassAnswer, breakGlassBody, changeContactBody, changedContact, createdPatient, createPatientBody, editPatientBody, markDeceasedBody, patientVersion, undoDeceasedBody,
} from '#domain/contracts/patient-acts.ts'
import { askedAnswer } from '#domain/contracts/staff.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { readAccessLog } from '#server/patients/access-log.ts'
import { breakGlass } from '#server/patients/break-glass.ts'
import { changeContact } from '#server/patients/change-contact.ts'
import { createPatient } from '#server/patients/create-patient.ts'
import { auditOfDifferences, listDifferences } from '#server/patients/differences.ts'
import { editPatient } from '#server/patients/edit-patient.ts'
import { markDeceased } from '#server/patients/mark-deceased.ts'
import { auditOfRead, readPatient } from '#server/patients/read-patient.ts'
import { settleDifference } from '#server/patients/settle-difference.ts'
import { undoDeceased } from '#server/patients/undo-deceased.ts'
import { auditOfSearch, searchPatients } from '#server/patients/search-patients.ts'

export const patientRoutes: AnyRoute[] = [
  command({
    path: 'POST /api/patients/break-glass', action: 'chart.break-glass', versioned: false,
    summary: 'Open one closed chart for an hour, with a reason.', body: breakGlassBody, answer: breakGlassAnswer, run: breakGlass,
  }),
  read({
    path: 'POST /api/patients/search', action: 'patient.search',
    summary: 'Look patients up by name, birth date, MRN, phone or address; list them where nothing is typed.',
    body: patientSearchBody, answer: patientSearchAnswer, run: searchPatients, audit: auditOfSearch,
  }),
  read({
    path: 'GET /api/patients/:id', action: 'patient.read', summary: 'The overview of one record.',
    params: idParams, query: patientReadQuery, answer: patientOverview, run: readPatient,
    audit: (answer, { query }, act) => auditOfRead('overview', answer.id, query.reason, act),
  }),
  read({
    path: 'GET /api/patients/:id/access-log', action: 'audit.read-own-team', summary: 'Who did or saw what of one patient.',
    params: idParams, query: accessLogQuery, answer: accessLogAnswer, run: readAccessLog,
    audit: (_answer, { params }, act) => auditOfRead('access-log', params.id, undefined, act),
  }),
  command({
    path: 'POST /api/patients', action: 'patient.create', versioned: false, over: 'set',
    summary: 'A new patient; somebody who looks alike stops it until a reason is given.',
    body: createPatientBody, answer: createdPatient, run: createPatient,
  }),
  command({
    path: 'POST /api/patients/:id/edit', action: 'patient.edit', versioned: true, summary: 'Change what is known of a patient.',
    params: idParams, body: editPatientBody, answer: patientVersion, run: editPatient,
  }),
  read({
    path: 'POST /api/patients/differences/search', action: 'patient.search', summary: 'Patients of whom a feed says something other than a desk.',
    body: z.strictObject({}), answer: differencesAnswer, run: listDifferences, audit: auditOfDifferences,
  }),
  command({
    path: 'POST /api/patients/:id/settle-difference', action: 'patient.edit', versioned: true, summary: 'Decide between what a desk and what a feed says.',
    params: idParams, body: settleDifferenceBody, answer: patientVersion, run: settleDifference,
  }),
  command({
    path: 'POST /api/patients/:id/change-contact', action: 'contact.change', versioned: true, summary: 'Change a phone number or e-mail address on file.',
    params: idParams, body: changeContactBody, answer: changedContact, run: changeContact,
  }),
  command({
    path: 'POST /api/patients/:id/mark-deceased', action: 'patient.mark-deceased', versioned: true, summary: 'Record a death with its evidence.',
    params: idParams, body: markDeceasedBody, answer: patientVersion, run: markDeceased,
  }),
  command({
    path: 'POST /api/patients/:id/undo-deceased', action: 'patient.undo-deceased', versioned: false, over: 'set',
    summary: 'Ask a second person to undo the record of a death.', params: idParams, body: undoDeceasedBody, answer: askedAnswer, run: undoDeceased,
  }),
]
