import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { legalDocuments, legalStatusKinds, type LegalDocument, type LegalStatusKind } from '#domain/access/bases.ts'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { localDateOf } from '#domain/time.ts'
import { ReasonField } from '#client/proxy-access/ReasonField.tsx'
import { fieldGrid } from '#client/proxy-access/Section.tsx'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { CheckList } from '#client/ui/CheckList.tsx'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { dateText } from '#client/ui/format.ts'
import { Note } from '#client/ui/Note.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'

/** What the law says of the patient's standing: asked for here, in force when a second person agrees. */
export function LegalStatusPanel({ patient, whom, facts, onDone, onClose }: PanelProps) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const { run, fault, pending } = useCommand()
  const [kind, setKind] = useState<LegalStatusKind>(facts.age >= 18 ? 'adult-guardianship' : 'emancipated')
  const [document, setDocument] = useState<LegalDocument>('court-order')
  const [fromOn, setFromOn] = useState(() => localDateOf(serverNow(), zone))
  const [untilOn, setUntilOn] = useState('')
  const [former, setFormer] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const people = [...new Map(facts.grants.map((one) => [one.personId, one.personName]))].map(([value, text]) => ({ value, text }))
  const kin = facts.candidates.filter((one) => !facts.grants.some((grant) => grant.personPatientId !== null && grant.personPatientId === one.patientId))
    .map((one) => ({ value: one.linkId, text: `${one.name} · ${translate(`patients.relation.${one.relationship}`, { _: one.relationship })}` }))
  const chosenOf = (those: { value: string }[]) => kind === 'adopted' ? those.map(({ value }) => value).filter((value) => former.includes(value)) : []
  const submit = async () => {
    const body = { kind, document, fromOn, untilOn: untilOn || null, formerPersonIds: chosenOf(people), formerLinkIds: chosenOf(kin), reason: reason.trim() }
    if (await run({ path: paths.legalStatuses(patient.id), body }, touched)) onDone('access.done_asked')
  }
  return (
    <FormPanel title={translate('access.legal_title')} confirm={translate('access.ask_second')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {whom}
      <Box sx={{ ...fieldGrid, gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' } }}>
        <SelectField label={translate('access.legal')} autoFocus value={kind} refusal={fieldRefusal(fault, 'kind')} onChange={(event) => setKind(event.target.value as LegalStatusKind)}>
          {legalStatusKinds.map((one) => (
            <option key={one} value={one}>
              {translate(`access.legal_kind.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={translate('access.document_label')} value={document} refusal={fieldRefusal(fault, 'document')} onChange={(event) => setDocument(event.target.value as LegalDocument)}>
          {legalDocuments.map((one) => (
            <option key={one} value={one}>
              {translate(`access.legal_document.${one}`)}
            </option>
          ))}
        </SelectField>
        <Field label={translate('access.from_day_label')} type="date" required value={fromOn} refusal={fieldRefusal(fault, 'fromOn')} onChange={(event) => setFromOn(event.target.value)} />
        <Field label={translate('access.until_day_label')} hint={translate('access.end_hint')} type="date" value={untilOn} refusal={fieldRefusal(fault, 'untilOn')} onChange={(event) => setUntilOn(event.target.value)} />
      </Box>
      <Note icon="flag">{translate(`access.legal_effect.${kind}`)}</Note>
      {kind === 'adopted' && people.length + kin.length > 0 ? (
        <CheckList label={translate('access.former_family')} options={[...people, ...kin]} chosen={former} onChange={setFormer} />
      ) : null}
      <ReasonField value={reason} fault={fault} onChange={setReason} />
    </FormPanel>
  )
}

/** Takes a recorded standing back; a second person agrees. */
export function EndLegalStatus({ whom, status, onDone, onClose }: PanelProps & { status: ProxiesAnswer['legalStatuses'][number] }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  return (
    <ReasonPanel
      title={translate('access.end_legal_title')}
      whom={whom}
      effect={translate('access.end_legal_effect', { kind: translate(`access.legal_kind.${status.kind}`), day: dateText(status.fromOn, locale) })}
      confirm={translate('access.ask_second')}
      command={(reason) => ({ path: paths.endLegalStatus(status.id), body: { reason } })}
      touched={touched}
      onDone={() => onDone('access.done_asked')}
      onClose={onClose}
    />
  )
}
