import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ResultWishes } from '#domain/contracts/result-care.ts'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { resultCategories, type ResultCategory } from '#domain/portals/result-policy.ts'
import { touched } from '#client/results/acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Field, SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type WishPanelProps = { result: Pick<ResultAnswer, 'patientId' | 'category'>; onDone: () => void; onClose: () => void }

/** Records that the patient wants to be told first about results of a kind that come later; nothing that is here changes. */
export function WishPanel({ result, onDone, onClose }: WishPanelProps) {
  const translate = useTranslate()
  const path = `/patients/${encodeURIComponent(result.patientId)}/result-wishes`
  const { data } = useRead<ResultWishes>('result-wishes', { path })
  const [category, setCategory] = useState<ResultCategory | 'all'>(result.category)
  const [recipient, setRecipient] = useState<'patient' | 'representative'>('patient')
  const [days, setDays] = useState('3')
  const [reason, setReason] = useState('')
  const { run, fault, pending } = useCommand()
  const running = data?.rows.filter(({ endedAt }) => endedAt === null) ?? []
  const submit = async () => {
    const body = { category: category === 'all' ? null : category, recipient, days: Number(days), reason: reason.trim() }
    if (await run({ path, body }, [...touched, 'result-wishes'])) onDone()
  }
  return (
    <FormPanel title={translate('results.wish_title')} confirm={translate('results.wish_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {running.map((one) => <Note key={one.id} icon="flag">{translate('results.wish_is', { what: one.category === null ? translate('results.wish_all') : translate(`results.category.${one.category}`), smart_count: one.days })} {one.words}</Note>)}
      <SelectField label={translate('results.wish_about')} value={category} autoFocus onChange={(event) => setCategory(event.target.value as ResultCategory | 'all')}>
        {resultCategories.map((one) => <option key={one} value={one}>{translate(`results.category.${one}`)}</option>)}
        <option value="all">{translate('results.wish_all')}</option>
      </SelectField>
      <SelectField label={translate('results.wish_from')} value={recipient} onChange={(event) => setRecipient(event.target.value === 'patient' ? 'patient' : 'representative')}>
        <option value="patient">{translate('results.the_patient')}</option>
        <option value="representative">{translate('results.every_representative')}</option>
      </SelectField>
      <Field label={translate('results.wish_days')} type="number" min={1} max={30} required value={days} onChange={(event) => setDays(event.target.value)} />
      <WordsField label={translate('results.wish_words')} value={reason} required minLength={3} maxLength={500} onChange={(event) => setReason(event.target.value)} />
    </FormPanel>
  )
}
