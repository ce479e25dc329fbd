import { closeIncidentBody, incidentAnswer, incidentList, incidentQuery } from '#domain/contracts/enrollment-figures.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { closeIncident, listIncidents, readIncident } from '#server/incidents/read-incidents.ts'

export const incidentRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/incidents', action: 'incident.read', summary: 'Incidents, the newest first.', query: incidentQuery, answer: incidentList, run: listIncidents,
    audit: (answer) => ({ event: 'incident.listed', detail: { hits: answer.rows.length }, purpose: 'HCOMPL' }),
  }),
  read({
    path: 'GET /api/incidents/:id', action: 'incident.read', summary: 'One incident.', params: idParams, answer: incidentAnswer, run: readIncident,
    audit: (answer) => ({ event: 'incident.listed', patientId: answer.patient?.id ?? null, objectId: answer.id, detail: { hits: 1 }, purpose: 'HCOMPL' }),
  }),
  command({
    path: 'POST /api/incidents/:id/close', action: 'incident.close', versioned: true, summary: 'Close an incident with what was found.',
    params: idParams, body: closeIncidentBody, answer: incidentAnswer, run: closeIncident,
  }),
]
