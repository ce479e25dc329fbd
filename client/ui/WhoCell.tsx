import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { dateText } from '#client/ui/format.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { unseen } from '#client/ui/unseen.ts'

type WhoCellProps = { name: string; birthDate: string; age?: number; mrnTail?: string; lookAlike?: boolean }

/** Who a row is about: the name, marked where another could be taken for them, over birth date, age and the MRN's tail. */
export function WhoCell({ name, birthDate, age, mrnTail, lookAlike = false }: WhoCellProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const parts = [dateText(birthDate, locale), age === undefined ? '' : translate('ui.years', { smart_count: age }), mrnTail ? `MRN ···${mrnTail}` : ''].filter(Boolean)
  return (
    <Box component="span" sx={{ display: 'block', py: 0.25 }}>
      <Box component="span" sx={{ fontWeight: 500 }}>{name}</Box>
      {lookAlike ? (
        <Box component="span" title={translate('invitations.alike')} sx={{ color: 'due', display: 'inline-flex', verticalAlign: 'text-bottom', marginInlineStart: 0.75 }}>
          <Icon name="people" size={16} />
          <Box component="span" sx={unseen}>{translate('invitations.alike')}</Box>
        </Box>
      ) : null}
      <Box component="span" sx={{ display: 'block', typography: 'table', fontWeight: 400, color: 'ink2' }}>{parts.join(' · ')}</Box>
    </Box>
  )
}
