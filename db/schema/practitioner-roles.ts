import type { Kit } from '#db/columns.ts'

/** What practitioners do where, as feeds tell. */
export function practitionerRoleTables(k: Kit) {
  /** One specialty at one place; who works at several places has a row for each. */
  const practitionerRoles = k.table('practitioner_roles', {
    practitionerId: k.text('practitioner_id').notNull(),
    source: k.text('source').notNull(),
    /** `location` or `organization`, and the feed's id of it; both empty: the feed names no place. */
    placeKind: k.text('place_kind').notNull(),
    placeSourceId: k.key('place_source_id').notNull(),
    /** Empty: the feed names none. */
    specialty: k.text('specialty').notNull(),
    createdAt: k.instant('created_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.practitionerId, t.placeKind, t.placeSourceId, t.specialty] })])

  return { practitionerRoles }
}
