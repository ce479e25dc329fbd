import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Suspense } from 'react'
import type { Role } from '#domain/roles.ts'
import { BirthdaysCard } from '#client/proxy-access/BirthdaysCard.tsx'
import { HomeLookup } from '#client/home/HomeLookup.tsx'
import { WaitingCard } from '#client/approvals/WaitingCard.tsx'
import { DayHome } from '#client/home/DayHome.tsx'
import { OpenEnrollments } from '#client/home/OpenEnrollments.tsx'
import { PlacesCard } from '#client/home/PlacesCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { SidePane } from '#client/layout/SidePane.tsx'
import { room } from '#client/layout/room.ts'
import { useMay, useSessionState } from '#client/layout/session.ts'

const HomeMessages = room(() => import('#client/messages/HomeMessages.tsx'))
const CoverCard = room(() => import('#client/practitioners/CoverCard.tsx'))
const RecoveryCard = room(() => import('#client/recovery/HomeCard.tsx'))
const ResultsCard = room(() => import('#client/results/HomeCard.tsx'))

/** Whose day messages are a part of; the front desk finds them in the menu. */
const answering: readonly Role[] = ['helpline', 'clinician', 'manager']

/** Home by role: the look-up and the day of the site for whoever sees patients come, what waits, and where else to go. */
export default function HomePage() {
  const translate = useTranslate()
  const { session } = useSessionState()
  const maySearch = useMay('patient.search') !== '-'
  const seesDay = useMay('appointment.read') === 'Y'
  const seesResults = useMay('result.read') !== '-'
  const enrolls = useMay('enrollment.continue') !== '-'
  const recovers = useMay('recovery.work') !== '-'
  const seesDocuments = useMay('recovery.see-document') !== '-'
  if (!session) return null
  const messages = session.staff.roles.some((role) => answering.includes(role)) ? <Suspense><HomeMessages /></Suspense> : null
  const urgent = messages && recovers && !seesDocuments ? <Box sx={{ display: 'grid', gap: 2 }}>{messages}<Suspense><RecoveryCard /></Suspense></Box> : messages
  const isClinician = session.staff.clinicianKind !== null
  const beside = (
    <>
      {seesResults ? <Suspense><ResultsCard /></Suspense> : null}
      {isClinician ? <Suspense><CoverCard /></Suspense> : null}
      <WaitingCard />
      <BirthdaysCard />
    </>
  )
  if (seesDay) return <DayHome lookup={<HomeLookup />} open={enrolls ? <OpenEnrollments siteId={session.staff.siteId} /> : null} urgent={urgent} beside={beside} />
  return (
    <Page name="shell.home">
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { lg: 'minmax(0, 1fr) 336px' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          {maySearch ? <HomeLookup /> : null}
          {urgent}
          {maySearch ? null : beside}
        </Box>
        <SidePane label={translate('home.places')}>
          {maySearch ? beside : null}
          <PlacesCard session={session} />
        </SidePane>
      </Box>
    </Page>
  )
}
