import { z } from 'zod'
import { itemCategories } from '#domain/access/items.ts'
import { outsideCodes } from '#domain/access/outside.ts'
import { capabilities } from '#domain/portals/capabilities.ts'
import { recordedFindings, ruleSources } from '#domain/portals/provenance.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const text = z.string()

/** What a portal is told (connector): never that a block exists, nor whose wish ended something. */
const outsideWhy = z.strictObject({ code: z.enum(outsideCodes), rule: text, sources: z.array(z.enum(ruleSources)), findings: z.array(z.enum(recordedFindings)) })
export const connectorAccessAnswer = z.strictObject({
  patientId: id, viewer: text, portalId: id, at: instant, policyVersion: z.int().nullable(), ageThen: z.int(),
  capabilities: z.array(z.strictObject({ capability: z.enum(capabilities), answer: z.enum(['yes', 'no', 'per-item']), why: outsideWhy })),
  /** Visible items by id; what is not visible is not named, counted or summed. */
  items: z.array(z.strictObject({ id, category: z.enum(itemCategories) })),
  counts: z.partialRecord(z.enum(itemCategories), z.int()),
  billTotalCents: z.int(),
  /** Ask again from then on: the next instant at which anything changes. */
  goodUntil: instant.nullable(),
})
