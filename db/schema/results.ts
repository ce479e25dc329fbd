import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'
import { resultIntakeTables } from '#db/schema/result-intake.ts'
import { sharingTables } from '#db/schema/sharing.ts'

/** Results with what laboratories said and what clinicians did. Who may see one is computed from these (domain/release). */
export function resultTables(k: Kit) {
  const results = k.table('results', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    siteId: k.text('site_id').notNull(),
    /** The portal by whose rules it stands in the worklist: the patient's own, else the one of the site's state. */
    portalId: k.text('portal_id').notNull(),
    name: k.text('name').notNull(),
    /** registered, preliminary, final, corrected, cancelled, entered-in-error. */
    status: k.text('status').notNull(),
    /** Ordering provider as the feed names them; null: nobody. */
    practitionerId: k.text('practitioner_id'),
    /** Member of staff whose worklist it is in, where that is not the ordering provider; null: the ordering provider's. */
    assigneeId: k.text('assignee_id'),
    orderedElsewhere: k.bool('ordered_elsewhere').notNull().default(false),
    orderKey: k.text('order_key'),
    collectedAt: k.instant('collected_at'),
    /** Local date of collection, else of issue; null: not known (R25). */
    acquiredOn: k.text('acquired_on'),
    /** By the laboratory's clock, of the version that counts; null: not final. */
    finalAt: k.instant('final_at'),
    /** First arrival here, and arrival of the version that counts. */
    arrivedAt: k.instant('arrived_at').notNull(),
    versionAt: k.instant('version_at').notNull(),
    versionNumber: k.int('version_number').notNull().default(1),
    /** Most guarded category, all of them with commas, and why it is believed, as JSON. */
    category: k.text('category').notNull(),
    categories: k.text('categories').notNull(),
    evidence: k.text('evidence').notNull(),
    /** Why a clinician has to look first, with commas; empty: the category may be relied on. */
    doubts: k.text('doubts').notNull().default(''),
    complete: k.bool('complete').notNull(),
    /** Ids of a FHIR report's values that have not come, with commas. */
    missingValues: k.text('missing_values').notNull().default(''),
    clockedClasses: k.text('clocked_classes').notNull().default(''),
    sensitive: k.bool('sensitive').notNull(),
    critical: k.bool('critical').notNull().default(false),
    abnormal: k.bool('abnormal').notNull().default(false),
    remarks: k.text('remarks').notNull().default(''),
    /** The report's own codings as JSON and its sections with commas, to judge it again. */
    codings: k.text('codings').notNull().default('[]'),
    sections: k.text('sections').notNull().default(''),
    /** Message of a laboratory that brought it, with whatever else (lab_messages). */
    messageId: k.text('message_id'),
    /** review, order, held, blocked; null: nobody is asked. By the answer for the patient. */
    worklist: k.text('worklist'),
    /** Code of the answer, and whether it is out, for lists and figures; the engine alone answers who sees what. */
    code: k.text('code').notNull(),
    /** Order within a group: since when it waits, or when the hold ends. */
    orderAt: k.instant('order_at').notNull(),
    /** When the answer may change by itself; null: it will not. */
    turnsAt: k.instant('turns_at'),
    /** First instant at which the patient could see it, and at which a clinician released it. */
    shownAt: k.instant('shown_at'),
    releasedAt: k.instant('released_at'),
    releasedBy: k.text('released_by'),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
    sourceHash: k.text('source_hash').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('results_source').on(t.source, t.sourceId),
    k.index('results_worklist').on(t.practitionerId, t.worklist, t.orderAt, t.id).where(sql`worklist is not null and assignee_id is null`),
    k.index('results_assigned').on(t.assigneeId, t.worklist, t.orderAt, t.id).where(sql`worklist is not null and assignee_id is not null`),
    k.index('results_unowned').on(t.siteId, t.worklist, t.orderAt, t.id).where(sql`worklist is not null and assignee_id is null and practitioner_id is null`),
    k.index('results_by_patient').on(t.patientId, t.arrivedAt, t.id),
    k.index('results_by_order').on(t.patientId, t.orderKey),
    k.index('results_turning').on(t.turnsAt, t.id).where(sql`turns_at is not null`),
    k.index('results_by_group').on(t.worklist, t.portalId, t.category).where(sql`worklist is not null`),
    k.index('results_by_arrival').on(t.arrivedAt, t.portalId, t.category),
    k.index('results_released').on(t.releasedBy, t.releasedAt),
    k.check('results_status', sql`status in ('registered','preliminary','final','corrected','cancelled','entered-in-error')`),
    k.check('results_worklist_group', sql`worklist is null or worklist in ('review','order','held','blocked')`),
  ])

  /** What was measured or described. Rows without a result came before their report. */
  const resultValues = k.table('result_values', {
    id: k.text('id').primaryKey(),
    resultId: k.text('result_id').references(() => results.id),
    patientId: k.text('patient_id').notNull(),
    place: k.int('place').notNull(),
    /** LOINC code if it has one, for the trend. */
    code: k.text('code'),
    /** The codings as they came, as JSON. */
    codings: k.text('codings').notNull(),
    name: k.text('name').notNull(),
    kind: k.text('kind').notNull(),
    /** As the laboratory wrote it; numbers as text, so that none is rounded. */
    text: k.text('text').notNull(),
    number: k.text('number'),
    unit: k.text('unit'),
    rangeText: k.text('range_text'),
    low: k.text('low'),
    high: k.text('high'),
    reading: k.text('reading'),
    status: k.text('status').notNull(),
    remarks: k.text('remarks').notNull().default(''),
    observedAt: k.instant('observed_at'),
    mediaType: k.text('media_type'),
    bytes: k.int('bytes'),
    /** Of a value that arrived as a resource of its own. */
    source: k.text('source'),
    sourceId: k.text('source_id'),
    sourceHash: k.text('source_hash'),
    arrivedAt: k.instant('arrived_at').notNull(),
  }, (t) => [
    k.uniqueIndex('result_values_source').on(t.source, t.sourceId),
    k.index('result_values_by_result').on(t.resultId, t.place),
    k.index('result_values_trend').on(t.patientId, t.code, t.observedAt),
    k.index('result_values_loose').on(t.arrivedAt, t.id).where(sql`result_id is null`),
  ])

  /** A former version of a report, whole, as it was when the next one came. */
  const resultVersions = k.table('result_versions', {
    resultId: k.text('result_id').notNull().references(() => results.id),
    number: k.int('number').notNull(),
    status: k.text('status').notNull(),
    finalAt: k.instant('final_at'),
    versionAt: k.instant('version_at').notNull(),
    replacedAt: k.instant('replaced_at').notNull(),
    /** Its values, as JSON. */
    values: k.text('values').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.resultId, t.number] })])

  /** What people did with a result. Rows are added only. */
  const resultActs = k.table('result_acts', {
    id: k.text('id').primaryKey(),
    resultId: k.text('result_id').notNull().references(() => results.id),
    /** review, verification, order, category, recall; comment, called, counselled, declined, taken. */
    kind: k.text('kind').notNull(),
    at: k.instant('at').notNull(),
    by: k.text('by').notNull(),
    /** As the ordering provider, or covering for them. */
    asOrdering: k.bool('as_ordering').notNull().default(false),
    coversId: k.text('covers_id'),
    /** Of a comment: what the patient reads. */
    text: k.text('text'),
    /** Why, for the file. */
    reason: k.text('reason'),
    /** Order among acts of the same instant. */
    place: k.int('place').notNull(),
  }, (t) => [
    k.uniqueIndex('result_acts_order').on(t.resultId, t.place),
    k.index('result_acts_by_person').on(t.by, t.at),
    k.check('result_acts_kind', sql`kind in ('review','verification','order','category','recall','comment','called','counselled','declined','taken')`),
  ])

  /** One result kept from one recipient for a time, on a ground (R68). It has an end, always. */
  const resultHolds = k.table('result_holds', {
    id: k.text('id').primaryKey(),
    resultId: k.text('result_id').notNull().references(() => results.id),
    /** patient, representative; and which one: null: all. */
    recipient: k.text('recipient').notNull(),
    personId: k.text('person_id'),
    ground: k.text('ground').notNull(),
    harm: k.text('harm').notNull(),
    /** Named statute, where that is the ground. */
    statute: k.text('statute'),
    evidence: k.text('evidence').notNull(),
    startAt: k.instant('start_at').notNull(),
    endAt: k.instant('end_at').notNull(),
    endedAt: k.instant('ended_at'),
    endedBy: k.text('ended_by'),
    setBy: k.text('set_by').notNull(),
    /** The hold that this one goes on with: a decision of its own. */
    extendsId: k.text('extends_id'),
    /** When whoever set it is reminded, and was. */
    remindAt: k.instant('remind_at').notNull(),
    remindedAt: k.instant('reminded_at'),
    /** When the end was noted; null: it runs, or the job has not been. */
    overAt: k.instant('over_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('result_holds_by_result').on(t.resultId, t.startAt),
    k.index('result_holds_running').on(t.endAt, t.id).where(sql`over_at is null`),
    k.index('result_holds_to_remind').on(t.remindAt, t.id).where(sql`reminded_at is null and over_at is null`),
    k.index('result_holds_by_person').on(t.setBy, t.startAt),
    k.index('result_holds_by_start').on(t.startAt, t.ground),
    k.check('result_holds_recipient', sql`recipient in ('patient','representative')`),
    k.check('result_holds_ground', sql`ground in ('danger-to-life','substantial-harm','harm-to-another','data-doubtful','patients-request','state-statute')`),
    k.check('result_holds_fits', sql`not (recipient = 'patient' and ground = 'substantial-harm')`),
    k.check('result_holds_has_end', sql`end_at > start_at`),
  ])

  /** That somebody opened a result on a portal, as the portal reports it. */
  const resultReads = k.table('result_reads', {
    resultId: k.text('result_id').notNull().references(() => results.id),
    portalId: k.text('portal_id').notNull(),
    /** `patient`, or the id of a proxy person. */
    viewer: k.text('viewer').notNull(),
    firstAt: k.instant('first_at').notNull(),
    lastAt: k.instant('last_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.resultId, t.portalId, t.viewer] })])

  return { results, resultValues, resultVersions, resultActs, resultHolds, resultReads, ...resultIntakeTables(k), ...sharingTables(k) }
}
