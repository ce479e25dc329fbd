import { useNotify, useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { touched } from '#client/preferences/paths.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import type { PreferencesAnswer } from '#domain/contracts/preferences.ts'
import { wishChannels, wishKinds, wishSources, type WishChannel, type WishKind, type WishSource } from '#domain/preferences.ts'

type OptOutPanelProps = { patientId: string; whom: ReactNode; portals: PreferencesAnswer['portals']; onClose: () => void }

/** Records a wish: what, of which portal, by which way (only those that the portal has), how it was said, and why. */
export function OptOutPanel({ patientId, whom, portals, onClose }: OptOutPanelProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, fault, pending } = useCommand()
  const settable = portals.filter((one) => one.staffMaySet)
  const [kind, setKind] = useState<WishKind>('invitations')
  const [portalId, setPortalId] = useState('')
  const [channel, setChannel] = useState<WishChannel>('email')
  const [source, setSource] = useState<WishSource>('in-person')
  const [reason, setReason] = useState('')
  const meant = settable.filter((one) => portalId === '' || one.id === portalId)
  const ways = wishChannels.filter((one) => meant.some((portal) => portal.channels.includes(one)))
  const way = ways.includes(channel) ? channel : ways[0] ?? 'email'
  const submit = async () => {
    const body = { portalId: portalId || null, channel: way, kind, source, reason: reason.trim() }
    if (!(await run({ path: `/patients/${encodeURIComponent(patientId)}/opt-out`, body }, touched))) return
    notify('preferences.recorded', { type: 'success' })
    onClose()
  }
  return (
    <FormPanel title={translate('preferences.record_title')} confirm={translate('preferences.record_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {whom}
      <Choice label={translate('preferences.what')} value={kind} autoFocus onChange={setKind} options={wishKinds.map((value) => ({ value, text: translate(`preferences.kind.${value}`) }))} />
      <SelectField label={translate('preferences.portal')} value={portalId} onChange={(event) => setPortalId(event.target.value)}>
        <option value="">{translate('preferences.every_portal')}</option>
        {settable.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </SelectField>
      <SelectField label={translate('preferences.by')} value={way} onChange={(event) => setChannel(event.target.value as WishChannel)}>
        {ways.map((one) => <option key={one} value={one}>{translate(`preferences.way.${one}`)}</option>)}
      </SelectField>
      <SelectField label={translate('preferences.how_said')} value={source} onChange={(event) => setSource(event.target.value as WishSource)}>
        {wishSources.map((one) => <option key={one} value={one}>{translate(`preferences.source.${one}`)}</option>)}
      </SelectField>
      <WordsField
        label={translate('ui.reason')} hint={translate('ui.reason_hint')} value={reason} required minLength={3} maxLength={500}
        refusal={fieldRefusal(fault, 'reason')} onChange={(event) => setReason(event.target.value)}
      />
      <Note icon="flag">{translate(`preferences.effect.${kind}`)}</Note>
    </FormPanel>
  )
}
