import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { blockKinds, type BlockKind } from '#domain/access/bases.ts'
import { ReasonField } from '#client/proxy-access/ReasonField.tsx'
import { fieldGrid } from '#client/proxy-access/Section.tsx'
import { blockBodyOf, emptyBlock } from '#client/proxy-access/block-form.ts'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Field, SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

/** A court order or a safety concern against a named person: every name and contact that is known helps to recognise them. */
export function BlockPanel({ patient, whom, facts, onDone, onClose }: PanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand<{ stopped: number }>()
  const [form, setForm] = useState(emptyBlock)
  const people = [...new Map(facts.grants.map((one) => [one.personId, one.personName]))]
  const submit = async () => {
    if (await run({ path: paths.blocks(patient.id), body: blockBodyOf(form) }, touched)) onDone('access.done_blocked')
  }
  // Somebody on file is known by everything that they go by already.
  const isNamed = form.personId === ''
  const text = (field: 'given' | 'family' | 'emails' | 'phones' | 'birthDate') => ({
    value: form[field], autoComplete: 'off', refusal: fieldRefusal(fault, field) ?? (field === 'family' ? fieldRefusal(fault, 'names') : undefined), onChange: (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value }),
  })
  return (
    <FormPanel title={translate('access.block_title')} confirm={translate('access.set_block')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {whom}
      <SelectField label={translate('access.block_kind_label')} autoFocus value={form.kind} onChange={(event) => setForm({ ...form, kind: event.target.value as BlockKind })}>
        {blockKinds.map((one) => (
          <option key={one} value={one}>
            {translate(`access.block_kind.${one}`)}
          </option>
        ))}
      </SelectField>
      {people.length > 0 ? (
        <SelectField label={translate('access.block_person')} value={form.personId} onChange={(event) => setForm({ ...form, personId: event.target.value })}>
          <option value="">{translate('access.block_nobody')}</option>
          {people.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <Box sx={{ ...fieldGrid, gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' } }}>
        <Field label={translate('access.block_given')} required={isNamed} maxLength={200} {...text('given')} />
        <Field label={translate('access.block_family')} required={isNamed} maxLength={200} {...text('family')} />
      </Box>
      <WordsField
        label={translate('access.block_names')}
        hint={translate('access.block_names_hint')}
        value={form.otherNames}
        onChange={(event) => setForm({ ...form, otherNames: event.target.value })}
      />
      <Box sx={{ ...fieldGrid, gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' } }}>
        <Field label={translate('access.block_emails')} hint={translate('access.block_several')} {...text('emails')} />
        <Field label={translate('access.block_phones')} hint={translate('access.block_several')} {...text('phones')} />
        <Field label={translate('record.birth_date')} type="date" {...text('birthDate')} />
      </Box>
      <WordsField
        label={translate('access.block_note')}
        hint={translate('access.block_note_hint')}
        value={form.note}
        required
        minLength={3}
        maxLength={500}
        refusal={fieldRefusal(fault, 'note')}
        onChange={(event) => setForm({ ...form, note: event.target.value })}
      />
      <ReasonField value={form.reason} fault={fault} onChange={(reason) => setForm({ ...form, reason })} />
      <Note icon="flag">{translate('access.block_effect')}</Note>
    </FormPanel>
  )
}
