import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { recipientsOf } from '#client/results/hold-form.ts'

type Recipients = ReturnType<typeof recipientsOf>
type HoldRecipientsProps = { recipients: Recipients; chosen: readonly string[]; onChange: (keys: string[]) => void }

/** Boxes to tick, one for each person: patient, every representative by name, or all of them. */
export function HoldRecipients({ recipients, chosen, onChange }: HoldRecipientsProps) {
  const translate = useTranslate()
  const toggle = (key: string, on: boolean) => {
    const others = chosen.filter((one) => one !== key && !(key === 'every' ? one !== 'patient' : key !== 'patient' && one === 'every'))
    onChange(on ? [...others, key] : others)
  }
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ typography: 'table', color: 'ink2', mb: 0.75, p: 0 }}>1 {translate('results.hold_whom')}</Box>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(168px, 1fr))' }}>
        {recipients.map(({ key, viewer }, place) => {
          const isChosen = chosen.includes(key)
          return (
            <Box component="label" key={key} sx={{ display: 'flex', gap: 1, px: 1.25, py: 1, borderRadius: 1, border: '1px solid', borderColor: isChosen ? 'accent' : 'line2', bgcolor: isChosen ? 'accentSoft' : 'surface', cursor: 'pointer', accentColor: 'var(--pd-palette-accent)' }}>
              <input type="checkbox" autoFocus={place === 0} checked={isChosen} onChange={(event) => toggle(key, event.target.checked)} style={{ width: 18, height: 18, margin: 0, flex: 'none' }} />
              <span>
                <Box component="span" sx={{ display: 'block', fontWeight: 500 }}>{viewer ? viewer.name : translate('results.every_representative')}</Box>
                <Box component="span" sx={{ typography: 'small', color: 'ink2' }}>
                  {viewer ? [viewer.viewer === 'patient' ? translate('results.patient') : viewer.relation, viewer.levelName, viewer.age].filter((one) => one !== null).join(', ') : translate('results.every_hint')}
                </Box>
              </span>
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
