import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { evidenceKinds, withoutPhoto, type EvidenceKind } from '#domain/enrollment/words.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { CommandFault } from '#client/layout/use-command.ts'
import { Field } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

/** What was seen of who stands at the desk. */
export type Evidence = { kind: EvidenceKind | null; issuer: string; expiresOn: string }
export const noEvidence: Evidence = { kind: null, issuer: '', expiresOn: '' }

/** As the server takes it. */
export function evidenceBody({ kind, issuer, expiresOn }: Evidence) {
  return { kind, issuer: issuer.trim() || null, expiresOn: expiresOn || null }
}

type EvidenceFieldsProps = { value: Evidence; fault: CommandFault; onChange: (value: Evidence) => void }

/** The kind of document, one of a few; who issued it and until when, if that is noted. No number, no copy, no upload. */
export function EvidenceFields({ value, fault, onChange }: EvidenceFieldsProps) {
  const translate = useTranslate()
  const choose = (kind: EvidenceKind) => onChange({ ...value, kind })
  useKeys(evidenceKinds.slice(0, 3).map((kind, place) => ({ keys: `alt+${place + 1}`, group: 'act' as const, label: `enroll.key_evidence_${place + 1}`, run: () => choose(kind) })))
  return (
    <>
      <Box role="radiogroup" aria-label={translate('enroll.evidence_label')} sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))' }}>
        {evidenceKinds.map((kind, place) => {
          const isChosen = value.kind === kind
          return (
            <Box
              component="label"
              key={kind}
              sx={{
                display: 'flex', gap: 1.25, alignItems: 'center', px: 1.25, py: 0.5, minHeight: 44, borderRadius: 1, border: '1px solid', borderColor: isChosen ? 'accent' : 'line2',
                bgcolor: isChosen ? 'accentSoft' : 'surface', accentColor: 'var(--pd-palette-accent)', cursor: 'pointer', '&:focus-within': { outline: '2px solid', outlineColor: 'accent', outlineOffset: 1 },
              }}
            >
              <input type="radio" name="evidence" checked={isChosen} onChange={() => choose(kind)} style={{ width: 18, height: 18, margin: 0, flex: 'none' }} />
              <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
                {translate(`enroll.evidence.${kind}`)}
                {withoutPhoto.includes(kind) ? (
                  <Box component="span" sx={{ display: 'flex', gap: 0.5, alignItems: 'center', typography: 'small', color: 'due' }}>
                    <Icon name="late" size={12} /> {translate('enroll.no_photo')}
                  </Box>
                ) : null}
              </Box>
              {place < 3 ? <KeyCap keys={`alt+${place + 1}`} /> : null}
            </Box>
          )
        })}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: 'minmax(0, 1fr) 200px' } }}>
        <Field
          label={translate('enroll.issuer')}
          hint={translate('enroll.issuer_hint')}
          maxLength={80}
          autoComplete="off"
          value={value.issuer}
          refusal={fieldRefusal(fault, 'issuer')}
          onChange={(event) => onChange({ ...value, issuer: event.target.value })}
        />
        <Field
          label={translate('enroll.expires')}
          type="date"
          value={value.expiresOn}
          refusal={fieldRefusal(fault, 'expiresOn')}
          onChange={(event) => onChange({ ...value, expiresOn: event.target.value })}
        />
      </Box>
    </>
  )
}
