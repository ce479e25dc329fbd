import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useId, type ReactNode } from 'react'
import type { HoldGround } from '#domain/release/grounds.ts'
import type { GroundChoice } from '#client/results/hold-form.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'

type GroundListProps = { grounds: readonly GroundChoice[]; chosen: HoldGround | null; onChoose: (ground: HoldGround) => void }

/** Every ground; one that does not fit whoever is chosen stays where it is, and says why and what helps instead. */
export function GroundList({ grounds, chosen, onChoose }: GroundListProps) {
  const translate = useTranslate()
  const name = useId()
  return (
    <Box role="radiogroup" aria-label={translate('results.hold_ground')}>
      <Box sx={{ typography: 'table', color: 'ink2', mb: 0.75 }}>2 {translate('results.hold_ground')}</Box>
      <Box sx={{ display: 'grid', gap: 0.75 }}>
        {grounds.filter(({ ground }) => ground !== 'call-first').toSorted((a, b) => Number(b.fits) - Number(a.fits)).map((one) => (one.fits ? (
          <Box component="label" key={one.ground} sx={{ display: 'flex', gap: 1.25, px: 1.25, py: 0.5, borderRadius: 1, border: '1px solid', borderColor: one.ground === chosen ? 'accent' : 'line2', bgcolor: one.ground === chosen ? 'accentSoft' : 'surface', cursor: 'pointer', accentColor: 'var(--pd-palette-accent)' }}>
            <input type="radio" name={name} checked={one.ground === chosen} onChange={() => onChoose(one.ground)} style={{ width: 18, height: 18, margin: '1px 0 0', flex: 'none' }} />
            <Words one={one} chip={<StateChip state="ok">{translate('results.fits')}</StateChip>} />
          </Box>
        ) : (
          <Box key={one.ground} tabIndex={0} role="note" sx={{ display: 'flex', gap: 1.25, px: 1.25, py: 0.5, borderRadius: 1, border: '1px dashed', borderColor: 'line2', color: 'ink2' }}>
            <Box component="span" sx={{ pt: 0.125 }}><Icon name="blocked" /></Box>
            <Words one={one} chip={<StateChip state="blocked">{translate('results.fits_not')}</StateChip>} />
          </Box>
        )))}
      </Box>
    </Box>
  )
}

function Words({ one, chip }: { one: GroundChoice; chip: ReactNode }) {
  const translate = useTranslate()
  return (
    <Box component="span" sx={{ flex: 1, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 1 }}>
      <Box component="span" sx={{ fontWeight: 500 }}>{one.ground === 'would-upset' ? translate('results.no_grounds') : translate(`results.ground.${one.ground}`)}</Box>
      <span>{chip}</span>
      <Box component="span" sx={{ gridColumn: '1 / -1', typography: 'small', color: 'ink2' }}>{one.fits ? one.citedLaw : [one.message, one.next].filter(Boolean).join(' ')}</Box>
    </Box>
  )
}
