import type { Kit } from '#db/columns.ts'

/** Portals and their rules as data (policy.md). */
export function portalTables(k: Kit) {
  const portals = k.table('portals', {
    /** Stable short name, such as `mychart-ny-nj`. */
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    /** Zone of the portal's rules: a rule's local day is this zone's day. */
    timeZone: k.text('time_zone').notNull(),
    /** Order on screens. */
    position: k.int('position').notNull(),
  })

  /** One published version of a portal's rules. Versions are added, never changed. */
  const portalPolicies = k.table('portal_policies', {
    portalId: k.text('portal_id').notNull().references(() => portals.id),
    versionNumber: k.int('version_number').notNull(),
    /** First local day of the portal on which it holds; null: without a start. */
    effectiveFromOn: k.text('effective_from_on'),
    /** The policy as JSON in the form of domain/portals/policy.ts. */
    policy: k.text('policy').notNull(),
    addedAt: k.instant('added_at').notNull(),
    addedBy: k.text('added_by').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.portalId, t.versionNumber] })])

  return { portals, portalPolicies }
}
