import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { Card } from '#client/ui/Card.tsx'
import { WordsField } from '#client/ui/Field.tsx'

/** The server takes a reason of this many characters or more. */
const SHORTEST = 3

/** Some roles say why before a record opens; the words are kept in the log. */
export function AskReason({ onGive, onLeave }: { onGive: (reason: string) => void; onLeave: () => void }) {
  const translate = useTranslate()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim().length < SHORTEST) return setMissing(true)
    onGive(words.trim())
  }
  return (
    <Box sx={{ maxWidth: 560 }}>
      <Card title={translate('ui.restricted.title')}>
        <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1.5 }}>
          <WordsField
            label={translate('ui.restricted.words')}
            hint={translate('patients.reason_kept')}
            value={words}
            maxLength={500}
            autoFocus
            refusal={missing ? translate('ui.restricted.words_missing') : null}
            onChange={(event) => setWords(event.target.value)}
          />
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button type="submit" variant="contained">
              {translate('ui.restricted.open')}
            </Button>
            <Button onClick={onLeave}>{translate('ui.restricted.leave')}</Button>
          </Box>
        </Box>
      </Card>
    </Box>
  )
}
