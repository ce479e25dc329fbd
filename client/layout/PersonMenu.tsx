import Box from '@mui/material/Box'
import { LinkBase, useLocation, useTranslate } from 'ra-core'
import { useRef } from 'react'
import { Avatar } from '#client/layout/Avatar.tsx'
import { lockScreen } from '#client/layout/auth-provider.ts'
import { useSignOut } from '#client/layout/use-sign-out.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { unseen } from '#client/ui/unseen.ts'
import type { Session } from '#client/layout/session.ts'

const row = {
  all: 'unset',
  boxSizing: 'border-box',
  display: 'flex',
  justifyContent: 'space-between',
  gap: 2,
  width: '100%',
  px: 1.5,
  py: 1,
  cursor: 'pointer',
  borderRadius: 1,
  '&:hover': { bgcolor: 'sunken' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: -2 },
} as const

type PersonMenuProps = { staff: Session['staff']; compact?: boolean }

/** Who sits here; opens to the account, the lock and the way out. */
export function PersonMenu({ staff, compact = false }: PersonMenuProps) {
  const translate = useTranslate()
  const { pathname } = useLocation()
  const signOut = useSignOut()
  const box = useRef<HTMLDetailsElement>(null)
  const close = () => box.current?.removeAttribute('open')
  const roles = staff.roles.map((role) => translate(`roles.${role}`)).join(', ')
  const wide = compact ? { display: 'none' } : { display: { xs: 'none', xl: 'block' }, minWidth: 0 }
  return (
    <Box
      component="details"
      ref={box}
      onKeyDown={(event: React.KeyboardEvent) => {
        if (event.key === 'Escape') close()
      }}
      onBlur={(event: React.FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
      sx={{ position: 'relative', p: compact ? 0 : 1.5 }}
    >
      <Box
        component="summary"
        sx={{ display: 'flex', gap: 1.25, alignItems: 'center', cursor: 'pointer', listStyle: 'none', borderRadius: 1 }}
      >
        <Avatar initials={staff.initials} />
        <Box component="span" sx={{ ...unseen, display: compact ? 'block' : { xl: 'none' } }}>
          {staff.name}, {roles}
        </Box>
        <Box component="span" sx={wide}>
          <Box component="span" sx={{ display: 'block', fontWeight: 500 }}>
            {staff.name}
          </Box>
          <Box component="span" sx={{ display: 'block', typography: 'small', color: 'ink3' }}>
            {[roles, staff.siteName ?? translate('shell.all_sites')].join(' · ')}
          </Box>
        </Box>
      </Box>
      <Box
        sx={{
          position: 'absolute',
          zIndex: 'modal',
          ...(compact ? { top: 'calc(100% + 8px)', right: 0 } : { bottom: 'calc(100% - 4px)', left: 8 }),
          minWidth: 220,
          p: 0.5,
          borderRadius: 1,
          bgcolor: 'surface',
          border: '1px solid',
          borderColor: 'line',
          boxShadow: '0 4px 12px rgb(0 0 0 / 0.16)',
        }}
      >
        <Box component={LinkBase} to="/account" onClick={close} sx={row}>
          {translate('shell.account')}
        </Box>
        <Box component="button" type="button" sx={row} onClick={() => void lockScreen(pathname)}>
          {translate('shell.lock')} <KeyCap keys="alt+l" />
        </Box>
        <Box component="button" type="button" sx={row} onClick={signOut}>
          {translate('shell.sign_out')}
        </Box>
      </Box>
    </Box>
  )
}
