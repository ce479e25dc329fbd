import { z } from 'zod'
import { rosterMappingSchema } from '#domain/rosters/mapping.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const count = z.int().nonnegative()

/** `broken-off`: its process is gone; a person goes on with it. `cancelled` and `failed` can be gone on with too. */
export const importStates = ['draft', 'waiting', 'running', 'broken-off', 'done', 'cancelled', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** A feed's name: ids are unique within it, so it stays the same from file to file. */
export const sourceName = z.string().trim().min(1).max(60).regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u)

const sentences = z.strictObject({ message: z.string(), next: z.string(), rule: z.string() })

export const importRow = z.strictObject({
  id,
  source: z.string(),
  kind: z.enum(['fhir', 'roster']),
  state: z.enum(importStates),
  dryRun: z.boolean(),
  initial: z.boolean(),
  siteId: id.nullable(),
  startedBy: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  read: count,
  created: count,
  changed: count,
  unchanged: count,
  refused: count,
  /** Over the time that was read in; null before the first second. */
  rowsPerSecond: count.nullable(),
  /** By the bytes that are left; null where nothing can be said. */
  remainingSeconds: count.nullable(),
  /** Whether somebody asked to cancel and the slice under way is awaited. */
  cancelling: z.boolean(),
  failure: sentences.nullable(),
  files: z.array(z.strictObject({
    place: z.int(),
    /** Null for those who see counts only. */
    name: z.string().nullable(),
    size: count,
    /** Of a draft: how much of it has arrived. */
    received: count,
    bytesDone: count,
    recordsDone: count,
    done: z.boolean(),
  })),
  version: z.int(),
})
export type ImportAnswer = z.infer<typeof importRow>

/** A new import by upload: its content follows in one piece or several. */
export const newImportBody = z.strictObject({
  source: sourceName,
  fileName: z.string().trim().min(1).max(200).regex(/^[^\u0000-\u001f\u007f/\\]+$/),
  size: z.int().min(1),
})
export type NewImportBody = z.infer<typeof newImportBody>

export const contentAnswer = z.strictObject({ received: count, complete: z.boolean() })

export const startImportBody = z.strictObject({
  dryRun: z.boolean(),
  /** Only into a practice without patients. */
  initial: z.boolean().default(false),
  siteId: id.nullable().default(null),
  mapping: rosterMappingSchema.nullable().default(null),
  /** Keeps the mapping under this name for the next file. */
  saveMappingAs: z.string().trim().min(1).max(80).optional(),
})
export type StartImportBody = z.infer<typeof startImportBody>

export const previewBody = z.strictObject({ mapping: rosterMappingSchema.optional() })
export type PreviewBody = z.infer<typeof previewBody>

/** What one of the first rows would become. */
const previewRow = z.strictObject({
  line: z.int(),
  /** What it is: Patient, Organization … */
  kind: z.string(),
  /** The name and, for a patient, the birth date; null: the row is not taken. */
  name: z.string().nullable(),
  birthDate: z.iso.date().nullable(),
  refusal: sentences.nullable(),
  /** What in it is not used or was guessed. */
  notes: z.array(z.string()),
})

export const previewAnswer = z.strictObject({
  kind: z.enum(['fhir', 'roster']),
  rows: z.array(previewRow),
  /** Of a roster. */
  table: z.strictObject({
    headings: z.array(z.string()),
    /** The first rows as they stand under the headings. */
    cells: z.array(z.array(z.string())),
    /** The mapping that these rows were read with; null: the columns have to be settled first. */
    mapping: rosterMappingSchema.nullable(),
    /** What the headings seem to say. */
    columns: z.array(z.string().nullable()),
    /** What is missing before the roster can be read. */
    faults: z.array(z.strictObject({ code: z.string(), field: z.string().nullable() })),
    neverKept: z.array(z.int()),
    saved: z.array(z.strictObject({ id, name: z.string(), fits: z.boolean(), mapping: rosterMappingSchema })),
  }).nullable(),
})
export type PreviewAnswer = z.infer<typeof previewAnswer>

export const savedMapping = z.strictObject({ id, name: z.string(), mapping: rosterMappingSchema, savedAt: instant })
export type SavedMapping = z.infer<typeof savedMapping>

/** A row, or a kind of rows, that was not taken. Says where and why, never what stands there. */
export const refusalRow = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  line: z.int(),
  kind: z.string(),
  /** How many rows this stands for. */
  rows: count,
  message: z.string(),
  next: z.string(),
  rule: z.string(),
})
export type RefusalRow = z.infer<typeof refusalRow>
