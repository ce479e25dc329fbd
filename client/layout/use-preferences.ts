import { useColorScheme } from '@mui/material/styles'
import { useSetLocale } from 'ra-core'
import { useEffect } from 'react'
import { takePreferences, useSessionState, type Session } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'

export type Preferences = Pick<Session['staff'], 'language' | 'theme' | 'singleKeys' | 'figuresAsTables'>

/** Puts the signed-in person's theme and language on the screen; they live on the server, not in the browser. */
export function useApplyPreferences(): void {
  const { session } = useSessionState()
  const { setMode } = useColorScheme()
  const setLocale = useSetLocale()
  const theme = session?.staff.theme ?? 'system'
  const language = session?.staff.language
  useEffect(() => setMode(theme), [theme, setMode])
  useEffect(() => {
    if (language) void setLocale(language)
  }, [language, setLocale])
}

/** Before sign-in nobody's theme is known: the device's holds. */
export function useDeviceTheme(): void {
  const { setMode } = useColorScheme()
  useEffect(() => setMode('system'), [setMode])
}

/** Keeps changed preferences on the server, then shows them. */
export function useKeepPreferences() {
  const { session } = useSessionState()
  const { run, fault, pending } = useCommand()
  const keep = async (changed: Partial<Preferences>): Promise<boolean> => {
    if (!session) return false
    const { language, theme, singleKeys, figuresAsTables } = session.staff
    const body = { language, theme, singleKeys, figuresAsTables, ...changed }
    const done = await run({ path: '/account/preferences', body })
    if (done) takePreferences(body)
    return done !== null
  }
  return { keep, fault, pending }
}
