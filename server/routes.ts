import { auditRoutes } from '#server/audit/routes.ts'
import { accountRoutes } from '#server/auth/routes.ts'
import { campaignRoutes } from '#server/campaigns/routes.ts'
import { contactRoutes } from '#server/contacts/routes.ts'
import { enrollmentFigureRoutes } from '#server/dashboards/enrollment-routes.ts'
import { dashboardRoutes } from '#server/dashboards/routes.ts'
import { enrollmentRoutes } from '#server/enrollment/routes.ts'
import { feedRoutes } from '#server/feeds/routes.ts'
import type { AnyRoute } from '#server/http/route.ts'
import { incidentRoutes } from '#server/incidents/routes.ts'
import { invitationRoutes } from '#server/invitations/routes.ts'
import { jobRoutes } from '#server/jobs/routes.ts'
import { messageRoutes } from '#server/messages/routes.ts'
import { messageSettingsRoutes } from '#server/messages/settings-routes.ts'
import { operationsRoutes } from '#server/operations/routes.ts'
import { outboxRoutes } from '#server/outbox/routes.ts'
import { patientRoutes } from '#server/patients/routes.ts'
import { patientTwoPersonActs } from '#server/patients/two-person-acts.ts'
import { portalRoutes } from '#server/portals/routes.ts'
import { practitionerRoutes } from '#server/practitioners/routes.ts'
import { preferenceRoutes } from '#server/preferences/routes.ts'
import { proxyAccessRoutes } from '#server/proxy-access/routes.ts'
import { proxyTwoPersonActs } from '#server/proxy-access/two-person-acts.ts'
import { recoveryTwoPersonActs } from '#server/recovery/by-two.ts'
import { recoveryRoutes } from '#server/recovery/routes.ts'
import { resultRoutes } from '#server/results/routes.ts'
import { registrationRoutes } from '#server/registrations/routes.ts'
import { siteRoutes } from '#server/sites/routes.ts'
import { staffRoutes } from '#server/staff/routes.ts'
import { staffActs } from '#server/staff/two-person-acts.ts'
import { todayRoutes } from '#server/today/routes.ts'
import { twoPersonRoutes } from '#server/two-person/routes.ts'

/** Every route of the console, room by room. */
export const routes: readonly AnyRoute[] = [
  ...accountRoutes,
  ...staffRoutes,
  ...siteRoutes,
  ...twoPersonRoutes([...staffActs, ...patientTwoPersonActs, ...proxyTwoPersonActs, ...recoveryTwoPersonActs]),
  ...outboxRoutes,
  ...jobRoutes,
  ...feedRoutes,
  ...auditRoutes,
  ...operationsRoutes,
  ...patientRoutes,
  ...preferenceRoutes,
  ...todayRoutes,
  ...practitionerRoutes,
  ...portalRoutes,
  ...recoveryRoutes,
  ...resultRoutes,
  ...proxyAccessRoutes,
  ...enrollmentRoutes,
  ...invitationRoutes,
  ...messageRoutes,
  ...messageSettingsRoutes,
  ...dashboardRoutes,
  ...registrationRoutes,
  ...contactRoutes,
  ...campaignRoutes,
  ...enrollmentFigureRoutes,
  ...incidentRoutes,
]
