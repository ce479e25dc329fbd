import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { CannedReply } from '#domain/contracts/message-settings.ts'
import { Acts } from '#client/message-setup/Acts.tsx'
import { CannedPanel } from '#client/message-setup/CannedPanel.tsx'
import { ReadCard } from '#client/message-setup/ReadCard.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { useKeys } from '#client/ui/keys.ts'

type Open = { what: 'new' } | { what: 'change' | 'retire'; reply: CannedReply } | null

/** Texts that are written once and used often, with places that are filled from the record. */
export function CannedReplies() {
  const translate = useTranslate()
  const notify = useNotify()
  const read = useRead<CannedReply[]>('canned-replies', { path: '/canned-replies' })
  const [open, setOpen] = useState<Open>(null)
  useKeys([{ keys: 'n', group: 'act', label: 'setup.new_canned', run: () => setOpen({ what: 'new' }) }])
  const end = (said: string) => {
    setOpen(null)
    notify(said, { type: 'success' })
  }
  const columns = columnsOf(translate, setOpen)
  return (
    <>
      <ReadCard read={read} title={translate('setup.canned')} aside={<Button size="small" onClick={() => setOpen({ what: 'new' })}>{translate('setup.new_canned')} <KeyCap keys="n" /></Button>}>
        {(replies) => (replies.length === 0
          ? <EmptyState kind="first-day" title={translate('setup.no_canned')} text={translate('setup.no_canned_text')} />
          : <Rows label={translate('setup.canned')} rows={replies} rowKey={({ id }) => id} columns={columns} />)}
      </ReadCard>
      {open && open.what !== 'retire' ? <CannedPanel reply={open.what === 'new' ? null : open.reply} onClose={() => setOpen(null)} onDone={() => end('setup.canned_kept')} /> : null}
      {open?.what === 'retire' ? (
        <ReasonPanel
          title={translate('setup.retire_canned')}
          effect={translate('setup.retire_canned_effect', { title: open.reply.title })}
          confirm={translate('setup.retire_canned')}
          command={() => ({ path: `/canned-replies/${open.reply.id}/retire`, version: open.reply.version })}
          touched={['canned-replies']}
          wordless
          onClose={() => setOpen(null)}
          onDone={() => end('setup.canned_retired')}
        />
      ) : null}
    </>
  )
}

function columnsOf(translate: TranslateFunction, setOpen: (open: Open) => void): Column<CannedReply>[] {
  return [
    {
      key: 'title', heading: 'setup.title',
      cell: ({ title, text }) => (
        <>
          <Box component="span" sx={{ fontWeight: 500 }}>{title}</Box>
          <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2', maxWidth: 560 }}>{text.length > 140 ? `${text.slice(0, 140)}…` : text}</Box>
        </>
      ),
    },
    { key: 'language', heading: 'setup.language', cell: ({ language }) => translate(`setup.in.${language}`), from: 'sm' },
    { key: 'kind', heading: 'setup.offered', cell: ({ queueKind }) => (queueKind ? translate(`setup.kind.${queueKind}`) : translate('setup.everywhere')), from: 'md' },
    { key: 'uses', heading: 'setup.used', align: 'right', cell: ({ uses }) => uses, from: 'md' },
    { key: 'changed', heading: 'setup.changed', cell: ({ changedBy, changedAt }) => <>{changedBy}, <Moment at={changedAt} /></>, from: 'lg' },
    { key: 'act', heading: 'setup.act', align: 'right', cell: (reply) => <Acts name={reply.title} acts={[{ label: 'setup.change', run: () => setOpen({ what: 'change', reply }) }, { label: 'setup.retire', run: () => setOpen({ what: 'retire', reply }) }]} /> },
  ]
}
