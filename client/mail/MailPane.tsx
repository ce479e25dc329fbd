import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { MailState } from '#client/mail/MailState.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Pane } from '#client/ui/Pane.tsx'
import type { MailboxMail } from '#domain/contracts/outbox.ts'

/** One mail as the person would read it: shown as text, its links to be pressed, its head underneath. */
export function MailPane({ mail }: { mail: MailboxMail }) {
  const translate = useTranslate()
  return (
    <Pane title={mail.subject} aside={<MailState state={mail.state} />} reads>
      <Box sx={{ display: 'grid', gap: 2, p: 2, maxWidth: 720 }}>
        <Facts
          facts={[
            { key: 'from', name: translate('mail.from'), value: mail.from },
            { key: 'to', name: translate('mail.to'), value: mail.to },
            { key: 'at', name: translate('mail.handed'), value: <Moment at={mail.handedAt} /> },
          ]}
        />
        <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', typography: 'lead', fontWeight: 400 }}>{mail.text}</Box>
        {mail.links.length > 0 ? (
          <Box component="ul" aria-label={translate('mail.links')} sx={{ display: 'grid', gap: 0.5 }}>
            {mail.links.map((link) => (
              <li key={link}>
                <Box component="a" href={link} sx={{ color: 'accent', overflowWrap: 'anywhere' }}>
                  {link}
                </Box>
              </li>
            ))}
          </Box>
        ) : null}
        <Box component="details">
          <Box component="summary" sx={{ cursor: 'pointer', color: 'ink2' }}>
            {translate('mail.raw')}
          </Box>
          <Box component="pre" tabIndex={0} aria-label={translate('mail.raw')} sx={{ typography: 'small', overflowX: 'auto', p: 1.5, bgcolor: 'sunken', borderRadius: 1, fontFamily: 'monospace' }}>
            {mail.raw}
          </Box>
        </Box>
      </Box>
    </Pane>
  )
}
