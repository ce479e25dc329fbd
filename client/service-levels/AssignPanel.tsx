import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { z } from 'zod'
import type { proposeAnswer } from '#domain/contracts/message-bulk.ts'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { TextBox, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

const Select = TextBox.withComponent('select')
type Proposal = z.infer<typeof proposeAnswer>
type AssignPanelProps = { threads: readonly ThreadRow[]; onDone: (n: number) => void; onClose: () => void }

/** Who takes what nobody has: proposed by load and cover, shown and changed before it happens. */
export default function AssignPanel({ threads, onDone, onClose }: AssignPanelProps) {
  const translate = useTranslate()
  const { data, error, refetch } = useRead<Proposal>('assignments', { path: '/message-threads/propose-assignment', body: { ids: threads.map(({ id }) => id) } })
  const { run, fault, pending } = useCommand<{ done: number }>()
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [given, setGiven] = useState<readonly string[]>([])
  const [note, setNote] = useState(() => translate('levels.assign_note'))
  const toOf = (id: string) => chosen[id] ?? data?.proposals.find(({ threadId }) => threadId === id)?.to?.id ?? ''
  const left = threads.filter(({ id }) => !given.includes(id))
  const submit = async () => {
    const groups = Map.groupBy(left.filter(({ id }) => toOf(id) !== ''), ({ id }) => toOf(id))
    let done = given.length
    for (const [to, rows] of groups) {
      const answer = await run({ path: '/message-threads/bulk-assign', body: { threads: rows.map(({ id, version }) => ({ id, version })), to, note: note.trim() } }, ['service-levels', 'messages'])
      if (!answer) return
      done += rows.length
      setGiven((before) => [...before, ...rows.map(({ id }) => id)])
    }
    onDone(done)
  }
  const some = left.filter(({ id }) => toOf(id) !== '').length
  return (
    <FormPanel title={translate('levels.assign_title')} confirm={translate('levels.assign', { n: some })} pending={pending || some === 0} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={4} /> : null}
      {data ? (
        <>
          {data.people.length === 0 ? <Note icon="people" tone="due">{translate('levels.nobody_free')}</Note> : (
            <Box sx={{ typography: 'table', color: 'ink2' }}>{translate('levels.free', { people: data.people.filter(({ away }) => !away).map(({ name, open }) => translate('levels.with_open', { name, smart_count: open })).join(', ') })}</Box>
          )}
          <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
            {left.map((thread) => (
              <Box component="li" key={thread.id} sx={{ display: 'grid', gridTemplateColumns: { sm: 'minmax(0, 1fr) minmax(160px, 220px)' }, gap: 1, alignItems: 'center' }}>
                <span>{thread.patient?.name ?? translate('levels.closed_chart')} <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{thread.queueName}</Box></span>
                <Select aria-label={translate('levels.who_takes', { name: thread.patient?.name ?? thread.subject })} value={toOf(thread.id)} onChange={(event) => setChosen({ ...chosen, [thread.id]: event.target.value })}>
                  <option value="">{translate('levels.leave_open')}</option>
                  {data.people.map((one) => <option key={one.id} value={one.id}>{one.away ? translate('levels.name_away', { name: one.name }) : one.name}</option>)}
                </Select>
              </Box>
            ))}
          </Box>
          <WordsField label={translate('levels.note')} value={note} required minLength={3} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </>
      ) : null}
    </FormPanel>
  )
}
