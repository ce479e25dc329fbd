import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { usZones } from '#client/ui/us-zones.ts'
import type { Site } from '#domain/contracts/sites.ts'

type SitePanelProps = { site: Site | null; onDone: () => void; onClose: () => void }

/** A new site, or a change to one. */
export function SitePanel({ site, onDone, onClose }: SitePanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const [name, setName] = useState(site?.name ?? '')
  const [timeZone, setTimeZone] = useState(site?.timeZone ?? 'America/New_York')
  const [jurisdiction, setJurisdiction] = useState(site?.jurisdiction ?? '')
  const [phone, setPhone] = useState(site?.phone ?? '')
  const submit = async () => {
    const body = { name: name.trim(), timeZone, jurisdiction: jurisdiction.trim().toUpperCase(), phone: phone.trim() || null }
    const command = site ? { path: `/sites/${site.id}/change`, body, version: site.version } : { path: '/sites', body }
    if (await run(command, ['sites'])) onDone()
  }
  return (
    <FormPanel
      title={translate(site ? 'sites.change' : 'sites.add')}
      confirm={translate('sites.keep')}
      pending={pending}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label={translate('sites.name')}
        value={name}
        required
        autoFocus
        refusal={fieldRefusal(fault, 'name')}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={translate('sites.jurisdiction')}
        hint={translate('sites.jurisdiction_hint')}
        value={jurisdiction}
        required
        maxLength={2}
        refusal={fieldRefusal(fault, 'jurisdiction')}
        onChange={(event) => setJurisdiction(event.target.value)}
      />
      <SelectField label={translate('sites.zone')} value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
        {[...new Set([timeZone, ...usZones])].map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
      <Field
        label={translate('sites.phone')}
        type="tel"
        value={phone}
        refusal={fieldRefusal(fault, 'phone')}
        onChange={(event) => setPhone(event.target.value)}
      />
    </FormPanel>
  )
}
