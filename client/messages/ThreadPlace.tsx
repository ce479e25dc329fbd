import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { AskWhy } from '#client/messages/AskWhy.tsx'
import { ThreadScreen } from '#client/messages/ThreadScreen.tsx'
import { useThread } from '#client/messages/use-thread.ts'
import { useMay } from '#client/layout/session.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type ThreadPlaceProps = { id: string; queueId: string | null; queues: readonly QueueLine[]; onOpen: (id: string | null) => void }

/** The place of the open thread: asked why first where the role needs it, refused, on its way, or there. */
export function ThreadPlace({ id, queueId, queues, onOpen }: ThreadPlaceProps) {
  const translate = useTranslate()
  const [reason, setReason] = useState<string | null>(null)
  const asksWhy = useMay('message.open') === 'R' && reason === null
  const { data, error, refetch } = useThread(id, reason, !asksWhy)
  if (data && !error) return <ThreadScreen thread={data} queueId={queueId} queues={queues} onOpen={onOpen} />
  return (
    <Box sx={{ minHeight: 0, overflowY: 'auto' }}>
      <Box sx={{ display: { md: 'none' }, p: 1 }}>
        <Button onClick={() => onOpen(null)}><Icon name="left" size={16} /> {translate('messages.back')}</Button>
      </Box>
      {asksWhy ? <AskWhy onGive={setReason} onLeave={() => onOpen(null)} /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting rows={6} />}
    </Box>
  )
}
