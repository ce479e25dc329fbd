import { auditEvents, type AuditEventCode } from '#domain/audit-events.ts'
import type { AuditRow } from '#domain/contracts/audit.ts'

type Coding = { system: string; code: string; display: string }
type Entity = Record<string, unknown>

const DCM = 'http://dicom.nema.org/resources/ontology/DCM'
const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType'
const PURPOSE = 'http://terminology.hl7.org/CodeSystem/v3-ActReason'
const INTERACTION = 'http://hl7.org/fhir/restful-interaction'
const ENTITY_TYPE = 'http://terminology.hl7.org/CodeSystem/audit-entity-type'
const OBJECT_ROLE = 'http://terminology.hl7.org/CodeSystem/object-role'
const REQUEST_ID = 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType'
const PROFILE = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit'
/** Our own list of events, as a subtype beside the standard one. */
const EVENTS = 'urn:portal-desk:audit-event'

const rest: Coding = { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest', display: 'RESTful Operation' }
const dcm = (code: string, display: string): Coding => ({ system: DCM, code, display })
const source = dcm('110153', 'Source Role ID')
const destination = dcm('110152', 'Destination Role ID')

/** BALP names a profile for the success of each of these (IHE ITI BALP 1.1: Read, Query, Create, Update, Delete). */
const interactions = {
  R: { code: 'read', profile: 'Read' }, E: { code: 'search', profile: 'Query' }, C: { code: 'create', profile: 'Create' },
  U: { code: 'update', profile: 'Update' }, D: { code: 'delete', profile: 'Delete' },
} as const

const types: Record<(typeof auditEvents)[AuditEventCode]['kind']['type'], Coding> = {
  login: dcm('110114', 'User Authentication'), refusal: dcm('110113', 'Security Alert'), system: dcm('110100', 'Application Activity'),
  query: rest, read: rest, write: rest,
}
const outcomes = { success: '0', refused: '4', failed: '8' } as const

/**
 * One event as a FHIR R4 AuditEvent, 1:1 (AD-02). What is a successful read, query or write follows the basic audit
 * patterns of IHE BALP, with the request id as an entity. `site` is the server's own name.
 */
export function fhirAuditEventOf(row: AuditRow, site: string): { resourceType: 'AuditEvent'; id: string } & Record<string, unknown> {
  const kind = isEventCode(row.event) ? auditEvents[row.event].kind : { type: 'system', action: 'E' } as const
  const type = types[kind.type]
  const isRest = type === rest
  const interaction = interactions[kind.action]
  const profile = isRest && row.outcome === 'success' ? { profile: [`${PROFILE}.${row.patientId === null ? '' : 'Patient'}${interaction.profile}`] } : null
  return {
    resourceType: 'AuditEvent',
    id: String(row.seq),
    ...(profile ? { meta: profile } : {}),
    type,
    subtype: [
      ...(isRest ? [{ system: INTERACTION, code: interaction.code, display: interaction.code }] : []),
      { system: EVENTS, code: row.event },
    ],
    action: kind.action,
    recorded: row.at,
    outcome: outcomes[row.outcome],
    ...(row.reasonCode === null ? {} : { outcomeDesc: row.reasonCode }),
    purposeOfEvent: [{ coding: [{ system: PURPOSE, code: row.purpose }] }],
    agent: agentsOf(row, site, kind.action === 'R'),
    source: { site, observer: { display: 'Portal Desk' }, type: [{ system: 'http://terminology.hl7.org/CodeSystem/security-source-type', code: '4', display: 'Application Server' }] },
    entity: entitiesOf(row, isRest && kind.type === 'query'),
  }
}

/** The person, the person's browser and this server. A read flows from the server to the client, all else to the server. */
function agentsOf(row: AuditRow, site: string, isRead: boolean): Record<string, unknown>[] {
  const user = isRead || row.event.endsWith('searched')
    ? { system: PARTICIPATION, code: 'IRCP', display: 'information recipient' } : { system: PARTICIPATION, code: 'AUT', display: 'author (originator)' }
  return [
    {
      type: { coding: [user] },
      who: { identifier: { value: row.actorId } },
      requestor: true,
      ...(row.actorName === null ? {} : { name: row.actorName }),
      ...(row.actorRoles.length > 0 ? { role: row.actorRoles.map((text) => ({ text })) } : {}),
      purposeOfUse: [{ coding: [{ system: PURPOSE, code: row.purpose }] }],
    },
    {
      type: { coding: [isRead ? destination : source] }, who: { display: 'browser' }, requestor: false,
      network: { address: row.sourceAddress ?? 'none', type: '2' },
    },
    {
      type: { coding: [isRead ? source : destination] }, who: { display: site }, requestor: false,
      network: { address: site, type: '5' },
    },
  ]
}

function entitiesOf(row: AuditRow, isQuery: boolean): Entity[] {
  const entities: Entity[] = []
  if (row.patientId !== null) {
    entities.push({
      what: { reference: `Patient/${row.patientId}` }, type: { system: ENTITY_TYPE, code: '1', display: 'Person' },
      role: { system: OBJECT_ROLE, code: '1', display: 'Patient' },
    })
  }
  const system = { system: ENTITY_TYPE, code: '2', display: 'System Object' }
  if (isQuery) entities.push({ type: system, role: { system: OBJECT_ROLE, code: '24', display: 'Query' }, query: base64Of(JSON.stringify(row.detail)) })
  else {
    entities.push({
      what: { identifier: { value: row.objectId ?? row.event } }, type: system, role: { system: OBJECT_ROLE, code: '4', display: 'Domain Resource' },
      detail: detailOf(row),
    })
  }
  if (row.requestId !== null) entities.push({ what: { identifier: { value: row.requestId } }, type: { system: REQUEST_ID, code: 'XrequestId' } })
  return entities
}

function detailOf(row: AuditRow): { type: string; valueString: string }[] {
  const more = { ...row.detail, ...(row.evidence === null ? {} : { evidence: row.evidence }), sealedPosition: row.sealedPosition ?? 'waiting' }
  return Object.entries(more).map(([type, value]) => ({ type, valueString: typeof value === 'string' ? value : JSON.stringify(value) }))
    .filter(({ valueString }) => valueString !== '')
}

function isEventCode(code: string): code is AuditEventCode {
  return code in auditEvents
}

function base64Of(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}
