import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { LookAlikeRow } from '#domain/contracts/patient-acts.ts'
import { PortalState } from '#client/ui/PortalState.tsx'
import { Card } from '#client/ui/Card.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { Say } from '#client/ui/Say.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

type Typed = { name: string; birthDate: string; phone: string; email: string }
type LookAlikesProps = {
  typed: Typed
  candidates: readonly LookAlikeRow[]
  say: string | null
  pending: boolean
  onOverride: (reason: string) => void
  onBack: () => void
}

/** The new patient beside those who look alike: open one of them, or say why it is another person. */
export function LookAlikes({ typed, candidates, say, pending, onOverride, onBack }: LookAlikesProps) {
  const translate = useTranslate()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onOverride(reason.trim())
  }
  return (
    <Box role="group" aria-label={translate('record.alike_title')} sx={{ display: 'grid', gap: 2 }}>
      <Box component="h2" sx={{ typography: 'h1' }}>{translate('record.alike_title')}</Box>
      {say ? <Say>{say}</Say> : null}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Card title={translate('record.alike_new')}>
          <Box sx={{ typography: 'lead', fontWeight: 500 }}>{typed.name}</Box>
          <Box sx={{ color: 'ink2' }}>{typed.birthDate}</Box>
          <Box sx={{ color: 'ink2' }}>{[typed.phone, typed.email].filter(Boolean).join(' · ') || translate('patients.no_contacts')}</Box>
        </Card>
        <Card title={translate('record.alike_known')} flush>
          <ul>
            {candidates.map((row) => (
              <Box component="li" key={row.id} sx={{ display: 'grid', gap: 0.5, px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
                <Box sx={{ typography: 'lead', fontWeight: 500 }}>{row.name}</Box>
                <Box sx={{ color: 'ink2' }}>
                  <Identity birthDate={row.birthDate} age={row.age} mrnTail={row.mrnTail} />
                </Box>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', color: 'ink2' }}>
                  <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: 'due', fontWeight: 550 }}>
                    <Icon name="late" size={14} /> {translate(`record.alike.${row.alike}`)}
                  </Box>
                  <span>{row.phoneTail ? translate('patients.phone_tail', { tail: row.phoneTail }) : translate('patients.no_phone')}</span>
                  <PortalState state={row.portalState} />
                </Box>
                <TextLink to={`/patients/${row.id}`}>{translate('record.alike_open')}</TextLink>
              </Box>
            ))}
          </ul>
        </Card>
      </Box>
      <Card>
        <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1.5 }}>
          <WordsField
            label={translate('record.alike_override')}
            hint={translate('record.alike_override_hint')}
            value={reason}
            required
            minLength={3}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button type="button" variant="contained" onClick={onBack}>{translate('record.alike_back')}</Button>
            <Button type="submit" disabled={pending}>{translate('record.alike_create')}</Button>
          </Box>
        </Box>
      </Card>
    </Box>
  )
}
