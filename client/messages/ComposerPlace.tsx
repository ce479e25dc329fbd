import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import type { PanelName } from '#client/messages/ActPanel.tsx'
import { Composer } from '#client/messages/Composer.tsx'
import { KeptText } from '#client/messages/KeptText.tsx'
import type { Composing } from '#client/messages/use-composer.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Refusal } from '#client/ui/Refusal.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

type ComposerPlaceProps = {
  thread: ThreadAnswer; composer: Composing; isShort: boolean; pending: boolean
  onTake: (thenWrite: boolean) => void; onWrite: (kind: 'reply' | 'note') => void; onPanel: (panel: PanelName) => void
}

/** The lower edge of a thread: the box to write in for whoever holds it; for everybody else who does, or why nobody can, and the way on. */
export function ComposerPlace({ thread, composer, isShort, pending, onTake, onWrite, onPanel }: ComposerPlaceProps) {
  const translate = useTranslate()
  const { may, row } = thread
  const isNote = composer.value.kind === 'note' && composer.isOpen
  const staffNote = may.note ? null : <TextButton type="button" onClick={() => onWrite('note')}>{translate('messages.staff_note')}</TextButton>
  if (isNote || (may.reply === null && !isShort)) return <Frame><Composer thread={thread} composer={composer} onWrite={onWrite} /></Frame>
  if (may.reply === null) {
    return <Frame bar><Button variant="contained" onClick={() => onWrite('reply')} sx={{ flex: 1 }}>{translate('messages.reply')}</Button>{staffNote}</Frame>
  }
  const kept = composer.hasText && composer.value.kind === 'reply' ? <KeptText text={composer.value.text} /> : null
  if (may.claim === null && !row.mine) {
    return (
      <Frame bar above={kept}>
        <Button variant="contained" disabled={pending} onClick={() => onTake(false)} sx={{ flex: { xs: '1 0 auto', sm: 'none' } }}>{translate('messages.claim')} <KeyCap keys="c" /></Button>
        <Button disabled={pending} onClick={() => onTake(true)}>{translate('messages.claim_reply')} <KeyCap keys="r" /></Button>
        <Box sx={{ flex: 1 }} />
        {staffNote}
      </Frame>
    )
  }
  const why = row.mine ? may.reply : may.claim ?? may.reply
  return (
    <Frame above={kept}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mx: -2, my: -1 }}>
        <Box sx={{ flex: '1 1 280px', minWidth: 0 }}><Refusal refusal={why} action={wayOn()} /></Box>
        {staffNote ? <Box sx={{ px: 2 }}>{staffNote}</Box> : null}
      </Box>
    </Frame>
  )

  function wayOn(): ReactNode {
    if (why.code === 'PORTAL_TAKES_NO_MESSAGES' && may.call === null) return <Button onClick={() => onPanel('call')}>{translate('messages.call')}</Button>
    if (row.state === 'resolved' && may.reopen === null) return <Button onClick={() => onPanel('reopen')}>{translate('messages.reopen')} <KeyCap keys="shift+e" /></Button>
    if (row.assignee && !row.mine && may.takeOver === null) return <Button onClick={() => onPanel('take-over')}>{translate('messages.take_over')}</Button>
    if (may.forward === null && why.code === 'CLINICAL_THREAD') return <Button onClick={() => onPanel('forward')}>{translate('messages.forward')} <KeyCap keys="f" /></Button>
    return null
  }
}

function Frame({ bar = false, above = null, children }: { bar?: boolean; above?: ReactNode; children: ReactNode }) {
  return (
    <Box sx={{ px: { xs: 2, md: 3 }, py: 1.5, borderTop: '1px solid', borderColor: 'line', bgcolor: bar || above ? 'surface' : 'canvas', position: 'sticky', bottom: 0, minWidth: 0 }}>
      {above}
      {bar ? <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>{children}</Box> : children}
    </Box>
  )
}
