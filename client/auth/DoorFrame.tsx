import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useEffect, type ReactNode } from 'react'
import { LanguageSwitch } from '#client/auth/LanguageSwitch.tsx'
import { Logo } from '#client/layout/Logo.tsx'
import { useDeviceTheme } from '#client/layout/use-preferences.ts'

type DoorFrameProps = {
  children: ReactNode
  beside?: ReactNode
  /** After a lock: nothing but the form. */
  bare?: boolean
}

/** The frame of the pages before sign-in: the form in a column at the left, the desks of the demo beside it. */
export function DoorFrame({ children, beside, bare = false }: DoorFrameProps) {
  const translate = useTranslate()
  useDeviceTheme()
  useEffect(() => {
    document.title = 'Portal Desk'
  }, [])
  return (
    <Box sx={{ minHeight: '100dvh', display: 'flex', flexDirection: { xs: 'column', md: 'row' } }}>
      <Box
        component="main"
        sx={{
          flex: beside ? { md: '0 0 36%' } : 1,
          display: 'flex',
          flexDirection: 'column',
          alignItems: beside ? 'stretch' : 'center',
          px: { xs: 2, sm: 8 },
          py: 5,
          bgcolor: 'surface',
          borderInlineEnd: { md: beside ? '1px solid' : 'none' },
          borderColor: { md: 'line' },
        }}
      >
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', typography: 'lead', width: '100%', maxWidth: 392 }}>
          <Logo size={32} /> Portal Desk
        </Box>
        <Box sx={{ my: 'auto', py: 4, width: '100%', maxWidth: 392 }}>{children}</Box>
        {bare ? null : (
          <Box
            component="footer"
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5, typography: 'small', color: 'ink3', width: '100%', maxWidth: 392 }}
          >
            <LanguageSwitch />
            <span>{translate('auth.logged')}</span>
          </Box>
        )}
      </Box>
      {beside ? (
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', justifyContent: 'center', p: { xs: 2, sm: 4, lg: 9 } }}>
          {beside}
        </Box>
      ) : null}
    </Box>
  )
}
