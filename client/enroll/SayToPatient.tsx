import Box from '@mui/material/Box'
import { useLocale, useTranslate } from 'ra-core'
import { patientWords, type PatientLanguage, type PatientSentence } from '#client/enroll/patient-words.ts'
import { Say } from '#client/ui/Say.tsx'

/** A sentence to say in the patient's language, with its meaning beneath where the desk reads another. */
export function SayToPatient({ what, language }: { what: PatientSentence; language: PatientLanguage }) {
  const translate = useTranslate()
  const own = useLocale() === 'es' ? 'es' : 'en'
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box component="span" sx={{ typography: 'small', color: 'ink2' }}>{translate(`enroll.say_${language}`)}</Box>
      <div lang={language}>
        <Say>{patientWords[language][what]}</Say>
      </div>
      {own === language ? null : <Box component="span" sx={{ typography: 'small', color: 'ink2' }}>“{patientWords[own][what]}”</Box>}
    </Box>
  )
}
