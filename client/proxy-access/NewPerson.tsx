import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { PersonRow } from '#domain/contracts/proxy-access.ts'
import { PersonOption } from '#client/proxy-access/PersonOption.tsx'
import { fieldGrid } from '#client/proxy-access/Section.tsx'
import type { Chosen } from '#client/proxy-access/grant-form.ts'
import { paths } from '#client/proxy-access/paths.ts'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'
import { useMay } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { Field, SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Refused } from '#client/ui/refused.ts'
import { useRoving } from '#client/ui/roving.ts'

type NewPersonProps = { name: string; reason: string; onCreated: (person: Chosen) => void; onFound: (person: Chosen) => void; onBack: () => void }

/** Somebody who is new here. Whoever may be the same is shown first; another person is recorded with the reason why. */
export function NewPerson({ name, reason, onCreated, onFound, onBack }: NewPersonProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand<{ id: string }>()
  const asksReason = useMay('proxy.person').includes('R')
  const [form, setForm] = useState(() => ({ ...namesOf(name), birthDate: '', email: '', phone: '', language: 'en', reason }))
  const [override, setOverride] = useState('')
  const alike = fault instanceof Refused && fault.problem.code === 'PROXY_PERSON_LOOKS_KNOWN' ? fault.problem : null
  const candidates = ((alike?.current as { candidates?: PersonRow[] } | undefined)?.candidates ?? [])
  const roving = useRoving(candidates.length)
  const text = (field: Exclude<keyof typeof form, 'language'>) => ({
    value: form[field], autoComplete: 'off', refusal: fieldRefusal(fault, field), onChange: (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value }),
  })
  const create = async () => {
    const body = {
      legalGiven: form.legalGiven.trim(), legalFamily: form.legalFamily.trim(), birthDate: form.birthDate || null, email: form.email.trim() || null, phone: form.phone.trim() || null,
      language: form.language, ...(asksReason ? { reason: form.reason.trim() } : {}), ...(alike ? { override: { reason: override.trim() } } : {}),
    }
    const answer = await run({ path: paths.persons, body }, ['proxy-persons'])
    if (answer) onCreated({ personId: answer.data.id, patientId: null, name: `${body.legalGiven} ${body.legalFamily}`.trim() })
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={fieldGrid}>
        <Field label={translate('record.legal_given')} autoFocus maxLength={200} {...text('legalGiven')} />
        <Field label={translate('record.legal_family')} maxLength={200} {...text('legalFamily')} />
        <Field label={translate('record.birth_date')} type="date" {...text('birthDate')} />
        <Field label={translate('record.email')} hint={translate('access.email_hint')} inputMode="email" maxLength={254} {...text('email')} />
        <Field label={translate('record.phone')} type="tel" maxLength={40} {...text('phone')} />
        <SelectField label={translate('record.language')} value={form.language} onChange={(event) => setForm({ ...form, language: event.target.value })}>
          {['en', 'es'].map((one) => (
            <option key={one} value={one}>
              {translate(`access.language.${one}`)}
            </option>
          ))}
        </SelectField>
      </Box>
      {asksReason ? <WordsField label={translate('ui.reason')} maxLength={500} {...text('reason')} /> : null}
      {alike ? (
        <>
          <Note icon="people" tone="due" live>
            <strong>{alike.message}</strong> {alike.next}
          </Note>
          <Box component="ul" aria-label={translate('access.known')} onKeyDown={roving.onKeyDown} sx={{ border: '1px solid', borderColor: 'line', borderRadius: 1 }}>
            {candidates.map((row, index) => (
              <PersonOption key={`${row.personId} ${row.patientId}`} row={row} stop={roving.stop(index)} onPick={() => onFound(row)} />
            ))}
          </Box>
          <WordsField label={translate('record.alike_override')} hint={translate('record.alike_override_hint')} value={override} maxLength={500} onChange={(event) => setOverride(event.target.value)} />
        </>
      ) : fault instanceof Refused && fault.problem.errors !== undefined ? null : (
        <CommandFault fault={fault} onRetry={() => void create()} />
      )}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button disabled={pending || form.legalGiven.trim() === '' || (alike !== null && override.trim().length < 3)} onClick={() => void create()}>
          {translate(alike ? 'access.create_other' : 'access.create_person')}
        </Button>
        <Button onClick={onBack}>{translate('access.back_to_search')}</Button>
      </Box>
    </Box>
  )
}

/** Given and family name of what was typed: the last word is the family's. */
function namesOf(name: string): { legalGiven: string; legalFamily: string } {
  const words = name.split(/\s+/).filter(Boolean)
  return { legalGiven: words.slice(0, Math.max(1, words.length - 1)).join(' '), legalFamily: words.length > 1 ? (words.at(-1) ?? '') : '' }
}
