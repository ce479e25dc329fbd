import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import { Navigate, useLocation, useNavigate, useTranslate } from 'ra-core'
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import { lockScreen } from '#client/layout/auth-provider.ts'
import { BottomTabs } from '#client/layout/BottomTabs.tsx'
import { DamageBanner } from '#client/layout/DamageBanner.tsx'
import { menuFor } from '#client/layout/menu.ts'
import { Opening } from '#client/layout/Opening.tsx'
import { Notices } from '#client/layout/Notices.tsx'
import { OfflineBanner } from '#client/layout/OfflineBanner.tsx'
import { PersonActsProvider } from '#client/layout/PersonActsProvider.tsx'
import { PracticeBanner } from '#client/layout/PracticeBanner.tsx'
import { SessionWatch } from '#client/layout/SessionWatch.tsx'
import { SideMenu } from '#client/layout/SideMenu.tsx'
import { StepUp } from '#client/layout/StepUp.tsx'
import { TopBar } from '#client/layout/TopBar.tsx'
import { useSessionState, type Session } from '#client/layout/session.ts'
import { useForgetOnLeave } from '#client/layout/use-forget.ts'
import { useLiveUpdates } from '#client/layout/use-live-updates.ts'
import { useApplyPreferences } from '#client/layout/use-preferences.ts'
import { activeKeys, KeySettings, useKeys, type KeyBinding } from '#client/ui/keys.ts'
import { PracticeZone } from '#client/ui/practice.ts'
import { Waiting } from '#client/ui/Waiting.tsx'

const Palette = lazy(() => import('#client/layout/Palette.tsx'))
const KeyboardSheet = lazy(() => import('#client/ui/KeyboardSheet.tsx'))

const SkipLink = styled('a')(({ theme: { vars, zIndex } }) => ({
  position: 'absolute',
  top: -60,
  left: 8,
  zIndex: zIndex.tooltip,
  padding: '8px 12px',
  borderRadius: 8,
  color: vars.palette.onAccent,
  backgroundColor: vars.palette.accent,
  '&:focus': { top: 8 },
}))

/** The frame of every signed-in screen; without a person nothing of it is shown. */
export function Shell({ children }: { children?: ReactNode }) {
  const { session, practice } = useSessionState()
  const keySettings = useMemo(() => ({ singleKeys: session?.staff.singleKeys ?? true }), [session?.staff.singleKeys])
  if (!practice) return <Opening />
  if (!session) return <Navigate to="/login" replace />
  return (
    <PracticeZone value={practice.timeZone}>
      <KeySettings value={keySettings}>
        <StepUp>
          <PersonActsProvider>
            <Frame session={session}>{children}</Frame>
          </PersonActsProvider>
        </StepUp>
      </KeySettings>
    </PracticeZone>
  )
}

function Frame({ session, children }: { session: Session; children: ReactNode }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [open, setOpen] = useState<'palette' | 'sheet' | null>(null)
  const [sheetKeys, setSheetKeys] = useState<readonly KeyBinding[]>([])
  useLiveUpdates()
  useForgetOnLeave()
  useApplyPreferences()
  const jumps = menuFor(session.may).flatMap(({ items }) => items)
  useKeys([
    { keys: 'ctrl+k', group: 'everywhere', label: 'keys.palette', run: () => setOpen('palette') },
    {
      keys: '?',
      group: 'everywhere',
      label: 'keys.sheet',
      run: () => {
        setSheetKeys(activeKeys())
        setOpen('sheet')
      },
    },
    ...jumps.map(({ jump, label, to }) => ({
      keys: `g ${jump}`,
      group: 'everywhere' as const,
      label,
      run: () => void navigate(to),
    })),
    { keys: 'alt+l', group: 'everywhere', label: 'keys.lock', run: () => void lockScreen(pathname) },
  ])
  const find = () => setOpen('palette')
  const close = () => setOpen(null)
  return (
    <Box sx={{ display: 'flex', height: '100dvh', overflow: 'hidden' }}>
      <SkipLink href="#content">{translate('shell.skip')}</SkipLink>
      <SideMenu session={session} />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <PracticeBanner />
        <TopBar session={session} onFind={find} />
        <OfflineBanner />
        <DamageBanner />
        <Box component="main" id="content" tabIndex={-1} sx={{ flex: 1, minHeight: 0, overflowY: 'auto', outline: 'none' }}>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </Box>
        <BottomTabs session={session} onFind={find} />
      </Box>
      <Suspense>
        {open === 'palette' ? <Palette session={session} onClose={close} /> : null}
        {open === 'sheet' ? <KeyboardSheet keys={sheetKeys} onClose={close} /> : null}
      </Suspense>
      <Notices />
      <SessionWatch />
    </Box>
  )
}
