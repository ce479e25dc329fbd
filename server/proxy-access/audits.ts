import type { AuditFact } from '#domain/audit-events.ts'
import type { PersonSearchAnswer } from '#domain/contracts/proxy-access.ts'
import { foldWords } from '#domain/names.ts'
import type { Act } from '#server/http/act.ts'

/** Ids that one event names at most. */
const MOST = 200

/** One opened part of a record is one event (AD-01). */
export function auditOfRead(part: string, patientId: string, count: number, reason: string | undefined): AuditFact {
  return { event: 'proxy.read', patientId, detail: { part, count, ...(reason === undefined ? {} : { reason }) } }
}

/** One page of a worklist is one event with the charts on it. */
export function auditOfList(list: string, patientIds: readonly string[]): AuditFact {
  const ids = [...new Set(patientIds)].slice(0, MOST)
  return { event: 'proxy.worklist-read', detail: { list, hits: patientIds.length, ids } }
}

/** A search for a person: the words as a keyed hash, and who was shown. */
export function auditOfSearch(answer: PersonSearchAnswer, { body }: { body: { text: string } }, act: Act): AuditFact {
  return {
    event: 'proxy.persons-searched',
    detail: {
      termsHash: act.app.secrets.hmac('hash', 'search', foldWords(body.text).toSorted().join(' ')), hits: answer.rows.length,
      ids: answer.rows.flatMap((row) => row.personId ?? row.patientId ?? []).slice(0, 100),
    },
  }
}
