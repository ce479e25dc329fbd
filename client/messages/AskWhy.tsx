import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { WordsField } from '#client/ui/Field.tsx'

/** The server takes a reason of this many characters or more. */
const SHORTEST = 3

/** Whoever looks over queues without answering in them says why before a thread's text opens; the words are kept in the log. */
export function AskWhy({ onGive, onLeave }: { onGive: (reason: string) => void; onLeave: () => void }) {
  const translate = useTranslate()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim().length < SHORTEST) return setMissing(true)
    onGive(words.trim())
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1.5, p: 3, maxWidth: 560 }}>
      <Box component="h2" sx={{ typography: 'lead' }}>{translate('messages.why_open')}</Box>
      <WordsField label={translate('ui.reason')} hint={translate('ui.reason_hint')} value={words} maxLength={500} autoFocus refusal={missing ? translate('ui.restricted.words_missing') : null} onChange={(event) => setWords(event.target.value)} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained">{translate('ui.restricted.open')}</Button>
        <Button onClick={onLeave}>{translate('ui.leave_it')}</Button>
      </Box>
    </Box>
  )
}
