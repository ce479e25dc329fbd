import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

/** Closes access until somebody has looked at it; in a dispute that of every parent and guardian, on every portal. */
export function SuspendPanel({ whom, grant, onDone, onClose }: PanelProps & { grant: GrantLine }) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const [whose, setWhose] = useState<'one' | 'disputed'>('one')
  const [reason, setReason] = useState('')
  const submit = async () => {
    const body = { disputed: whose === 'disputed', ...(reason.trim() ? { reason: reason.trim() } : {}) }
    if (await run({ path: paths.ofGrant(grant.id, 'suspend'), body }, touched)) onDone('access.done_suspended')
  }
  return (
    <FormPanel title={translate('access.suspend_title', { name: grant.personName })} confirm={translate('access.suspend')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {whom}
      <Choice
        label={translate('access.suspend_whose')}
        value={whose}
        onChange={setWhose}
        options={[{ value: 'one', text: translate('access.suspend_one', { name: grant.personName }) }, { value: 'disputed', text: translate('access.suspend_all') }]}
      />
      <WordsField label={translate('access.words')} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      <Note icon="flag">{translate('access.suspend_effect')}</Note>
    </FormPanel>
  )
}
