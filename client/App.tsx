import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClient } from '@tanstack/react-query'
import { CoreAdmin, CustomRoutes, memoryStore } from 'ra-core'
import { lazy, Suspense } from 'react'
import { BrowserRouter, Route } from 'react-router'
import { authProvider } from '#client/layout/auth-provider.ts'
import { dataProvider } from '#client/layout/data-provider.ts'
import { i18nProvider } from '#client/layout/i18n-provider.ts'
import { NotFound } from '#client/layout/NotFound.tsx'
import { Broken } from '#client/layout/Broken.tsx'
import { Opening } from '#client/layout/Opening.tsx'
import { Shell } from '#client/layout/Shell.tsx'
import { theme } from '#client/layout/theme.ts'
import { PatientsPage } from '#client/patients/PatientsPage.tsx'

const SignInPage = lazy(() => import('#client/auth/SignInPage.tsx'))
const SetUpPage = lazy(() => import('#client/auth/SetUpPage.tsx'))
const RedeemPage = lazy(() => import('#client/auth/RedeemPage.tsx'))
const HomePage = lazy(() => import('#client/home/HomePage.tsx'))
const PatientRecord = lazy(() => import('#client/patients/PatientRecord.tsx'))
const CreatePatientPage = lazy(() => import('#client/patients/CreatePatientPage.tsx'))
const ClosedChartPage = lazy(() => import('#client/patients/ClosedChart.tsx'))
const StartPage = lazy(() => import('#client/enroll/StartPage.tsx'))
const EnrollPage = lazy(() => import('#client/enroll/EnrollPage.tsx'))
const InvitationsPage = lazy(() => import('#client/invitations/InvitationsPage.tsx'))
const InvitationRecord = lazy(() => import('#client/invitations/InvitationRecord.tsx'))
const RegistrationsPage = lazy(() => import('#client/invitations/RegistrationsPage.tsx'))
const RegistrationRecord = lazy(() => import('#client/invitations/RegistrationRecord.tsx'))
const SharedContactsPage = lazy(() => import('#client/invitations/SharedContactsPage.tsx'))
const CampaignsPage = lazy(() => import('#client/invitations/CampaignsPage.tsx'))
const NewCampaignPage = lazy(() => import('#client/invitations/NewCampaignPage.tsx'))
const CampaignRecord = lazy(() => import('#client/invitations/CampaignRecord.tsx'))
const EnrollmentDashboard = lazy(() => import('#client/enrollment-dashboard/EnrollmentDashboard.tsx'))
const IncidentsPage = lazy(() => import('#client/incidents/IncidentsPage.tsx'))
const ProxyAccessPage = lazy(() => import('#client/proxy-access/ProxyAccessPage.tsx'))
const ApprovalsPage = lazy(() => import('#client/approvals/ApprovalsPage.tsx'))
const StaffPage = lazy(() => import('#client/staff/StaffPage.tsx'))
const InvitePage = lazy(() => import('#client/staff/InvitePage.tsx'))
const StaffRecord = lazy(() => import('#client/staff/StaffRecord.tsx'))
const PractitionersPage = lazy(() => import('#client/practitioners/PractitionersPage.tsx'))
const SitesPage = lazy(() => import('#client/sites/SitesPage.tsx'))
const PortalsPage = lazy(() => import('#client/portals/PortalsPage.tsx'))
const PortalPolicy = lazy(() => import('#client/portals/PortalPolicy.tsx'))
const OutboxPage = lazy(() => import('#client/mail/OutboxPage.tsx'))
const MailboxPage = lazy(() => import('#client/mail/MailboxPage.tsx'))
const ImportsPage = lazy(() => import('#client/feeds/ImportsPage.tsx'))
const ImportRecord = lazy(() => import('#client/feeds/ImportRecord.tsx'))
const JobsPage = lazy(() => import('#client/jobs/JobsPage.tsx'))
const AuditPage = lazy(() => import('#client/audit/AuditPage.tsx'))
const AccountPage = lazy(() => import('#client/account/AccountPage.tsx'))
const StatesSheet = lazy(() => import('#client/states/StatesSheet.tsx'))

/** Reads are audited, so nothing is read again only because a window came to the front; refusals are not repeated. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always', staleTime: 5_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
})
const store = memoryStore()

/** The console: providers, frame and routes. Every screen but the patient list comes when it is opened. */
export function App() {
  return (
    <ThemeProvider theme={theme} storageManager={null} defaultMode="system">
      <CssBaseline />
      <BrowserRouter>
        <Suspense>
        <CoreAdmin
          authProvider={authProvider}
          catchAll={NotFound}
          dataProvider={dataProvider}
          disableTelemetry
          error={Broken}
          i18nProvider={i18nProvider}
          layout={Shell}
          loading={Opening}
          loginPage={SignInPage}
          queryClient={queryClient}
          store={store}
          title="Portal Desk"
        >
          <CustomRoutes noLayout>
            <Route path="/set-up" element={<SetUpPage />} />
            <Route path="/states" element={<StatesSheet />} />
            <Route path="/join/:token" element={<RedeemPage />} />
          </CustomRoutes>
          <CustomRoutes>
            <Route path="/" element={<HomePage />} />
            <Route path="/patients" element={<PatientsPage />} />
            <Route path="/patients/new" element={<CreatePatientPage />} />
            <Route path="/patients/closed" element={<ClosedChartPage />} />
            <Route path="/patients/:id/enroll" element={<StartPage />} />
            <Route path="/patients/:id/*" element={<PatientRecord />} />
            <Route path="/enroll/:id" element={<EnrollPage />} />
            <Route path="/invitations" element={<InvitationsPage />} />
            <Route path="/invitations/registrations" element={<RegistrationsPage />} />
            <Route path="/invitations/registrations/:id" element={<RegistrationRecord />} />
            <Route path="/invitations/shared" element={<SharedContactsPage />} />
            <Route path="/invitations/campaigns" element={<CampaignsPage />} />
            <Route path="/invitations/campaigns/new" element={<NewCampaignPage />} />
            <Route path="/invitations/campaigns/:id" element={<CampaignRecord />} />
            <Route path="/invitations/:id" element={<InvitationRecord />} />
            <Route path="/dashboards/enrollment" element={<EnrollmentDashboard />} />
            <Route path="/incidents" element={<IncidentsPage />} />
            <Route path="/proxy-access/*" element={<ProxyAccessPage />} />
            <Route path="/approvals" element={<ApprovalsPage />} />
            <Route path="/staff" element={<StaffPage />} />
            <Route path="/staff/invite" element={<InvitePage />} />
            <Route path="/staff/:id" element={<StaffRecord />} />
            <Route path="/practitioners/*" element={<PractitionersPage />} />
            <Route path="/sites" element={<SitesPage />} />
            <Route path="/portals" element={<PortalsPage />} />
            <Route path="/portals/:id" element={<PortalPolicy />} />
            <Route path="/outbox" element={<OutboxPage />} />
            <Route path="/mailbox" element={<MailboxPage />} />
            <Route path="/imports" element={<ImportsPage />} />
            <Route path="/imports/:id" element={<ImportRecord />} />
            <Route path="/jobs" element={<JobsPage />} />
            <Route path="/audit" element={<AuditPage />} />
            <Route path="/account" element={<AccountPage />} />
          </CustomRoutes>
        </CoreAdmin>
        </Suspense>
      </BrowserRouter>
    </ThemeProvider>
  )
}
