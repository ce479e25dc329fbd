import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { RolesField, type RoleChoice } from '#client/staff/RolesField.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import type { StaffRecord } from '#domain/contracts/staff.ts'

type RolesPanelProps = { member: StaffRecord; touched: readonly string[]; onDone: () => void; onClose: () => void }

/** Asks for other roles; a privacy officer decides, and the person's sessions then end. */
export function RolesPanel({ member, touched, onDone, onClose }: RolesPanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const [choice, setChoice] = useState<RoleChoice>({ roles: member.roles, clinicianKind: member.clinicianKind })
  const [reason, setReason] = useState('')
  const submit = async () => {
    const body = { ...choice, reason: reason.trim() }
    const stepUp = { action: 'staff.change-roles', objectId: member.id } as const
    if (await run({ path: `/staff/${member.id}/change-roles`, body, version: member.version, stepUp }, touched)) onDone()
  }
  return (
    <FormPanel
      title={translate('staff.act.change-roles')}
      confirm={translate('staff.ask')}
      pending={pending}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Note icon="flag">{translate('staff.effect.change-roles', { name: member.name })}</Note>
      <RolesField choice={choice} onChange={setChoice} refusal={fieldRefusal(fault, 'roles')} />
      <WordsField
        label={translate('ui.reason')}
        hint={translate('ui.reason_hint')}
        required
        minLength={3}
        maxLength={500}
        value={reason}
        refusal={fieldRefusal(fault, 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormPanel>
  )
}
