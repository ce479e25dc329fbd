import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { resultCategories, type ResultCategory } from '#domain/portals/result-policy.ts'
import { clockedClasses, type ClockedClass } from '#domain/portals/state-clocks.ts'
import { actCommand, touched } from '#client/results/acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { CheckList } from '#client/ui/CheckList.tsx'
import { SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type KindPanelProps = { result: ResultAnswer; onDone: () => void; onClose: () => void }

/** Says what kind of result it is, where its codes do not tell or tell it wrongly. */
export function KindPanel({ result, onDone, onClose }: KindPanelProps) {
  const translate = useTranslate()
  const [category, setCategory] = useState<ResultCategory>(result.category)
  const [classes, setClasses] = useState<ClockedClass[]>([...result.clockedClasses])
  const [reason, setReason] = useState('')
  const { run, fault, pending } = useCommand()
  const submit = async () => {
    if (await run(actCommand(result, 'category', { category, clockedClasses: classes, reason: reason.trim() }), touched)) onDone()
  }
  return (
    <FormPanel title={translate('results.kind_change_title', { what: result.name })} confirm={translate('results.kind_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <SelectField label={translate('results.kind_title')} value={category} autoFocus onChange={(event) => setCategory(event.target.value as ResultCategory)}>
        {resultCategories.map((one) => <option key={one} value={one}>{translate(`results.category.${one}`)}</option>)}
      </SelectField>
      <CheckList label={translate('results.clocked_label')} options={clockedClasses.map((value) => ({ value, text: translate(`results.clocked_class.${value}`) }))} chosen={classes} onChange={setClasses} />
      <WordsField label={translate('ui.reason')} hint={translate('ui.reason_hint')} value={reason} required minLength={3} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      <Note icon="flag">{translate('results.kind_effect', { portal: result.portalName })}</Note>
    </FormPanel>
  )
}
