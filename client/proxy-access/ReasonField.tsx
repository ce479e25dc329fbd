import { useTranslate } from 'ra-core'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { CommandFault } from '#client/layout/use-command.ts'
import { WordsField } from '#client/ui/Field.tsx'

/** Why, in a few words, kept in the log. */
export function ReasonField({ value, fault, onChange }: { value: string; fault: CommandFault; onChange: (value: string) => void }) {
  const translate = useTranslate()
  return (
    <WordsField
      label={translate('ui.reason')}
      hint={translate('ui.reason_hint')}
      value={value}
      required
      minLength={3}
      maxLength={500}
      refusal={fieldRefusal(fault, 'reason')}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
