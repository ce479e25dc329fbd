import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { z } from 'zod'
import type { proposeAnswer } from '#domain/contracts/message-bulk.ts'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { touched } from '#client/messages/use-thread-acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type BulkProps = { rows: readonly ThreadRow[]; onClose: () => void; onDone: () => void }

/** Gives several threads to one colleague, all or none; whoever has the fewest open is proposed. */
export function BulkAssign({ rows, onClose, onDone }: BulkProps) {
  const translate = useTranslate()
  const { data } = useRead<z.infer<typeof proposeAnswer>>('propose-assignment', { path: '/message-threads/propose-assignment', body: { ids: rows.map(({ id }) => id) } })
  const { run, fault, pending } = useCommand()
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const people = data?.people ?? []
  const chosen = to ?? people.find(({ away }) => !away)?.id ?? people[0]?.id ?? ''
  const submit = async () => {
    if (note.trim().length < 3) return setMissing(true)
    const threads = rows.map(({ id, version }) => ({ id, version }))
    if (await run({ path: '/message-threads/bulk-assign', body: { threads, to: chosen, note: note.trim() } }, touched)) onDone()
  }
  const wordsOf = ({ name, open, away, coveredBy }: (typeof people)[number]) =>
    `${name} · ${translate('messages.has_open', { smart_count: open })}${away ? ` · ${coveredBy ? translate('messages.away_covered', { name: coveredBy }) : translate('messages.away')}` : ''}`
  return (
    <FormPanel title={translate('messages.assign_some', { smart_count: rows.length })} confirm={translate('messages.do.reassign')} pending={pending || chosen === ''} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {data ? (
        people.length === 0 ? translate('messages.nobody_else') : <Choice label={translate('messages.to_whom')} value={chosen} options={people.map((one) => ({ value: one.id, text: wordsOf(one) }))} onChange={setTo} />
      ) : <Waiting rows={3} />}
      <WordsField label={translate('messages.note')} hint={translate('messages.note_hint')} value={note} maxLength={1000} refusal={missing ? translate('messages.note_missing') : null} onChange={(event) => setNote(event.target.value)} />
    </FormPanel>
  )
}
