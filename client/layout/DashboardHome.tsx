import { Navigate } from 'ra-core'
import { dashboards } from '#client/layout/dashboards.ts'
import { mayOpen } from '#client/layout/menu.ts'
import { NotYourRole } from '#client/layout/NotYourRole.tsx'
import { useSessionState } from '#client/layout/session.ts'

/** The first dashboard that the person may open. */
export default function DashboardHome() {
  const { session } = useSessionState()
  const first = dashboards.find(({ needs }) => session && mayOpen(needs, session.may))
  return first ? <Navigate to={first.to} replace /> : <NotYourRole action="service-levels.read" />
}
