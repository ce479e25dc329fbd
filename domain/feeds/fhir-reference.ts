import { z } from 'zod'
import { identifier, type Identifier } from '#domain/feeds/fhir-parts.ts'

/** A FHIR R4 Reference: by address, by identifier, or both. */
export const reference = z.object({ reference: z.string().max(500).optional(), identifier: identifier.optional() })
export type FhirReference = z.infer<typeof reference>

const NPI = 'http://hl7.org/fhir/sid/us-npi'

/**
 * The feed's id of the resource that a reference points at: `Patient/p1`, the same behind an address and with a
 * version, or `urn:uuid:p1`. Null where it points at another type or at nothing.
 */
export function referredId(type: string, to: FhirReference | undefined): string | null {
  const match = /(?:^|\/)([A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/.exec(to?.reference ?? '')
  if (match) return match[1] === type ? (match[2] ?? null) : null
  return /^urn:uuid:([0-9a-fA-F-]{36})$/.exec(to?.reference ?? '')?.[1] ?? null
}

/** As `referredId`; where the reference names an identifier alone, its value: many systems use the id as such. */
export function referredIdOrNumber(type: string, to: FhirReference | undefined): string | null {
  const value = to?.identifier?.system === NPI ? undefined : to?.identifier?.value
  return referredId(type, to) ?? (value !== undefined && /^[A-Za-z0-9.-]{1,64}$/.test(value) ? value : null)
}

/** The ten digits of the first national provider identifier; null: there is none. */
export function npiOf(identifiers: readonly Identifier[]): string | null {
  const value = identifiers.find((one) => one.system === NPI)?.value
  return value !== undefined && /^\d{10}$/.test(value) ? value : null
}
