import { z } from 'zod'

/**
 * Where a rule comes from. S0: MyChart guide of Optum Medical Care NY/NJ with the cut-over from NextGen.
 * S1: article on the former CareMount portal. S2: MyPortal questions and answers, California.
 * S3: FollowMyHealth questions and answers. Derived: follows from a source and a named law.
 * Assumption: no source says it.
 */
export const ruleSources = ['S0', 'S1', 'S2', 'S3', 'derived', 'assumption'] as const

/** What a reader of the source must know before relying on the rule. */
export const recordedFindings = [
  'SOURCE_CONTRADICTS_ITSELF',
  'SOURCE_WORDING_OPEN',
  'SOURCE_SILENT',
  'SOURCE_SILENT_ON_ADULTHOOD',
  'SOURCE_NAMES_NO_STATE',
  'SOURCE_UNDATED',
  'NO_ADOLESCENT_RULE_PUBLISHED',
  'LAW_CHANGED_SINCE',
  'NEEDS_LEGAL_REVIEW',
] as const

/** One rule of a policy: its id in the rule book, its sources, and what is known against it. */
export const ruleNoteSchema = z.strictObject({
  rule: z.string().regex(/^R\d{1,2}$/),
  sources: z.array(z.enum(ruleSources)).min(1),
  /** The law that the source or the derivation names, as it is cited; null where none is. */
  citedLaw: z.string().min(1).nullable(),
  /** Day on which a lawyer last read the rule; null: never, as shipped. */
  lastLegallyReviewedOn: z.iso.date().nullable(),
  stricterThanCitedLaw: z.boolean(),
  findings: z.array(z.enum(recordedFindings)),
}).refine((note) => !note.stricterThanCitedLaw || note.citedLaw !== null, {
  path: ['citedLaw'],
  message: 'A rule can only be stricter than a law that it cites.',
})

/** The notes that every rule group of a policy carries. */
export const ruleNotesSchema = z.array(ruleNoteSchema).min(1)

export type RuleSource = (typeof ruleSources)[number]
export type RecordedFinding = (typeof recordedFindings)[number]
export type RuleNote = z.infer<typeof ruleNoteSchema>

/** A note as it ships: nobody has read it for the law yet. */
export function noteOf(
  rule: string,
  sources: RuleSource[],
  about: { citedLaw?: string; stricterThanCitedLaw?: boolean; findings?: RecordedFinding[] } = {},
): RuleNote {
  return {
    rule,
    sources,
    citedLaw: about.citedLaw ?? null,
    lastLegallyReviewedOn: null,
    stricterThanCitedLaw: about.stricterThanCitedLaw ?? false,
    findings: about.findings ?? [],
  }
}
