import { accessLogAnswer, accessLogQuery, patientOverview, patientReadQuery, patientSearchAnswer, patientSearchBody } from '#domain/contracts/patients.ts'
import { idParams, read, type AnyRoute } from '#server/http/route.ts'
import { readAccessLog } from '#server/patients/access-log.ts'
import { auditOfRead, readPatient } from '#server/patients/read-patient.ts'
import { auditOfSearch, searchPatients } from '#server/patients/search-patients.ts'

export const patientRoutes: AnyRoute[] = [
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
]
