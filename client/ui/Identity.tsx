import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import type { PlainDate } from '#domain/time.ts'

type IdentityProps = { birthDate: PlainDate; age: number; mrnTail: string }

/** The second line of who somebody is: birth date always with age, then the MRN's tail. Never cut off. */
export function Identity({ birthDate, age, mrnTail }: IdentityProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 2 }}>
      <span>
        {translate('ui.born')}{' '}
        <Box component="strong" sx={{ fontWeight: 600 }}>
          {dateText(birthDate, locale)}
        </Box>
        {' · '}
        {translate('ui.years', { smart_count: age })}
      </span>
      <span>
        {translate('ui.mrn')} <span aria-hidden>···</span>
        {mrnTail}
      </span>
    </Box>
  )
}
