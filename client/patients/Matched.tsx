import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'

/** Which identifiers matched what was typed: two with a tick, one with a triangle. */
export function Matched({ matched }: { matched: readonly string[] }) {
  const translate = useTranslate()
  if (matched.length === 0) return null
  const words = matched.map((one) => translate(`patients.matched.${one}`)).join(' · ')
  const isSure = matched.length > 1
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', typography: 'table', fontWeight: 550, color: isSure ? 'ok' : 'due' }}
    >
      <Icon name={isSure ? 'ok' : 'late'} size={14} />
      {isSure ? words : translate('patients.matched.only', { what: words })}
    </Box>
  )
}
