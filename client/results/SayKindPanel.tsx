import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { TestAsked, TestLookAnswer } from '#domain/contracts/test-kinds.ts'
import { resultCategories, type ResultCategory } from '#domain/portals/result-policy.ts'
import { isLoinc } from '#domain/results/loinc.ts'
import { keyOfCode, keyOfName, stepUpObject } from '#domain/results/test-kinds.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Field, SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type SayKindPanelProps = { asked: TestAsked | null; onDone: () => void; onClose: () => void }

/** Says what kind of result a test is, beside what public lists say of it; what happens with results is said before. */
export function SayKindPanel({ asked, onDone, onClose }: SayKindPanelProps) {
  const translate = useTranslate()
  const [by, setBy] = useState<TestAsked['by']>('code')
  const [written, setWritten] = useState('')
  const [looked, setLooked] = useState(asked)
  const [wasLeft, setWasLeft] = useState(false)
  const [category, setCategory] = useState('')
  const [reason, setReason] = useState('')
  const { data, error, refetch } = useRead<TestLookAnswer>('test-kinds', { path: '/test-kinds/look', body: { test: looked ?? {} } }, looked !== null)
  const { run, fault, pending } = useCommand()
  const isWrong = by === 'code' && written.trim() !== '' && looked === null && wasLeft && !isLoinc(written.trim())
  const look = () => {
    const text = written.trim()
    setWasLeft(true)
    setLooked(text === '' || (by === 'code' && !isLoinc(text)) ? null : by === 'code' ? { by, code: text } : { by, name: text })
  }
  const submit = async () => {
    if (!looked || !data || category === '') return
    const body = { test: looked, number: data.number, category: category === 'lists' ? null : category, reason: reason.trim() }
    if (await run({ path: '/test-kinds/say', body, stepUp: { action: 'test-kind.say', objectId: stepUpObject(keyOf(looked)) } }, ['test-kinds', 'results'])) onDone()
  }
  const categories = (some: readonly ResultCategory[]) => some.map((one) => translate(`results.category.${one}`)).join(', ')
  return (
    <FormPanel title={translate('results.say_title')} confirm={translate('results.say_do')} pending={pending || !data || category === ''} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      {asked ? <Box><Box sx={{ typography: 'lead' }}>{asked.name ?? ''}</Box>{asked.by === 'code' ? <Box sx={{ color: 'ink2' }}>{[asked.system, asked.code].filter(Boolean).join(' · ')}</Box> : null}</Box> : (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '200px minmax(0, 1fr)' } }}>
          <SelectField label={translate('results.known_label')} value={by} onChange={(event) => { setBy(event.target.value as TestAsked['by']); setLooked(null) }}>
            <option value="code">{translate('results.known_by_code')}</option>
            <option value="name">{translate('results.known_by_name')}</option>
          </SelectField>
          <Field label={translate(by === 'code' ? 'results.code_heading' : 'results.test')} value={written} required maxLength={200} autoFocus refusal={isWrong ? translate('results.not_loinc') : null} onChange={(event) => { setWritten(event.target.value); setLooked(null); setWasLeft(false) }} onBlur={look} />
        </Box>
      )}
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Box sx={{ typography: 'table' }} aria-live="polite">
          <p>{translate('results.lists_say', { what: categories(data.listed.categories) })}{data.listed.because.length > 0 ? ` (${data.listed.because.join(', ')})` : ''}</p>
          {data.number > 0 ? <p>{translate('results.now_said', { what: categories(data.now.categories), number: data.number })}</p> : null}
        </Box>
      ) : null}
      <SelectField label={translate('results.kind_title')} value={category} required autoFocus={asked !== null} onChange={(event) => setCategory(event.target.value)}>
        <option value="">{translate('results.say_choose')}</option>
        {resultCategories.map((one) => <option key={one} value={one}>{translate(`results.category.${one}`)}</option>)}
        {data && data.number > 0 ? <option value="lists">{translate('results.by_lists')}</option> : null}
      </SelectField>
      <WordsField label={translate('ui.reason')} hint={translate('ui.reason_hint')} value={reason} required minLength={3} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      <Note icon="flag">{translate('results.say_effect')}</Note>
    </FormPanel>
  )
}

function keyOf(test: TestAsked) {
  return test.by === 'name' ? { by: test.by, key: keyOfName(test.name) } : { by: test.by, key: keyOfCode({ system: test.system ?? null, code: test.code }) ?? '' }
}
