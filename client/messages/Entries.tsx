import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { memo, useEffect, useRef, useState } from 'react'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { EntryCard } from '#client/messages/EntryCard.tsx'
import { dateText } from '#client/ui/format.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { localDateOf } from '#domain/time.ts'

/** As many are folded at least: one line less is not worth a key. */
const LEAST_FOLDED = 2

/** What stands in the thread, oldest first; what lies before the question that is open now is folded. */
export const Entries = memo(function Entries({ thread }: { thread: ThreadAnswer }) {
  const translate = useTranslate()
  const [unfolded, setUnfolded] = useState(false)
  const { entries, row } = thread
  const startedAt = row.clock?.startedAt ?? null
  const firstOpen = startedAt === null ? 0 : entries.findIndex(({ at }) => at >= startedAt)
  const folded = unfolded || firstOpen < LEAST_FOLDED ? [] : entries.slice(0, firstOpen)
  const last = useRef<HTMLDivElement>(null)
  useEffect(() => {
    last.current?.scrollIntoView?.({ block: 'nearest' })
  }, [entries.length])
  return (
    <>
      {folded.length > 0 ? <Folded entries={folded} onOpen={() => setUnfolded(true)} /> : null}
      <Box component="ol" aria-label={translate('messages.entries')} sx={{ display: 'grid', gap: 1.5 }}>
        {entries.slice(folded.length).map((entry) => <EntryCard key={entry.id} entry={entry} patientName={row.patient?.name ?? ''} />)}
      </Box>
      <div ref={last} />
    </>
  )
})

function Folded({ entries, onOpen }: { entries: ThreadAnswer['entries']; onOpen: () => void }) {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  useKeys([{ keys: 'o', group: 'move', label: 'messages.key_earlier', run: onOpen }])
  const on = dateText(localDateOf(Date.parse(entries.at(-1)?.at ?? ''), zone), locale)
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', color: 'ink2', typography: 'table', '&::before, &::after': { content: '""', flex: 1, borderTop: '1px solid', borderColor: 'line' } }}>
      <TextButton type="button" onClick={onOpen}>{translate('messages.earlier', { smart_count: entries.length, on })} <KeyCap keys="o" /></TextButton>
    </Box>
  )
}
