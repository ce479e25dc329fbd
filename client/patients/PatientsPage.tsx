import Box from '@mui/material/Box'
import { useStore, useTranslate } from 'ra-core'
import { DifferencesList } from '#client/patients/DifferencesList.tsx'
import { LookupCard } from '#client/patients/LookupCard.tsx'
import { PatientsActs } from '#client/patients/PatientsActs.tsx'
import { Page } from '#client/layout/Page.tsx'

/** As many as a look-up answers. */
const SHOWN = 50

/** Patients are looked up, never listed. Nothing typed is in the address; Back finds it again until the session ends. */
export function PatientsPage() {
  const translate = useTranslate()
  const [typed, setTyped] = useStore('patients.lookup', '')
  return (
    <Page name="shell.patients" title={translate('shell.patients')} under={translate('patients.page_under')} actions={<PatientsActs />} panes>
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, maxHeight: { md: '100%' } }}>
        <LookupCard typed={typed} onType={setTyped} shown={SHOWN} />
      </Box>
      {typed.trim() === '' ? <DifferencesList /> : null}
    </Page>
  )
}
