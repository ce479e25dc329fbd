import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLocale, useNavigate, useTranslate } from 'ra-core'
import { useState } from 'react'
import { canEditPatient, canMarkDeceased } from '#domain/patient-acts.ts'
import { localDateOf } from '#domain/time.ts'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { DeathPanel } from '#client/patients/DeathPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { DecisionButton } from '#client/ui/DecisionButton.tsx'
import { Facts, type Fact } from '#client/ui/Facts.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'

/** Names by use, sex and gender apart, pronouns, language and interpreter; and what may be changed about it. */
export function IdentityCard({ patient }: { patient: PatientOverview }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const locale = useLocale()
  const { zone } = usePracticeTime()
  const [recordsDeath, setRecordsDeath] = useState(false)
  const mayEdit = useMay('patient.edit') !== '-'
  const mayMark = useMay('patient.mark-deceased') !== '-'
  const { birthDate, deceased, sexAtBirth, gender, pronouns, language, interpreterNeeded, formerNames } = patient
  const facts: Fact[] = [
    { key: 'legal', name: translate('record.legal_name'), value: `${patient.legalGiven} ${patient.legalFamily}`.trim() },
    ...(formerNames.length > 0 ? [{ key: 'former', name: translate('record.former'), value: formerNames.join(', ') }] : []),
    { key: 'sex', name: translate('record.sex'), value: sexAtBirth ? translate(`record.sexes.${sexAtBirth}`, { _: sexAtBirth }) : translate('record.not_said') },
    { key: 'gender', name: translate('record.gender'), value: gender ? translate(`record.genders.${gender}`, { _: gender }) : translate('record.not_said') },
    { key: 'pronouns', name: translate('record.pronouns'), value: pronouns ?? translate('record.not_said') },
    { key: 'language', name: translate('record.language'), value: language ? languageName(language, locale) : translate('record.not_said') },
    { key: 'interpreter', name: translate('record.interpreter'), value: translate(interpreterNeeded ? 'record.interpreter_needed' : 'record.not_needed') },
  ]
  const marks = canMarkDeceased({ deceased, birthDate, diedOn: null, today: localDateOf(serverNow(), zone) })
  return (
    <Card
      title={translate('record.who')}
      aside={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {mayEdit ? (
            <DecisionButton size="small" decision={canEditPatient(patient)} onClick={() => void navigate(`/patients/${patient.id}/edit`)}>
              {translate('record.change')} <KeyCap keys="c" />
            </DecisionButton>
          ) : null}
          {mayMark && marks.allowed ? (
            <Button size="small" onClick={() => setRecordsDeath(true)}>
              {translate('record.death')}
            </Button>
          ) : null}
        </Box>
      }
    >
      <Facts facts={facts} />
      {recordsDeath ? <DeathPanel patient={patient} onClose={() => setRecordsDeath(false)} /> : null}
    </Card>
  )
}

/** "Spanish" for `es-US`; the code itself where the browser has no name for it. */
function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
