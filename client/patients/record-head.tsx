import type { TranslateFunction } from 'ra-core'
import Box from '@mui/material/Box'
import { Identity } from '#client/ui/Identity.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import type { PatientOverview } from '#domain/contracts/patients.ts'

type RecordHeadProps = { patient: PatientOverview; translate: TranslateFunction }

/** Which of the three age bands of proxy access the person is in today. */
function bandOf(age: number): 'child' | 'teen' | 'adult' {
  return age < 12 ? 'child' : age < 18 ? 'teen' : 'adult'
}

/** The head of a record: name, chips, and the identity line, which is never cut off. */
export function recordHead({ patient, translate }: RecordHeadProps) {
  const phone = patient.contacts.find(({ kind }) => kind === 'phone')
  const spanish = patient.language?.toLowerCase().startsWith('es') ?? false
  const band = bandOf(patient.age)
  return {
    title: patient.name,
    chips: (
      <>
        {patient.deceased ? <StateChip state="blocked">{translate('patients.deceased')}</StateChip> : null}
        {band === 'adult' ? null : <StateChip state="note">{translate(`patients.band_${band}`)}</StateChip>}
        {spanish ? (
          <StateChip state="note" icon="globe">
            {translate('patients.spanish')}
          </StateChip>
        ) : null}
        {patient.provenance.synthetic ? <StateChip state="due">{translate('patients.synthetic')}</StateChip> : null}
      </>
    ),
    under: (
      <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 2 }}>
        <Identity birthDate={patient.birthDate} age={patient.age} mrnTail={patient.mrnTail} />
        {patient.site ? <span>{patient.site.name}</span> : null}
        {phone ? <span>{[phone.use ? translate(`patients.use.${phone.use}`, { _: phone.use }) : '', phone.masked].filter(Boolean).join(' ')}</span> : null}
      </Box>
    ),
  }
}
