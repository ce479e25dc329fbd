import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ServiceLine } from '#domain/access/bases.ts'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { ReasonField } from '#client/proxy-access/ReasonField.tsx'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { isOpen } from '#client/proxy-access/states.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { SelectField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Say } from '#client/ui/Say.tsx'

/** The minor lets one person see one kind of care. It lifts that mark and nothing else; the age still decides. */
export function ConsentPanel({ patient, whom, facts, onDone, onClose }: PanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const people = [...new Map(facts.grants.filter(isOpen).map((one) => [one.personId, one.personName]))]
  const lines = [...new Set(facts.portals.flatMap(({ serviceLines }) => serviceLines))]
  const [personId, setPersonId] = useState(people[0]?.[0] ?? '')
  const [serviceLine, setServiceLine] = useState<ServiceLine | ''>(lines[0] ?? '')
  const [reason, setReason] = useState('')
  const submit = async () => {
    if (!personId || !serviceLine) return
    if (await run({ path: paths.consents(patient.id), body: { personId, serviceLine, reason: reason.trim() } }, touched)) onDone('access.done_recorded')
  }
  return (
    <FormPanel title={translate('access.consent_title')} confirm={translate('access.record')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {whom}
      <Say>{translate('access.consent_say')}</Say>
      <SelectField label={translate('access.consent_who')} autoFocus value={personId} onChange={(event) => setPersonId(event.target.value)}>
        {people.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </SelectField>
      <SelectField label={translate('access.consent_what')} value={serviceLine} onChange={(event) => setServiceLine(event.target.value as ServiceLine)}>
        {lines.map((one) => (
          <option key={one} value={one}>
            {translate(`access.service_line.${one}`)}
          </option>
        ))}
      </SelectField>
      <ReasonField value={reason} fault={fault} onChange={setReason} />
      <Note icon="flag">{translate('access.consent_effect')}</Note>
    </FormPanel>
  )
}

/** The minor takes it back: from the next look on it is closed again. */
export function WithdrawConsent({ whom, consent, onDone, onClose }: PanelProps & { consent: ProxiesAnswer['consents'][number] }) {
  const translate = useTranslate()
  return (
    <ReasonPanel
      title={translate('access.withdraw_title')}
      whom={whom}
      effect={translate('access.withdraw_effect', { name: consent.personName, line: translate(`access.service_line.${consent.serviceLine}`) })}
      confirm={translate('access.withdraw')}
      command={() => ({ path: paths.withdrawConsent(consent.id) })}
      wordless
      touched={touched}
      onDone={() => onDone('access.done_recorded')}
      onClose={onClose}
    />
  )
}
