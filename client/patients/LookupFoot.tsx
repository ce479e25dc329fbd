import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { Lookup } from '#client/patients/use-lookup.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'

/** The keys of the look-up, and what to ask for before a row is opened. */
export function LookupFoot({ lookup }: { lookup: Lookup }) {
  const translate = useTranslate()
  if (lookup.isNobody) return null
  return (
    <Box
      sx={{
        display: 'flex', flex: 'none', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, px: { xs: 2, sm: 2.5 }, py: 1, typography: 'table', color: 'ink2',
        borderTop: '1px solid', borderColor: 'line',
      }}
    >
      <Box component="span" aria-hidden sx={{ display: { xs: 'none', sm: 'inline-flex' }, flexWrap: 'wrap', columnGap: 2, '@media (hover: none)': { display: 'none' } }}>
        <span><KeyCap keys="up down" /> {translate('patients.choose')}</span>
        <span><KeyCap keys="enter" /> {translate('patients.open')}</span>
        <span><KeyCap keys="ctrl+enter" /> {translate('today.button')}</span>
      </Box>
      <Box component="span" sx={{ marginInlineStart: { sm: 'auto' } }}>{translate('patients.second_identifier')}</Box>
    </Box>
  )
}
