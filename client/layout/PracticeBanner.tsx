import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { TextButton, TextLink } from '#client/ui/TextLink.tsx'
import { useSessionState } from '#client/layout/session.ts'
import { useSignOut } from '#client/layout/use-sign-out.ts'

/** Says on every screen that the people of a demo or test practice are made up. */
export function PracticeBanner() {
  const translate = useTranslate()
  const { practice } = useSessionState()
  const signOut = useSignOut()
  if (!practice || practice.mode === 'real') return null
  return (
    <Box
      component="aside"
      aria-label={translate('shell.practice')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        alignItems: 'center',
        px: { xs: 2, sm: 3 },
        py: 0.5,
        typography: 'table',
        color: 'ink',
        bgcolor: 'dueSoft',
      }}
    >
      <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
        <Icon name="due" size={14} />
        {translate(practice.mode === 'demo' ? 'shell.demo_banner' : 'shell.test_banner')}
      </Box>
      {practice.mode === 'demo' ? (
        <>
          <TextLink to="/mailbox">{translate('shell.mailbox')}</TextLink>
          <TextButton type="button" onClick={signOut}>
            {translate('shell.other_desk')}
          </TextButton>
        </>
      ) : null}
    </Box>
  )
}
