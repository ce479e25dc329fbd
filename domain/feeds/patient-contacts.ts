import type { ContactFacts } from '#domain/feeds/facts.ts'
import { instantOf, type FhirContactPoint } from '#domain/feeds/fhir-parts.ts'
import { cleanName } from '#domain/names.ts'
import { contactKey } from '#domain/search-keys.ts'
import type { Instant } from '#domain/time.ts'

/**
 * Phone numbers and e-mail addresses that hold at `at`, each with the earliest proof in the row: its own period, else
 * the row's last update (ID-02). A proof from the future counts from `at`. What has no usable form is left out.
 */
export function contactsOf(points: readonly FhirContactPoint[], lastUpdated: string | undefined, at: Instant): ContactFacts[] {
  const seen = new Set<string>()
  return points.flatMap((point) => {
    const kind = point.system === 'email' ? 'email' : point.system === 'phone' || point.system === 'sms' ? 'phone' : null
    const value = cleanName(point.value ?? '')
    const end = instantOf(point.period?.end)
    if (!kind || !value || point.use === 'old' || (end !== null && end <= at)) return []
    const contact = kind === 'email' ? emailOf(value) : phoneOf(value)
    const key = contact && `${kind}:${contactKey(kind, contact)}`
    if (!contact || !key || seen.has(key)) return []
    seen.add(key)
    return [{ kind, use: point.use ?? null, value: contact, ...proofOf(point, lastUpdated, at) }]
  })
}

function proofOf(point: FhirContactPoint, lastUpdated: string | undefined, at: Instant): Pick<ContactFacts, 'sinceAt' | 'sinceProof'> {
  const start = instantOf(point.period?.start)
  if (start !== null) return { sinceAt: Math.min(start, at), sinceProof: 'period-start' }
  const updated = instantOf(lastUpdated)
  if (updated !== null) return { sinceAt: Math.min(updated, at), sinceProof: 'last-updated' }
  return { sinceAt: null, sinceProof: null }
}

function emailOf(value: string): string | null {
  return value.length <= 254 && /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\]+$/.test(value) ? value : null
}

function phoneOf(value: string): string | null {
  const digits = value.replace(/\D/g, '').length
  return digits >= 7 && digits <= 15 && value.length <= 40 ? value : null
}
