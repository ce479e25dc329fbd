import { z } from 'zod'
import type { AuditFact } from '#domain/audit-events.ts'
import {
  auditSealState, auditSearchAnswer, auditSearchBody, auditTeamAnswer, auditTeamSearchBody, auditVerifyStarted,
  fhirAuditBundle, fhirAuditEvent,
} from '#domain/contracts/audit.ts'
import { searchAudit, searchTeamAudit } from '#server/audit/search-audit.ts'
import { showSealState, verifyAudit } from '#server/audit/seal-state.ts'
import { searchFhirEvents, showFhirEvent } from '#server/audit/show-fhir.ts'
import { command, read, type AnyRoute } from '#server/http/route.ts'

const seqParams = z.object({ seq: z.coerce.number().int().positive() })

export const auditRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/audit/search', action: 'audit.read', summary: 'The record: who did and saw what, newest first',
    body: auditSearchBody, answer: auditSearchAnswer, run: searchAudit,
    audit: (answer, { body }) => lookedAt(body, answer.rows.length),
  }),
  read({
    path: 'POST /api/audit/team-search', action: 'audit.read-own-team', summary: 'What the own team did, without patients',
    body: auditTeamSearchBody, answer: auditTeamAnswer, run: searchTeamAudit,
    audit: (answer, { body }) => lookedAt(body, answer.rows.length),
  }),
  read({
    path: 'POST /api/audit/search-fhir', action: 'audit.read', summary: 'The record as FHIR AuditEvents, page by page',
    body: auditSearchBody, answer: fhirAuditBundle, run: searchFhirEvents,
    audit: (answer, { body }) => lookedAt(body, answer.entry.length),
  }),
  read({
    path: 'GET /api/audit/:seq/fhir', action: 'audit.read', summary: 'One event as a FHIR AuditEvent',
    params: seqParams, answer: fhirAuditEvent, run: showFhirEvent,
    audit: (_answer, { params }) => lookedAt({ seq: params.seq }, 1),
  }),
  read({
    path: 'GET /api/audit/seal-state', action: 'audit.verify', summary: 'How far the record is sealed, and what the last verification found',
    answer: auditSealState, run: showSealState, audit: null,
  }),
  command({
    path: 'POST /api/audit/verify', action: 'audit.verify', summary: 'Read the whole record and check its seal; the result comes with the seal state',
    answer: auditVerifyStarted, versioned: false, run: verifyAudit,
  }),
]

/** Looking at the record is recorded: which filters, how many rows. */
function lookedAt(filters: { patientId?: string | undefined } & Record<string, unknown>, hits: number): AuditFact {
  const { patientId, ...rest } = filters
  return {
    event: 'audit.read', patientId: patientId ?? null, purpose: 'HCOMPL',
    detail: { filters: JSON.stringify(rest).slice(0, 300), hits },
  }
}
