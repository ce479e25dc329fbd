import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Choice } from '#client/ui/Choice.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'

export type ChartReason = { kind: 'patient-is-here' | 'other'; words: string }

/** The server takes words of so many characters or more. */
const SHORTEST = 3

type RestrictedChartProps = { onOpen: (reason: ChartReason) => void; onLeave: () => void; pending?: boolean; children?: ReactNode }

/** A restricted chart asks why before it opens; the reason is kept and the privacy officer is told. */
export function RestrictedChart({ onOpen, onLeave, pending = false, children }: RestrictedChartProps) {
  const translate = useTranslate()
  const [kind, setKind] = useState<ChartReason['kind']>('patient-is-here')
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim().length < SHORTEST) return setMissing(true)
    onOpen({ kind, words: words.trim() })
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1.25, p: 2, maxWidth: 560 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Icon name="shield" size={20} />
        <Box component="p" sx={{ typography: 'lead' }}>
          {translate('ui.restricted.title')}
        </Box>
      </Box>
      {children}
      <Choice
        label={translate('ui.restricted.title')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'patient-is-here', text: translate('ui.restricted.here') },
          { value: 'other', text: translate('ui.restricted.other') },
        ]}
      />
      <WordsField
        label={translate('ui.restricted.words')}
        value={words}
        maxLength={500}
        refusal={missing ? translate('ui.restricted.words_missing') : null}
        onChange={(event) => setWords(event.target.value)}
      />
      <Box component="p" sx={{ typography: 'table', color: 'ink2' }}>
        {translate('ui.restricted.told')}
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={pending}>
          {translate('ui.restricted.open')}
        </Button>
        <Button onClick={onLeave}>{translate('ui.restricted.leave')}</Button>
      </Box>
    </Box>
  )
}
