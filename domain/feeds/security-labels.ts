import { z } from 'zod'
import type { ServiceLine } from '#domain/access/bases.ts'

/**
 * HL7 v3 ActCode, information sensitivity policies: what a source marks as of a service line that a minor may keep to
 * themselves (R31). Which of them a portal lets a minor open again stands in its policy.
 */
const lineOfCode: Readonly<Record<string, ServiceLine>> = {
  STD: 'sti-care', HIV: 'hiv-care', SEX: 'reproductive-health', PREGNANT: 'reproductive-health', PSY: 'mental-health', PSYTHPN: 'mental-health', MH: 'mental-health', BH: 'mental-health',
  SUD: 'substance-use', ETH: 'substance-use', ETHUD: 'substance-use', OPIOIDUD: 'substance-use',
}

/** The labels of a FHIR resource, of whatever code system: a mark is read as one rather than missed. */
export const labelled = z.object({
  security: z.array(z.object({ system: z.string().max(1_000).optional(), code: z.string().max(200).optional() })).max(50).optional(),
}).optional()

/** Service lines to which a resource is confidential by its labels, each once. */
export function confidentialLinesIn(meta: z.infer<typeof labelled>): ServiceLine[] {
  return [...new Set((meta?.security ?? []).flatMap(({ code }) => lineOfCode[code?.toUpperCase() ?? ''] ?? []))].toSorted()
}
