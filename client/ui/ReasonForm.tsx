import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { WordsField } from '#client/ui/Field.tsx'

/** The server takes a reason of this many characters or more. */
const SHORTEST = 3

type ReasonFormProps = { label: string; hint: string; leave: string; onGive: (reason: string) => void; onLeave: () => void }

/** Why something closed is opened, in one's own words; they are kept in the log. */
export function ReasonForm({ label, hint, leave, onGive, onLeave }: ReasonFormProps) {
  const translate = useTranslate()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim().length < SHORTEST) return setMissing(true)
    onGive(words.trim())
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1.5 }}>
      <WordsField label={label} hint={hint} value={words} maxLength={500} autoFocus refusal={missing ? translate('ui.restricted.words_missing') : null} onChange={(event) => setWords(event.target.value)} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained">{translate('ui.restricted.open')}</Button>
        <Button onClick={onLeave}>{leave}</Button>
      </Box>
    </Box>
  )
}
