import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useLocation, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { ActPanel, type PanelName } from '#client/messages/ActPanel.tsx'
import { Beside } from '#client/messages/Beside.tsx'
import { ComposerPlace } from '#client/messages/ComposerPlace.tsx'
import { EmergencyBand } from '#client/messages/EmergencyBand.tsx'
import { Entries } from '#client/messages/Entries.tsx'
import { ThreadHead } from '#client/messages/ThreadHead.tsx'
import { ThreadNotes } from '#client/messages/ThreadNotes.tsx'
import { threadKeys } from '#client/messages/thread-keys.ts'
import { useComposer } from '#client/messages/use-composer.ts'
import { usePresence } from '#client/messages/use-presence.ts'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { SideDrawer } from '#client/layout/SidePane.tsx'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useKeys } from '#client/ui/keys.ts'

type ThreadScreenProps = { thread: ThreadAnswer; queueId: string | null; queues: readonly QueueLine[]; onOpen: (id: string | null) => void }

/** The open thread: who and what at its head, what was written, the answer at its lower edge, and its clock beside it. */
export function ThreadScreen({ thread, queueId, queues, onOpen }: ThreadScreenProps) {
  const translate = useTranslate()
  const { row, may } = thread
  const breakpoints = useTheme().breakpoints
  const hasSide = useMediaQuery(breakpoints.up('lg'), { noSsr: true })
  const isPhone = useMediaQuery(breakpoints.down('md'), { noSsr: true })
  const { state } = useLocation() as { state: { act?: string } | null }
  const [panel, setPanel] = useState<PanelName | null>(state?.act === 'call' && may.call === null ? 'call' : null)
  const [isWriting, setWriting] = useState(false)
  const next = { nextIn: queueId === null ? {} : { queueId } }
  const composer = useComposer(thread, { next, onSent: (nextId) => onOpen(nextId) })
  const presence = usePresence(row.id, composer.hasText && row.mine ? 'answering' : 'reading', true)
  const claim = useThreadActs(row)
  const write = (kind: 'reply' | 'note') => {
    setWriting(true)
    composer.write(kind)
  }
  const take = async (thenWrite: boolean) => {
    if (row.mine || await claim.actAnyway('claim')) {
      if (thenWrite) write('reply')
    }
  }
  useKeys(threadKeys({ may, mine: row.mine, open: setPanel, take: (thenWrite) => void take(thenWrite), write, canned: composer.openCanned }))
  const beside = <Beside thread={thread} present={presence?.present ?? row.present} />
  const showsComposer = !isPhone || isWriting
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: hasSide ? 'minmax(0, 1fr) 288px' : 'minmax(0, 1fr)', minHeight: 0, minWidth: 0 }}>
      <Box component="section" aria-label={row.subject} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 }}>
        <ThreadHead thread={thread} onPanel={setPanel} onBack={() => (isWriting && isPhone ? setWriting(false) : onOpen(null))} side={hasSide ? null : <SideDrawer label={translate('messages.beside')}>{beside}</SideDrawer>} />
        <Box sx={{ flex: 1, minHeight: { xs: 120, md: 0 }, overflowY: 'auto', px: { xs: 2, md: 3 }, py: 2, display: isPhone && isWriting ? { xs: 'none', sm: 'grid' } : 'grid', gap: 1.5, alignContent: 'start' }}>
          <EmergencyBand thread={thread} onPanel={setPanel} />
          <ThreadNotes thread={thread} />
          <Entries thread={thread} />
        </Box>
        {claim.fault ? <Box sx={{ px: { xs: 2, md: 3 } }}><CommandFault fault={claim.fault} onRetry={() => void take(false)} /></Box> : null}
        <ComposerPlace thread={thread} composer={composer} isShort={!showsComposer} pending={claim.pending} onTake={(thenWrite) => void take(thenWrite)} onWrite={write} onPanel={setPanel} />
      </Box>
      {hasSide ? <Box component="aside" aria-label={translate('messages.beside')} sx={{ minHeight: 0, overflowY: 'auto', bgcolor: 'surface', borderInlineStart: '1px solid', borderColor: 'line', px: 2, py: 1.5 }}>{beside}</Box> : null}
      {panel ? <ActPanel name={panel} thread={thread} queues={queues} next={next} onClose={() => setPanel(null)} onGone={(nextId) => { setPanel(null); onOpen(nextId) }} onDone={() => setPanel(null)} /> : null}
    </Box>
  )
}
