import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { Command } from '#client/layout/data-provider.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { WordsField } from '#client/ui/Field.tsx'

type ChoicePanelProps<T extends string> = {
  title: string
  label: string
  confirm: string
  options: readonly { value: T; text: string }[]
  command: (chosen: T, reason: string) => Command
  touched: readonly string[]
  onDone: () => void
  onClose: () => void
}

/** One of a few, and a reason in words. */
export function ChoicePanel<T extends string>({ title, label, confirm, options, command, touched, onDone, onClose }: ChoicePanelProps<T>) {
  const translate = useTranslate()
  const { run, pending, fault } = useCommand()
  const [chosen, setChosen] = useState<T | undefined>(options[0]?.value)
  const [reason, setReason] = useState('')
  const submit = async () => {
    if (chosen !== undefined && (await run(command(chosen, reason.trim()), touched))) onDone()
  }
  return (
    <FormPanel title={title} confirm={confirm} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {chosen === undefined ? null : <Choice label={label} value={chosen} options={options} onChange={setChosen} />}
      <WordsField
        label={translate('ui.reason')}
        hint={translate('ui.reason_hint')}
        value={reason}
        required
        minLength={3}
        maxLength={500}
        autoFocus
        refusal={fieldRefusal(fault, 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormPanel>
  )
}
