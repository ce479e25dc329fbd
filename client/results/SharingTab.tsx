import Box from '@mui/material/Box'
import { PatientResultsCard } from '#client/results/PatientResultsCard.tsx'
import { SharedItemsCard } from '#client/results/SharedItemsCard.tsx'
import { WishesCard } from '#client/results/WishesCard.tsx'
import { SidePane } from '#client/layout/SidePane.tsx'
import { useTranslate } from 'ra-core'

/** Results and sharing of one patient: what is so with each result, what of the chart is shared, what the patient asked for. */
export default function SharingTab({ patientId }: { patientId: string }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { lg: 'minmax(0, 1fr) 336px' }, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <PatientResultsCard patientId={patientId} />
        <SharedItemsCard patientId={patientId} />
      </Box>
      <SidePane label={translate('results.wishes_title')}><WishesCard patientId={patientId} /></SidePane>
    </Box>
  )
}
