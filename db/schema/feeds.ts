import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** What came from outside the practice: imports and where each row comes from; places and appointments as feeds tell them. */
export function feedTables(k: Kit) {
  /** One import: some files of one source, read in order. */
  const imports = k.table('imports', {
    id: k.text('id').primaryKey(),
    /** Name of the feed: its ids are unique within it. */
    source: k.text('source').notNull(),
    /** fhir, roster. */
    kind: k.text('kind').notNull(),
    /** draft → waiting → running → done | cancelled | failed; all but draft and done can be gone on with. */
    state: k.text('state').notNull(),
    /** Nothing is written but the counts and the report. */
    dryRun: k.bool('dry_run').notNull().default(false),
    /** The load into an empty practice: large transactions, contacts count as on file before go-live (ID-02). */
    initial: k.bool('initial').notNull().default(false),
    /** Where new patients are seen. */
    siteId: k.text('site_id'),
    /** How the columns of a roster are read, as JSON. */
    mapping: k.text('mapping'),
    /** Staff id, or `system` from the command line. */
    startedBy: k.text('started_by').notNull(),
    createdAt: k.instant('created_at').notNull(),
    startedAt: k.instant('started_at'),
    endedAt: k.instant('ended_at'),
    /** Who reads it now, and when last heard of: without a word for a minute it counts as broken off. */
    runner: k.text('runner'),
    heardAt: k.instant('heard_at'),
    /** Milliseconds of reading, over all runs. */
    ranMs: k.instant('ran_ms').notNull().default(0),
    cancelAskedAt: k.instant('cancel_asked_at'),
    rowsRead: k.instant('rows_read').notNull().default(0),
    created: k.instant('created').notNull().default(0),
    changed: k.instant('changed').notNull().default(0),
    unchanged: k.instant('unchanged').notNull().default(0),
    refused: k.instant('refused').notNull().default(0),
    /** Why it failed, as a reason code. */
    failure: k.text('failure'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('imports_by_time').on(t.createdAt, t.id),
    k.index('imports_by_state').on(t.state, t.createdAt),
    k.check('imports_state', sql`state in ('draft','waiting','running','done','cancelled','failed')`),
    k.check('imports_kind', sql`kind in ('fhir','roster')`),
  ])

  const importFiles = k.table('import_files', {
    id: k.text('id').primaryKey(),
    importId: k.text('import_id').notNull().references(() => imports.id),
    /** Order of reading. */
    place: k.int('place').notNull(),
    /** As the person named it. */
    name: k.text('name').notNull(),
    path: k.text('path').notNull(),
    /** Came by upload: kept in the data folder and removed when it has served. */
    uploaded: k.bool('uploaded').notNull(),
    size: k.instant('size').notNull(),
    /** SHA-256 of the file as it lies there; an import goes on only with the very same file. */
    sha256: k.text('sha256'),
    /** Records that are behind us, committed with what they did. */
    recordsDone: k.instant('records_done').notNull().default(0),
    /** Bytes of the file behind us, for the progress. */
    bytesDone: k.instant('bytes_done').notNull().default(0),
    done: k.bool('done').notNull().default(false),
    removedAt: k.instant('removed_at'),
  }, (t) => [k.uniqueIndex('import_files_place').on(t.importId, t.place)])

  /** Rows that were not taken: where, and why as code and field names, never with what stands there. */
  const importRefusals = k.table('import_refusals', {
    importId: k.text('import_id').notNull().references(() => imports.id),
    filePlace: k.int('file_place').notNull(),
    /** `L` and the line; or `T` and a kind of resource that is not read, counted once for all. */
    mark: k.key('mark').notNull(),
    line: k.instant('line').notNull(),
    kind: k.text('kind').notNull(),
    code: k.text('code').notNull(),
    facts: k.text('facts').notNull(),
    count: k.instant('count').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.importId, t.filePlace, t.mark] })])

  /** Which line of which file a row here came from, the latest for each import. */
  const rowOrigins = k.table('row_origins', {
    rowId: k.text('row_id').notNull(),
    importId: k.text('import_id').notNull().references(() => imports.id),
    filePlace: k.int('file_place').notNull(),
    line: k.instant('line').notNull(),
    /** created, changed. */
    outcome: k.text('outcome').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.rowId, t.importId] })])

  /** A feed changed how a patient is reached: told to the old contact later (ID-02, ID-03). */
  const contactChanges = k.table('contact_changes', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    importId: k.text('import_id').notNull(),
    /** Contacts of the patient that came and went, as ids with commas. */
    retiredIds: k.text('retired_ids').notNull(),
    addedIds: k.text('added_ids').notNull(),
    changedAt: k.instant('changed_at').notNull(),
    toldAt: k.instant('told_at'),
  }, (t) => [
    k.index('contact_changes_by_patient').on(t.patientId, t.changedAt),
    k.index('contact_changes_untold').on(t.toldAt, t.changedAt),
  ])

  /** How a roster's columns are read, kept under a name for the next file of that kind. */
  const importMappings = k.table('import_mappings', {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    mapping: k.text('mapping').notNull(),
    savedBy: k.text('saved_by').notNull(),
    savedAt: k.instant('saved_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.uniqueIndex('import_mappings_name').on(t.name)])

  /** Organizations and locations of a feed. One may stand for a site of ours. */
  const places = k.table('places', {
    id: k.text('id').primaryKey(),
    /** organization, location. */
    kind: k.text('kind').notNull(),
    name: k.text('name').notNull(),
    phone: k.text('phone'),
    city: k.text('city'),
    state: k.text('state'),
    /** The organization that runs it, by the feed's id. */
    partOf: k.text('part_of'),
    siteId: k.text('site_id'),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
    sourceHash: k.text('source_hash').notNull(),
    createdAt: k.instant('created_at').notNull(),
    updatedAt: k.instant('updated_at').notNull(),
  }, (t) => [k.uniqueIndex('places_source').on(t.source, t.kind, t.sourceId)])

  /** Appointments as the scheduling system says; nobody changes them here. */
  const appointments = k.table('appointments', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    siteId: k.text('site_id').notNull(),
    practitionerId: k.text('practitioner_id'),
    startAt: k.instant('start_at').notNull(),
    endAt: k.instant('end_at'),
    /** FHIR R4 AppointmentStatus. */
    status: k.text('status').notNull(),
    /** What kind of visit, in the words of the source. */
    visit: k.text('visit'),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
    sourceHash: k.text('source_hash').notNull(),
    createdAt: k.instant('created_at').notNull(),
    updatedAt: k.instant('updated_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('appointments_source').on(t.source, t.sourceId),
    k.index('appointments_by_site').on(t.siteId, t.startAt, t.id),
    k.index('appointments_by_patient').on(t.patientId, t.startAt),
  ])

  return { imports, importFiles, importRefusals, rowOrigins, contactChanges, importMappings, places, appointments }
}
