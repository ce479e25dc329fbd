import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Field } from '#client/ui/Field.tsx'

export const whys = ['asked', 'offered', 'other'] as const
export type Why = { kind: (typeof whys)[number]; words: string }

/** Why the enrollment begins now, kept with it: asked for, offered, or in other words. */
export function WhyNow({ value, onChange }: { value: Why; onChange: (value: Why) => void }) {
  const translate = useTranslate()
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'grid', gap: 1 }}>
      <Box component="legend" sx={{ typography: 'table', color: 'ink2', p: 0, mb: 0.5 }}>{translate('enroll.why_label')}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}>
        {whys.map((kind) => (
          <Box component="label" key={kind} sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', minHeight: 28, accentColor: 'var(--pd-palette-accent)', cursor: 'pointer' }}>
            <input type="radio" name="why-now" checked={value.kind === kind} onChange={() => onChange({ ...value, kind })} style={{ width: 18, height: 18, margin: 0 }} />
            {translate(`enroll.why.${kind}`)}
          </Box>
        ))}
      </Box>
      {value.kind === 'other' ? (
        <Field label={translate('enroll.why_words')} hint={translate('ui.reason_hint')} maxLength={500} autoFocus value={value.words} onChange={(event) => onChange({ ...value, words: event.target.value })} />
      ) : null}
    </Box>
  )
}
