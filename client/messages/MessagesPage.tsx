import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useNavigate, useParams, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { BulkBar } from '#client/messages/BulkBar.tsx'
import { ListFoot } from '#client/messages/ListFoot.tsx'
import { ListHead } from '#client/messages/ListHead.tsx'
import { everything, useListFilter, type ListFilter } from '#client/messages/list-filter.ts'
import { ThreadList } from '#client/messages/ThreadList.tsx'
import { ThreadPlace } from '#client/messages/ThreadPlace.tsx'
import { useNextThread } from '#client/messages/use-next-thread.ts'
import { listedQueues, useQueues } from '#client/messages/use-queues.ts'
import { useThreads } from '#client/messages/use-threads.ts'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Note } from '#client/ui/Note.tsx'
import { useKeys } from '#client/ui/keys.ts'

const panes = { display: 'grid', flex: 1, minHeight: 0, gridTemplateRows: 'minmax(0, 1fr)' } as const

/** Message triage: the list in due order, the thread, the answer, and its clock beside it; on a phone one after the other. */
export default function MessagesPage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { id } = useParams() as { id?: string }
  const openId = id ?? null
  const { filter, narrow } = useListFilter()
  const [picked, setPicked] = useState<readonly ThreadRow[]>([])
  const isWide = useMediaQuery(useTheme().breakpoints.up('md'), { noSsr: true })
  const mayBulk = useMay('message.bulk') === 'Y'
  const queues = useQueues()
  const listed = listedQueues(queues.data ?? [])
  const threads = useThreads(filter)
  const open = (threadId: string | null) => void navigate(threadId === null ? '/messages' : `/messages/${threadId}`)
  const next = useNextThread(filter.queueId, openId)
  const isUnread = openId !== null && !isWide
  useKeys([{ keys: 'n', group: 'move', label: 'messages.key_next', run: () => void next.find().then((found) => found && open(found)) }])
  const change = (to: Partial<ListFilter>) => {
    setPicked([])
    narrow(to)
  }
  const picking = mayBulk ? {
    picked: picked.map((row) => row.id),
    onPick: (row: ThreadRow, isPicked: boolean) => setPicked(isPicked ? [...picked, row] : picked.filter((one) => one.id !== row.id)),
  } : null
  const foot = picked.length > 0 ? <BulkBar rows={picked} queues={queues.data ?? []} onDone={() => setPicked([])} /> : <ListFoot queues={listed} filter={filter} onNarrow={change} />
  return (
    <Page name="messages.title" panes flush>
      {next.nothingLeft ? <Box sx={{ p: 1.5 }}><Note icon="ok" tone="ok" live>{translate('messages.none_next')}</Note></Box> : null}
      <Box sx={{ ...panes, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '312px minmax(0, 1fr)', lg: '328px minmax(0, 1fr)' } }}>
        {isUnread ? null : (
          <ThreadList
            threads={threads} filter={filter} chosenId={openId} onChoose={open} onShowAll={() => change(everything)} picking={picking} foot={foot}
            head={<ListHead queues={listed} filter={filter} total={threads.data ? threads.total : null} onNarrow={change} hasOwn={listed.some(({ isMember }) => isMember)} />}
          />
        )}
        {openId === null ? isWide ? <EmptyState kind="first-day" title={translate('messages.choose')} text={translate('messages.choose_text')} /> : null : (
          <ThreadPlace key={openId} id={openId} queueId={filter.queueId} queues={queues.data ?? []} onOpen={open} />
        )}
      </Box>
    </Page>
  )
}
