import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { ReasonField } from '#client/proxy-access/ReasonField.tsx'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { SelectField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type Channel = ProxiesAnswer['suppressed'][number]['channel']
const channels: readonly Channel[] = ['email', 'sms', 'phone', 'post']
const kindOf: Record<Channel, 'email' | 'phone' | null> = { email: 'email', sms: 'phone', phone: 'phone', post: null }

/** A way by which the patient must not be reached, whole or one address of it: closing is always safe. */
export function SuppressPanel({ patient, whom, onDone, onClose }: PanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const [channel, setChannel] = useState<Channel>('email')
  const [contactId, setContactId] = useState('')
  const [reason, setReason] = useState('')
  const contacts = patient.contacts.filter(({ kind }) => kind === kindOf[channel])
  const submit = async () => {
    if (await run({ path: paths.suppress(patient.id), body: { channel, contactId: contactId || null, reason: reason.trim() } }, touched)) onDone('access.done_recorded')
  }
  return (
    <FormPanel title={translate('access.suppress_title')} confirm={translate('access.suppress')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {whom}
      <SelectField
        label={translate('access.channel_label')}
        autoFocus
        value={channel}
        onChange={(event) => {
          setChannel(event.target.value as Channel)
          setContactId('')
        }}
      >
        {channels.map((one) => (
          <option key={one} value={one}>
            {translate(`access.channel.${one}`)}
          </option>
        ))}
      </SelectField>
      {contacts.length > 0 ? (
        <SelectField label={translate('access.which_address')} value={contactId} onChange={(event) => setContactId(event.target.value)}>
          <option value="">{translate('access.every_address')}</option>
          {contacts.map((one) => (
            <option key={one.id} value={one.id}>
              {one.masked}
            </option>
          ))}
        </SelectField>
      ) : null}
      <ReasonField value={reason} fault={fault} onChange={setReason} />
      <Note icon="flag">{translate('access.suppress_effect')}</Note>
    </FormPanel>
  )
}

/** The way may be used again. */
export function EndSuppression({ whom, channel, onDone, onClose }: PanelProps & { channel: ProxiesAnswer['suppressed'][number] }) {
  const translate = useTranslate()
  return (
    <ReasonPanel
      title={translate('access.open_again')}
      whom={whom}
      effect={translate('access.open_again_effect', { channel: translate(`access.channel.${channel.channel}`), which: channel.masked ?? translate('access.every_address') })}
      confirm={translate('access.open_again')}
      command={(reason) => ({ path: paths.endSuppression(channel.id), body: { reason }, version: channel.version })}
      touched={touched}
      onDone={() => onDone('access.done_recorded')}
      onClose={onClose}
    />
  )
}
