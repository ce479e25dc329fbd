import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import { BlocksPanel } from '#client/proxy-access/BlocksPanel.tsx'
import { ReasonField } from '#client/proxy-access/ReasonField.tsx'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Note } from '#client/ui/Note.tsx'

type DecidePanelProps = PanelProps & { grant: GrantLine }

/** The privacy officer's finding about a request that a safety note holds: it means somebody else, or it does not. */
export function DecidePanel({ patient, whom, grant, onDone, onClose }: DecidePanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const [decision, setDecision] = useState<'decline' | 'other-person'>('decline')
  const [reason, setReason] = useState('')
  const [reads, setReads] = useState(false)
  const submit = async () => {
    if (await run({ path: paths.ofGrant(grant.id, 'decide-held'), body: { decision, reason: reason.trim() }, version: grant.version }, touched)) onDone('access.done_decided')
  }
  if (reads) return <BlocksPanel patient={patient} whom={whom} onClose={() => setReads(false)} />
  return (
    <FormPanel title={translate('access.decide_title', { name: grant.personName })} confirm={translate('access.decide_confirm')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {whom}
      <Note icon="shield" action={<Button size="small" onClick={() => setReads(true)}>{translate('access.read_blocks')}</Button>}>
        {translate('access.decide_facts', { name: grant.personName, relationship: translate(`access.relationship.${grant.relationship}`), basis: translate(`access.basis.${grant.basis}`) })}
      </Note>
      <Choice
        label={translate('access.decide_confirm')}
        value={decision}
        onChange={setDecision}
        options={[{ value: 'decline', text: translate('access.decide_decline') }, { value: 'other-person', text: translate('access.decide_other') }]}
      />
      <ReasonField value={reason} fault={fault} onChange={setReason} />
    </FormPanel>
  )
}
