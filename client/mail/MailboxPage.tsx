import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { MailPane } from '#client/mail/MailPane.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Pane, PaneList } from '#client/ui/Pane.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import type { z } from 'zod'
import type { mailbox } from '#domain/contracts/outbox.ts'

type Mailbox = z.infer<typeof mailbox>

/** What the demo practice would have sent: every mail in full, since nothing leaves it. */
export default function MailboxPage() {
  const translate = useTranslate()
  const { data, error, isPending, refetch } = useRead<Mailbox>('outbox', { path: '/demo/mailbox' })
  const [chosenId, setChosenId] = useState<string | null>(null)
  const mails = data?.mails ?? []
  const chosen = mails.find(({ id }) => id === chosenId) ?? mails[0]
  return (
    <Page name="shell.mailbox" title={translate('shell.mailbox')} under={translate('mail.mailbox_under')} panes>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {isPending && !error ? <Waiting /> : null}
      {data && !chosen ? (
        <EmptyState kind="first-day" title={translate('mail.mailbox_none')} text={translate('mail.mailbox_none_text')} />
      ) : null}
      {data && chosen ? (
        <Box sx={{ display: 'flex', flexDirection: { xs: 'column', md: 'row' }, gap: 2, flex: 1, minHeight: 0 }}>
          <Pane title={translate('mail.letters')} aside={data.total} width={336}>
            <PaneList
              label={translate('mail.letters')}
              rows={mails}
              rowKey={({ id }) => id}
              chosen={chosen.id}
              onChoose={({ id }) => setChosenId(id)}
            >
              {(mail) => (
                <>
                  <Box sx={{ fontWeight: 500 }}>{mail.subject}</Box>
                  <Box sx={{ typography: 'table', color: 'ink2' }}>
                    {mail.to} · <Moment at={mail.handedAt} />
                  </Box>
                </>
              )}
            </PaneList>
          </Pane>
          <MailPane key={chosen.id} mail={chosen} />
        </Box>
      ) : null}
    </Page>
  )
}
