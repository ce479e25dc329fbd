import { closeIncidentBody, incidentAnswer, incidentList, incidentQuery } from '#domain/contracts/enrollment-figures.ts'
import { agentIncidentAct, agentIncidentAnswer, agentIncidentBody, agentIncidentDone } from '#domain/contracts/recovery.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { notifyForIncident, readAgentIncident, suspendForIncident } from '#server/incidents/agent-incident.ts'
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
  read({
    path: 'POST /api/incidents/agent', action: 'incident.read', summary: 'What one person of the staff did since a moment, and whom it concerns.', body: agentIncidentBody, answer: agentIncidentAnswer, run: readAgentIncident,
    audit: (shown) => ({
      event: 'incident.agent-listed', objectId: shown.agent.id, purpose: 'HCOMPL',
      detail: { staffId: shown.agent.id, since: shown.since, hits: shown.acts.length, ids: shown.patients.slice(0, 500).map((one) => one.patientId) },
    }),
  }),
  command({
    path: 'POST /api/incidents/agent/suspend', action: 'incident.contain', versioned: false, over: 'set', objectOf: ({ body }) => body.staffId, summary: 'Close the sign-in of everybody named.',
    body: agentIncidentAct, answer: agentIncidentDone, run: suspendForIncident,
  }),
  command({
    path: 'POST /api/incidents/agent/notify', action: 'incident.contain', versioned: false, over: 'set', objectOf: ({ body }) => body.staffId, summary: 'Tell everybody named.',
    body: agentIncidentAct, answer: agentIncidentDone, run: notifyForIncident,
  }),
]
