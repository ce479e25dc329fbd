import Box from '@mui/material/Box'
import { useLocaleState } from 'ra-core'
import { Fragment } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

const languages = [
  { locale: 'en', name: 'English' },
  { locale: 'es', name: 'Español' },
] as const

/** Each language in its own words; only for this visit, the person's own is kept with the account. */
export function LanguageSwitch() {
  const [locale, setLocale] = useLocaleState()
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
      <Icon name="globe" size={14} />
      {languages.map((language, index) => (
        <Fragment key={language.locale}>
          {index > 0 ? <span aria-hidden>·</span> : null}
          <TextButton
            type="button"
            lang={language.locale}
            aria-pressed={locale === language.locale}
            onClick={() => void setLocale(language.locale)}
          >
            {language.name}
          </TextButton>
        </Fragment>
      ))}
    </Box>
  )
}
