import { accessLogAnswer, accessLogQuery, patientOverview, patientReadQuery, patientSearchAnswer, patientSearchBody } from '#domain/contracts/patients.ts'
import { breakGlassAnswer, breakGlassBody } from '#domain/contracts/patient-acts.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { readAccessLog } from '#server/patients/access-log.ts'
import { breakGlass } from '#server/patients/break-glass.ts'
import { auditOfRead, readPatient } from '#server/patients/read-patient.ts'
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
    audit: (answer, { query }, act) => auditOfRead('overview', answer.id, query.reason, act, answer.heldUntil !== null),
  }),
  read({
    path: 'GET /api/patients/:id/access-log', action: 'audit.read-own-team', summary: 'Who did or saw what of one patient.',
    params: idParams, query: accessLogQuery, answer: accessLogAnswer, run: readAccessLog,
    audit: (_answer, { params }, act) => auditOfRead('access-log', params.id, undefined, act),
  }),
]
