import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { Acts } from '#client/message-setup/Acts.tsx'
import { QueuePanel } from '#client/message-setup/QueuePanel.tsx'
import { ReadCard } from '#client/message-setup/ReadCard.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { useKeys } from '#client/ui/keys.ts'

type Open = { what: 'new' } | { what: 'change' | 'close'; queue: QueueLine } | null

/** The queues: what each is for, who works there, who leads it. */
export function Queues() {
  const translate = useTranslate()
  const notify = useNotify()
  const read = useRead<QueueLine[]>('message-queues', { path: '/message-queues' })
  const [open, setOpen] = useState<Open>(null)
  useKeys([{ keys: 'n', group: 'act', label: 'setup.new_queue', run: () => setOpen({ what: 'new' }) }])
  const end = (said: string) => {
    setOpen(null)
    notify(said, { type: 'success' })
  }
  const columns = columnsOf(translate, setOpen)
  return (
    <>
      <ReadCard read={read} title={translate('setup.queues')} aside={<Button size="small" onClick={() => setOpen({ what: 'new' })}>{translate('setup.new_queue')} <KeyCap keys="n" /></Button>}>
        {(queues) => (queues.length === 0
          ? <EmptyState kind="first-day" title={translate('setup.no_queue')} text={translate('setup.no_queue_text')} />
          : <Rows label={translate('setup.queues')} rows={queues} rowKey={({ id }) => id} columns={columns} />)}
      </ReadCard>
      {open && open.what !== 'close' ? <QueuePanel queue={open.what === 'new' ? null : open.queue} queues={read.data ?? []} onClose={() => setOpen(null)} onDone={() => end('setup.queue_kept')} /> : null}
      {open?.what === 'close' ? (
        <ReasonPanel
          title={translate('setup.close_queue')}
          effect={translate('setup.close_queue_effect', { name: open.queue.name })}
          confirm={translate('setup.close_queue')}
          command={() => ({ path: `/message-queues/${open.queue.id}/retire`, version: open.queue.version })}
          touched={['message-queues', 'message-routing']}
          wordless
          danger
          onClose={() => setOpen(null)}
          onDone={() => end('setup.queue_closed')}
        />
      ) : null}
    </>
  )
}

function columnsOf(translate: TranslateFunction, setOpen: (open: Open) => void): Column<QueueLine>[] {
  return [
    {
      key: 'name', heading: 'setup.queue',
      cell: ({ name, isDefault, siteName, portalName }) => (
        <>
          <Box component="span" sx={{ fontWeight: 500 }}>{name}</Box>
          <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2' }}>{[siteName, portalName, isDefault ? translate('setup.is_default') : null].filter(Boolean).join(' · ')}</Box>
        </>
      ),
    },
    { key: 'kind', heading: 'setup.kind_label', cell: ({ kind }) => translate(`setup.kind.${kind}`), from: 'sm' },
    { key: 'lead', heading: 'setup.lead', cell: ({ lead }) => lead.name, from: 'md' },
    { key: 'members', heading: 'setup.members', cell: ({ members }) => <span title={members.map((one) => one.name).join(', ')}>{translate('setup.people', { smart_count: members.length })}</span>, from: 'sm' },
    { key: 'open', heading: 'setup.open', align: 'right', cell: ({ counts }) => counts.unresolved, from: 'md' },
    { key: 'act', heading: 'setup.act', align: 'right', cell: (queue) => <Acts name={queue.name} acts={[{ label: 'setup.change', run: () => setOpen({ what: 'change', queue }) }, { label: 'setup.close', run: () => setOpen({ what: 'close', queue }) }]} /> },
  ]
}
