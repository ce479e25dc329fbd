import { useColorScheme } from '@mui/material/styles'
import { useLocale, useLocation, useNavigate } from 'ra-core'
import { lockScreen } from '#client/layout/auth-provider.ts'
import type { PaletteCommand } from '#client/layout/commands.ts'
import { useKeepPreferences } from '#client/layout/use-preferences.ts'
import { useSignOut } from '#client/layout/use-sign-out.ts'

/** What a chosen command does: go to a screen, or act on this desk. */
export function usePaletteActs(): { go: (to: string) => void; act: (act: PaletteCommand['act']) => void } {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { mode, systemMode } = useColorScheme()
  const { keep } = useKeepPreferences()
  const locale = useLocale()
  const signOut = useSignOut()
  return {
    go: (to) => void navigate(to),
    act: (act) => {
      if (act === 'lock') void lockScreen(pathname)
      if (act === 'sign-out') signOut()
      if (act === 'theme') void keep({ theme: (mode === 'system' ? systemMode : mode) === 'dark' ? 'light' : 'dark' })
      if (act === 'language') void keep({ language: locale === 'es' ? 'en' : 'es' })
    },
  }
}
