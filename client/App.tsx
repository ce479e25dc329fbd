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
import { room } from '#client/layout/room.ts'
import { Shell } from '#client/layout/Shell.tsx'
import { theme } from '#client/layout/theme.ts'
import { PatientsPage } from '#client/patients/PatientsPage.tsx'

const SignInPage = lazy(() => import('#client/auth/SignInPage.tsx'))
const SetUpPage = room(() => import('#client/auth/SetUpPage.tsx'))
const RedeemPage = room(() => import('#client/auth/RedeemPage.tsx'))
const HomePage = lazy(() => import('#client/home/HomePage.tsx'))
const PatientRecord = room(() => import('#client/patients/PatientRecord.tsx'))
const CreatePatientPage = room(() => import('#client/patients/CreatePatientPage.tsx'))
const ClosedChartPage = room(() => import('#client/patients/ClosedChart.tsx'))
const StartPage = room(() => import('#client/enroll/StartPage.tsx'))
const EnrollPage = room(() => import('#client/enroll/EnrollPage.tsx'))
const InvitationsPage = room(() => import('#client/invitations/InvitationsPage.tsx'))
const InvitationRecord = room(() => import('#client/invitations/InvitationRecord.tsx'))
const RegistrationsPage = room(() => import('#client/invitations/RegistrationsPage.tsx'))
const RegistrationRecord = room(() => import('#client/invitations/RegistrationRecord.tsx'))
const SharedContactsPage = room(() => import('#client/invitations/SharedContactsPage.tsx'))
const CampaignsPage = room(() => import('#client/invitations/CampaignsPage.tsx'))
const NewCampaignPage = room(() => import('#client/invitations/NewCampaignPage.tsx'))
const CampaignRecord = room(() => import('#client/invitations/CampaignRecord.tsx'))
const EnrollmentDashboard = room(() => import('#client/enrollment-dashboard/EnrollmentDashboard.tsx'))
const DashboardHome = room(() => import('#client/layout/DashboardHome.tsx'))
const ServiceLevelsPage = room(() => import('#client/service-levels/ServiceLevelsPage.tsx'))
const FairnessPage = room(() => import('#client/service-levels/FairnessPage.tsx'))
const MessageSetupPage = room(() => import('#client/message-setup/MessageSetupPage.tsx'))
const MessagesPage = room(() => import('#client/messages/MessagesPage.tsx'))
const IncidentsPage = room(() => import('#client/incidents/IncidentsPage.tsx'))
const ProxyAccessPage = room(() => import('#client/proxy-access/ProxyAccessPage.tsx'))
const ApprovalsPage = room(() => import('#client/approvals/ApprovalsPage.tsx'))
const ResultsPage = room(() => import('#client/results/ResultsPage.tsx'))
const ReleasedPage = room(() => import('#client/results/ReleasedPage.tsx'))
const MissingLabsPage = room(() => import('#client/results/MissingLabsPage.tsx'))
const KindsPage = room(() => import('#client/results/KindsPage.tsx'))
const UnownedPage = room(() => import('#client/results/UnownedPage.tsx'))
const HoldsPage = room(() => import('#client/results/HoldsPage.tsx'))
const ResultsDashboard = room(() => import('#client/results/ResultsDashboard.tsx'))
const RecoveryRoom = room(() => import('#client/recovery/RecoveryRoom.tsx'))
const StaffPage = room(() => import('#client/staff/StaffPage.tsx'))
const InvitePage = room(() => import('#client/staff/InvitePage.tsx'))
const StaffRecord = room(() => import('#client/staff/StaffRecord.tsx'))
const PractitionersPage = room(() => import('#client/practitioners/PractitionersPage.tsx'))
const SitesPage = room(() => import('#client/sites/SitesPage.tsx'))
const PortalsPage = room(() => import('#client/portals/PortalsPage.tsx'))
const PortalPolicy = room(() => import('#client/portals/PortalPolicy.tsx'))
const OutboxPage = room(() => import('#client/mail/OutboxPage.tsx'))
const MailboxPage = room(() => import('#client/mail/MailboxPage.tsx'))
const ImportsPage = room(() => import('#client/feeds/ImportsPage.tsx'))
const ImportRecord = room(() => import('#client/feeds/ImportRecord.tsx'))
const JobsPage = room(() => import('#client/jobs/JobsPage.tsx'))
const AuditPage = room(() => import('#client/audit/AuditPage.tsx'))
const AccountPage = room(() => import('#client/account/AccountPage.tsx'))
const StatesSheet = room(() => import('#client/states/StatesSheet.tsx'))

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
            <Route path="/messages" element={<MessagesPage />} />
            <Route path="/messages/:id" element={<MessagesPage />} />
            <Route path="/invitations" element={<InvitationsPage />} />
            <Route path="/invitations/registrations" element={<RegistrationsPage />} />
            <Route path="/invitations/registrations/:id" element={<RegistrationRecord />} />
            <Route path="/invitations/shared" element={<SharedContactsPage />} />
            <Route path="/invitations/campaigns" element={<CampaignsPage />} />
            <Route path="/invitations/campaigns/new" element={<NewCampaignPage />} />
            <Route path="/invitations/campaigns/:id" element={<CampaignRecord />} />
            <Route path="/invitations/:id" element={<InvitationRecord />} />
            <Route path="/dashboards" element={<DashboardHome />} />
            <Route path="/dashboards/messages" element={<ServiceLevelsPage />} />
            <Route path="/dashboards/fairness" element={<FairnessPage />} />
            <Route path="/dashboards/enrollment" element={<EnrollmentDashboard />} />
            <Route path="/incidents" element={<IncidentsPage />} />
            <Route path="/proxy-access/*" element={<ProxyAccessPage />} />
            <Route path="/approvals" element={<ApprovalsPage />} />
            <Route path="/results" element={<ResultsPage />} />
            <Route path="/results/released" element={<ReleasedPage />} />
            <Route path="/results/missing-labs" element={<MissingLabsPage />} />
            <Route path="/results/kinds" element={<KindsPage />} />
            <Route path="/results/unowned" element={<UnownedPage />} />
            <Route path="/results/holds" element={<HoldsPage />} />
            <Route path="/dashboards/results" element={<ResultsDashboard />} />
            <Route path="/results/:id" element={<ResultsPage />} />
            <Route path="/recovery/*" element={<RecoveryRoom />} />
            <Route path="/staff" element={<StaffPage />} />
            <Route path="/staff/invite" element={<InvitePage />} />
            <Route path="/staff/:id" element={<StaffRecord />} />
            <Route path="/practitioners/*" element={<PractitionersPage />} />
            <Route path="/sites" element={<SitesPage />} />
            <Route path="/portals" element={<PortalsPage />} />
            <Route path="/portals/:id" element={<PortalPolicy />} />
            <Route path="/message-setup/*" element={<MessageSetupPage />} />
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
