import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useReaderName } from '#client/messages/Readers.tsx'
import type { Composing } from '#client/messages/use-composer.ts'
import { Note } from '#client/ui/Note.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

/** Before an answer goes to the proxy of a 12- to 17-year-old: to everybody named, or to the patient alone in a thread of their own. */
export function AskReaders({ composer }: { composer: Composing }) {
  const translate = useTranslate()
  const nameOf = useReaderName()
  const { readers, patientOnly } = composer.readers
  return (
    <Panel title={translate('messages.ask_title')} width={520} onClose={composer.stopAsking}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Note icon="eye" tone="due">{translate('messages.ask_text')}</Note>
        <ul>
          {readers.map((reader) => <li key={`${reader.kind} ${reader.id}`}><Box component="span" sx={{ fontWeight: 500 }}>{nameOf(reader)}</Box></li>)}
        </ul>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {patientOnly ? <RefusedButton above why={patientOnly}>{translate('messages.only_patient')}</RefusedButton> : (
            <Button variant="contained" autoFocus disabled={composer.acts.pending} onClick={() => composer.answer('patient-only')}>{translate('messages.only_patient')}</Button>
          )}
          <Button disabled={composer.acts.pending} autoFocus={patientOnly !== null} onClick={() => composer.answer('all-who-may')}>{translate('messages.to_all', { smart_count: readers.length })}</Button>
          <Button onClick={composer.stopAsking}>{translate('ui.leave_it')}</Button>
        </Box>
      </Box>
    </Panel>
  )
}
