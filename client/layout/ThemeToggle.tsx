import { useColorScheme } from '@mui/material/styles'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { useKeepPreferences } from '#client/layout/use-preferences.ts'

/** Light or dark, kept on the server for this person. */
export function ThemeToggle() {
  const translate = useTranslate()
  const { mode, systemMode } = useColorScheme()
  const { keep } = useKeepPreferences()
  const isDark = (mode === 'system' ? systemMode : mode) === 'dark'
  return (
    <IconButton
      type="button"
      aria-label={translate(isDark ? 'shell.to_light' : 'shell.to_dark')}
      onClick={() => void keep({ theme: isDark ? 'light' : 'dark' })}
    >
      <Icon name={isDark ? 'sun' : 'moon'} />
    </IconButton>
  )
}
