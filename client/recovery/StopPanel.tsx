import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { callWords } from '#domain/recovery/script-words.ts'
import { useCallCommand } from '#client/recovery/use-call.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Say } from '#client/ui/Say.tsx'
import { useKeys } from '#client/ui/keys.ts'

/** Ends politely and tells the caller nothing; the privacy officer is told at once. What made you stop may be noted, and need not be. */
export function StopPanel({ desk, language, onClose }: { desk: CallDesk; language: 'en' | 'es'; onClose: () => void }) {
  const translate = useTranslate()
  const { act, pending, fault } = useCallCommand(desk)
  const [note, setNote] = useState('')
  const stop = async () => {
    if (await act('stop', { note: note.trim() })) onClose()
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', run: () => void stop() }])
  return (
    <Panel title={translate('recovery.stop')} onClose={onClose}>
      <Box component="form" sx={{ display: 'grid', gap: 2 }} onSubmit={(event: FormEvent) => { event.preventDefault(); void stop() }}>
        <div lang={language}><Say>{callWords[language].say.overOther}</Say></div>
        <Note icon="shield">{translate('recovery.stop_effect')}</Note>
        <WordsField label={translate('recovery.stop_note')} hint={translate('recovery.stop_note_hint')} maxLength={300} autoFocus value={note} onChange={(event) => setNote(event.target.value)} />
        <CommandFault fault={fault} onRetry={() => void stop()} />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" disabled={pending} sx={{ color: 'late', borderColor: 'late' }}>{translate('recovery.stop_do')} <KeyCap keys="ctrl+enter" /></Button>
          <Button onClick={onClose}>{translate('recovery.stop_not')}</Button>
        </Box>
      </Box>
    </Panel>
  )
}
