import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useSessionState } from '#client/layout/session.ts'
import { Icon } from '#client/ui/Icon.tsx'

/** A check found damage: reading goes on, nothing is written until somebody has looked. */
export function DamageBanner() {
  const translate = useTranslate()
  const { practice } = useSessionState()
  if (!practice?.damaged) return null
  return (
    <Box role="alert" sx={{ display: 'flex', gap: 1, px: 3, py: 1, bgcolor: 'lateSoft', color: 'late', fontWeight: 600 }}>
      <Icon name="late" />
      {translate('shell.damaged')}
    </Box>
  )
}
