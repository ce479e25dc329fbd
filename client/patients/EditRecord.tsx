import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useNotify, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { CompareRecord } from '#client/patients/CompareRecord.tsx'
import { bodyOf, changedFields, fieldLabels, formOf, keepMine } from '#client/patients/identity-form.ts'
import { IdentityFields } from '#client/patients/IdentityFields.tsx'
import { TakenFor } from '#client/ui/TakenFor.tsx'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Conflict } from '#client/ui/Conflict.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { momentText } from '#client/ui/format.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { Refused } from '#client/ui/refused.ts'
import { serverNow } from '#client/ui/ticking.ts'
import { useKeys } from '#client/ui/keys.ts'

/** Changes a record. Somebody who was first loses nothing, and neither does this person: take theirs and keep the own text, or compare. */
export function EditRecord({ patient }: { patient: PatientOverview }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const notify = useNotify()
  const { zone, locale } = usePracticeTime()
  const { run, fault, pending, clear } = useCommand<{ version: number }>()
  // The record as this person opened it: what arrives meanwhile must not move the text under the cursor.
  const [base, setBase] = useState(patient)
  const [form, setForm] = useState(formOf(patient))
  const [reason, setReason] = useState('')
  const [keepFormerName, setKeep] = useState(true)
  const [compares, setCompares] = useState(false)
  const before = formOf(base)
  const fields = changedFields(before, form)
  const back = () => void navigate(`/patients/${patient.id}`)
  const submit = async () => {
    const body = { ...bodyOf(form, fields), keepFormerName, reason: reason.trim() }
    if (!(await run({ path: `/patients/${patient.id}/edit`, body, version: base.version }, ['patients']))) return
    notify('record.kept', { type: 'success' })
    back()
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', label: 'keys.send', run: () => void (fields.length > 0 && submit()) }])
  const now = fault instanceof Refused && fault.problem.code === 'VERSION_STALE' ? (fault.problem.current as PatientOverview | undefined) : undefined
  if (now) {
    const theirs = changedFields(before, formOf(now))
    const news = theirs.map((field) => translate(fieldLabels[field])).join(', ') || translate('record.conflict_nothing')
    const take = () => {
      setForm(keepMine(before, form, formOf(now)))
      setBase(now)
      setCompares(false)
      clear()
    }
    const time = momentText(Date.parse(now.provenance.updatedAt), serverNow(), zone, locale)
    return (
      <>
        <Card>
          <Conflict title={translate('record.conflict_title', { time })} news={news} onTake={take} onCompare={() => setCompares(true)} />
        </Card>
        {compares ? <CompareRecord fields={changedFields(form, formOf(now))} mine={form} now={formOf(now)} /> : null}
      </>
    )
  }
  const isOnFields = fault instanceof Refused && fault.problem.errors !== undefined
  const changesName = fields.includes('legalGiven') || fields.includes('legalFamily')
  return (
    <Box
      component="form"
      aria-label={translate('record.edit')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
      sx={{ display: 'grid', gap: 2, maxWidth: 820 }}
    >
      <TakenFor people={patient.lookAlikes} />
      <Card title={translate('record.edit')} aside={translate('record.edit_under')}>
        <IdentityFields form={form} fault={fault} onChange={setForm} />
      </Card>
      {changesName ? (
        <Card title={translate('record.name_change')}>
          <Choice
            label={translate('record.name_change')}
            value={keepFormerName ? 'changed' : 'mistyped'}
            onChange={(value) => setKeep(value === 'changed')}
            options={[{ value: 'changed', text: translate('record.keep_former') }, { value: 'mistyped', text: translate('record.mistyped') }]}
          />
        </Card>
      ) : null}
      <Card>
        <WordsField
          label={translate('ui.reason')}
          hint={translate('ui.reason_hint')}
          value={reason}
          required
          minLength={3}
          maxLength={500}
          refusal={fieldRefusal(fault, 'reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      </Card>
      {isOnFields ? null : <CommandFault fault={fault} onRetry={() => void submit()} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, position: 'sticky', bottom: 0, py: 1.5, bgcolor: 'canvas', borderTop: '1px solid', borderColor: 'line' }}>
        <Button type="submit" variant="contained" disabled={pending || fields.length === 0}>
          {translate('record.keep')} <KeyCap keys="ctrl+enter" />
        </Button>
        <Button onClick={back}>{translate('ui.leave_it')}</Button>
        {fields.length === 0 ? <Box component="span" sx={{ color: 'ink3' }}>{translate('record.unchanged')}</Box> : null}
      </Box>
    </Box>
  )
}
