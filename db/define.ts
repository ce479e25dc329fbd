import type { Kit } from '#db/columns.ts'
import { auditTables } from '#db/schema/audit.ts'
import { breakGlassTables } from '#db/schema/break-glass.ts'
import { deskEditTables } from '#db/schema/desk-edits.ts'
import { enrollmentTables } from '#db/schema/enrollment.ts'
import { feedTables } from '#db/schema/feeds.ts'
import { invitationTables } from '#db/schema/invitations.ts'
import { messageTables } from '#db/schema/messages.ts'
import { optOutTables } from '#db/schema/opt-outs.ts'
import { outboxTables } from '#db/schema/outbox.ts'
import { patientTables } from '#db/schema/patients.ts'
import { portalTables } from '#db/schema/portals.ts'
import { practitionerRoleTables } from '#db/schema/practitioner-roles.ts'
import { proxyAccessTables } from '#db/schema/proxy-access.ts'
import { recoveryTables } from '#db/schema/recovery.ts'
import { relationTables } from '#db/schema/relations.ts'
import { resultTables } from '#db/schema/results.ts'
import { testKindTables } from '#db/schema/test-kinds.ts'
import { sessionTables } from '#db/schema/sessions.ts'
import { staffTables } from '#db/schema/staff.ts'

/** Every table of the practice, written once and made in either engine's words. */
export function defineSchema(kit: Kit) {
  return {
    ...staffTables(kit),
    ...sessionTables(kit),
    ...auditTables(kit),
    ...outboxTables(kit),
    ...portalTables(kit),
    ...patientTables(kit),
    ...breakGlassTables(kit),
    ...deskEditTables(kit),
    ...optOutTables(kit),
    ...feedTables(kit),
    ...relationTables(kit),
    ...practitionerRoleTables(kit),
    ...proxyAccessTables(kit),
    ...enrollmentTables(kit),
    ...invitationTables(kit),
    ...recoveryTables(kit),
    ...resultTables(kit),
    ...testKindTables(kit),
    ...messageTables(kit),
  }
}

export type Schema = ReturnType<typeof defineSchema>
