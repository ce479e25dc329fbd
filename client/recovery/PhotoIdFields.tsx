import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { photoDocuments } from '#domain/recovery/words.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { CallCommand } from '#client/recovery/use-call.ts'
import type { PhotoId } from '#client/recovery/ladder-state.ts'
import { Field, SelectField } from '#client/ui/Field.tsx'

type PhotoIdFieldsProps = { value: PhotoId; fault: CallCommand['fault']; onChange: (value: PhotoId) => void }

/** What was looked at at the desk: its kind, who issued it, until when, and that it is the same face. No number, no copy, no upload. */
export function PhotoIdFields({ value, fault, onChange }: PhotoIdFieldsProps) {
  const translate = useTranslate()
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' }, alignItems: 'start' }}>
        <SelectField data-first="" label={translate('recovery.id_kind')} value={value.kind} refusal={fieldRefusal(fault, 'kind')} onChange={(event) => onChange({ ...value, kind: event.target.value })}>
          <option value="">{translate('recovery.choose')}</option>
          {photoDocuments.map((kind) => <option key={kind} value={kind}>{translate(`enroll.evidence.${kind}`)}</option>)}
        </SelectField>
        <Field label={translate('recovery.id_issuer')} maxLength={60} autoComplete="off" value={value.issuer} refusal={fieldRefusal(fault, 'issuer')} onChange={(event) => onChange({ ...value, issuer: event.target.value })} />
        <Field label={translate('recovery.id_expires')} type="date" value={value.expiresOn} refusal={fieldRefusal(fault, 'expiresOn')} onChange={(event) => onChange({ ...value, expiresOn: event.target.value })} />
      </Box>
      <Box component="label" sx={{ display: 'flex', gap: 1.25, alignItems: 'center', minHeight: { xs: 48, sm: 32 }, accentColor: 'var(--pd-palette-accent)' }}>
        <input type="checkbox" checked={value.faceMatches} onChange={(event) => onChange({ ...value, faceMatches: event.target.checked })} style={{ width: 18, height: 18, margin: 0, flex: 'none' }} />
        {translate('recovery.same_face')}
      </Box>
    </>
  )
}
