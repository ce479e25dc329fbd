import { fhirAuditEventOf } from '#domain/audit-fhir.ts'
import type { AuditSearch } from '#domain/contracts/audit.ts'
import type { Reader } from '#db/store.ts'
import { findAuditEvent, searchAudit } from '#server/audit/search-audit.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'

type FhirEvent = ReturnType<typeof fhirAuditEventOf>
type Bundle = { resourceType: 'Bundle'; type: 'searchset'; link: { relation: string; url: string }[]; entry: { fullUrl: string; resource: FhirEvent }[] }

/** One event as a FHIR AuditEvent. */
export async function showFhirEvent(db: Reader, act: Act, { params }: { params: { seq: number } }): Promise<Outcome<FhirEvent>> {
  const found = await findAuditEvent(db, params.seq)
  return 'refused' in found ? found : done(fhirAuditEventOf(found.done, act.app.origin()))
}

/** A page of events as a FHIR Bundle; `next` names the `after` of the following page. */
export async function searchFhirEvents(db: Reader, act: Act, { body }: { body: AuditSearch }): Promise<Outcome<Bundle>> {
  const found = await searchAudit(db, act, { body })
  if ('refused' in found) return found
  const origin = act.app.origin()
  const { rows, more } = found.done
  return done({
    resourceType: 'Bundle', type: 'searchset',
    link: more ? [{ relation: 'next', url: `${origin}/api/audit/search-fhir#after=${rows.at(-1)?.seq}` }] : [],
    entry: rows.map((row) => ({ fullUrl: `${origin}/api/audit/${row.seq}/fhir`, resource: fhirAuditEventOf(row, origin) })),
  })
}
