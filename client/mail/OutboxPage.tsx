import Box from '@mui/material/Box'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import { MailState } from '#client/mail/MailState.tsx'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay, useSessionState } from '#client/layout/session.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { TextButton, TextLink } from '#client/ui/TextLink.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import type { OutboxMail } from '#domain/contracts/outbox.ts'

function columnsWith(translate: TranslateFunction, onAgain: ((mail: OutboxMail) => void) | null): Column<OutboxMail>[] {
  return [
    { key: 'what', heading: 'mail.what', cell: (row) => translate(`mail.template.${row.template}`, { _: row.template }) },
    { key: 'to', heading: 'mail.to', cell: (row) => row.address },
    { key: 'state', heading: 'staff.state', cell: (row) => <MailState state={row.state} /> },
    { key: 'queued', heading: 'mail.queued', cell: (row) => <Moment at={row.queuedAt} />, from: 'sm' },
    { key: 'tries', heading: 'mail.tries', cell: (row) => row.attempts, align: 'right', from: 'md' },
    { key: 'status', heading: 'mail.last', cell: (row) => row.lastStatus ?? '–', from: 'md' },
    {
      key: 'act',
      heading: 'mail.act',
      align: 'right',
      cell: (row) =>
        onAgain && (row.state === 'parked' || row.state === 'refused') ? (
          <TextButton type="button" onClick={() => onAgain(row)}>
            {translate('mail.again')}
          </TextButton>
        ) : null,
    },
  ]
}

/** Mails on their way out and what became of them; what waits for help can be sent again. */
export default function OutboxPage() {
  const translate = useTranslate()
  const notify = useNotify()
  const { practice } = useSessionState()
  const mayRetry = useMay('outbox.retry') === 'Y'
  const list = useConsoleList<OutboxMail>('outbox', { sort: { field: 'queuedAt', order: 'DESC' } })
  const [again, setAgain] = useState<OutboxMail | null>(null)
  const columns = columnsWith(translate, mayRetry ? setAgain : null)
  return (
    <Page
      name="shell.outbox"
      title={translate('shell.outbox')}
      under={translate('mail.under')}
      actions={practice && practice.mode !== 'real' ? <TextLink to="/mailbox">{translate('shell.mailbox')}</TextLink> : null}
    >
      <ListCard
        list={list}
        label={translate('shell.outbox')}
        columns={columns}
        empty={<EmptyState kind="all-done" title={translate('mail.none')} text={translate('mail.none_text')} />}
      />
      <Box component="p" sx={{ typography: 'table', color: 'ink3' }}>
        {translate('mail.honest')}
      </Box>
      {again ? (
        <ReasonPanel
          title={translate('mail.again')}
          effect={translate('mail.again_effect', { address: again.address })}
          confirm={translate('mail.again')}
          command={() => ({ path: `/outbox/${again.id}/retry`, version: again.version })}
          touched={['outbox']}
          wordless
          onClose={() => setAgain(null)}
          onDone={() => {
            setAgain(null)
            notify('mail.queued_again', { type: 'success' })
          }}
        />
      ) : null}
    </Page>
  )
}
