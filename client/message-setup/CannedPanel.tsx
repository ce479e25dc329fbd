import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import type { CannedReply } from '#domain/contracts/message-settings.ts'
import { LONGEST_MESSAGE } from '#domain/contracts/messages.ts'
import { fillCanned } from '#domain/messages/canned.ts'
import { cannedFields, queueKinds } from '#domain/messages/words.ts'
import { CannedPreview } from '#client/message-setup/CannedPreview.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Field, SelectField, TextBox } from '#client/ui/Field.tsx'
import { FieldRefusal } from '#client/ui/FieldRefusal.tsx'

const Area = TextBox.withComponent('textarea')
type CannedPanelProps = { reply: CannedReply | null; onDone: () => void; onClose: () => void }

/** A text with its fields: known ones are filled from the record, any other is asked of whoever sends it. */
export function CannedPanel({ reply, onDone, onClose }: CannedPanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const area = useRef<HTMLTextAreaElement>(null)
  const [title, setTitle] = useState(reply?.title ?? '')
  const [text, setText] = useState(reply?.text ?? '')
  const [language, setLanguage] = useState<'en' | 'es'>(reply?.language ?? 'en')
  const [queueKind, setQueueKind] = useState<string>(reply?.queueKind ?? '')
  const submit = async () => {
    const body = { title: title.trim(), text, language, queueKind: queueKinds.find((one) => one === queueKind) ?? null }
    const command = reply ? { path: `/canned-replies/${reply.id}/change`, body, version: reply.version } : { path: '/canned-replies', body }
    if (await run(command, ['canned-replies'])) onDone()
  }
  const insert = (field: string) => {
    const [from, to] = [area.current?.selectionStart ?? text.length, area.current?.selectionEnd ?? text.length]
    setText(`${text.slice(0, from)}{${field}}${text.slice(to)}`)
    area.current?.focus()
  }
  const refusal = fieldRefusal(fault, 'text')
  return (
    <FormPanel title={translate(reply ? 'setup.change_canned' : 'setup.new_canned')} confirm={translate('setup.keep_canned')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Field label={translate('setup.title')} value={title} required minLength={3} maxLength={120} autoFocus refusal={fieldRefusal(fault, 'title')} onChange={(event) => setTitle(event.target.value)} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <SelectField label={translate('setup.language')} value={language} onChange={(event) => setLanguage(event.target.value === 'es' ? 'es' : 'en')}>
          <option value="en">{translate('setup.in.en')}</option>
          <option value="es">{translate('setup.in.es')}</option>
        </SelectField>
        <SelectField label={translate('setup.offered')} value={queueKind} onChange={(event) => setQueueKind(event.target.value)}>
          <option value="">{translate('setup.everywhere')}</option>
          {queueKinds.map((one) => <option key={one} value={one}>{translate(`setup.kind.${one}`)}</option>)}
        </SelectField>
      </Box>
      <Box>
        <Box component="label" htmlFor="canned-text" sx={{ display: 'block', typography: 'table', color: 'ink2', mb: 0.5 }}>{translate('setup.text')}</Box>
        <Area id="canned-text" ref={area} lang={language} rows={6} value={text} required maxLength={LONGEST_MESSAGE} aria-describedby="canned-hint" onChange={(event) => setText(event.target.value)} />
        <Box id="canned-hint" sx={{ typography: 'small', color: 'ink3', mt: 0.5 }}>{translate('setup.text_hint')}</Box>
        {refusal ? <FieldRefusal id="canned-refusal">{refusal}</FieldRefusal> : null}
        <Box role="group" aria-label={translate('setup.fields')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 1 }}>
          {cannedFields.map((field) => <Button key={field} size="small" onClick={() => insert(field)}>{translate(`setup.field.${field.replace('.', '_')}`)}</Button>)}
        </Box>
      </Box>
      {text.trim() === '' ? null : <CannedPreview language={language} parts={fillCanned(text, Object.fromEntries(cannedFields.map((field) => [field, translate(`setup.field.${field.replace('.', '_')}`)]))).parts} />}
    </FormPanel>
  )
}
