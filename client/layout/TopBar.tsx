import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { LiveSign } from '#client/layout/LiveSign.tsx'
import { Logo } from '#client/layout/Logo.tsx'
import { NoticeBell } from '#client/layout/NoticeBell.tsx'
import { PersonMenu } from '#client/layout/PersonMenu.tsx'
import { PracticeTime } from '#client/layout/PracticeTime.tsx'
import { ThemeToggle } from '#client/layout/ThemeToggle.tsx'
import type { Session } from '#client/layout/session.ts'

const Lookup = styled('button')(({ theme: { vars } }) => ({
  all: 'unset',
  boxSizing: 'border-box',
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  flex: '1 1 auto',
  maxWidth: 440,
  minHeight: 36,
  minWidth: 0,
  padding: '0 10px',
  cursor: 'pointer',
  color: vars.palette.ink3,
  border: `1px solid ${vars.palette.line2}`,
  borderRadius: 8,
  '&:focus-visible': { outline: `2px solid ${vars.palette.accent}`, outlineOffset: 2 },
}))

/** Lookup, line, time, notices, theme; on a phone the logo and the person. */
export function TopBar({ session, onFind }: { session: Session; onFind: () => void }) {
  const translate = useTranslate()
  const desk = { display: { xs: 'none', md: 'inline-flex' } } as const
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 1, sm: 2 },
        height: 56,
        flex: 'none',
        px: { xs: 2, sm: 3 },
        bgcolor: 'surface',
        borderBottom: '1px solid',
        borderColor: 'line',
      }}
    >
      <Box sx={{ display: { sm: 'none' } }}>
        <Logo size={32} />
      </Box>
      <Lookup type="button" onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <Box component="span" sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {translate('shell.find')}
        </Box>
        <KeyCap keys="ctrl+k" />
      </Lookup>
      <Box sx={{ flex: 1, display: { xs: 'none', sm: 'block' } }} />
      <Box sx={desk}>
        <LiveSign />
      </Box>
      <Box sx={desk}>
        <PracticeTime />
      </Box>
      <NoticeBell session={session} />
      <ThemeToggle />
      <Box sx={{ display: { sm: 'none' } }}>
        <PersonMenu staff={session.staff} compact />
      </Box>
    </Box>
  )
}
