import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { Field } from '#client/ui/Field.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Refused } from '#client/ui/refused.ts'

type StepUpDialogProps = { prove: (code: string) => Promise<string>; onDone: (proof: string | null) => void }

/** Asks for a 6-digit code that counts for one act. */
export default function StepUpDialog({ prove, onDone }: StepUpDialogProps) {
  const translate = useTranslate()
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      onDone(await prove(code))
    } catch (error) {
      setRefusal(error instanceof Refused ? error.problem.message : translate('ui.offline.text'))
    }
  }
  return (
    <Panel title={translate('step_up.title')} onClose={() => onDone(null)}>
      <Box component="form" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
        <p>{translate('step_up.text')}</p>
        <Field
          label={translate('auth.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          value={code}
          refusal={refusal}
          onChange={(event) => setCode(event.target.value)}
        />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained">
            {translate('step_up.confirm')}
          </Button>
          <Button onClick={() => onDone(null)}>{translate('ui.leave_it')}</Button>
        </Box>
      </Box>
    </Panel>
  )
}
