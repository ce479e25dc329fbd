import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { Card } from '#client/ui/Card.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'

/** Signs of an impostor, for the eyes of whoever sits at the desk, and the way out that tells the caller nothing. */
export function SignsCard({ signs, onStop }: { signs: CallDesk['signs']; onStop: (() => void) | null }) {
  const translate = useTranslate()
  return (
    <Card title={translate('recovery.signs')} aside={translate('recovery.signs_seen', { smart_count: signs.length })}>
      <Box sx={{ display: 'grid', gap: 1.25 }}>
        {signs.length === 0 ? <Box sx={{ color: 'ink2' }}>{translate('recovery.no_signs')}</Box> : null}
        <Box component="ul" sx={{ display: 'grid', gap: 0.75 }}>
          {signs.map((sign) => (
            <Box component="li" key={`${sign.kind} ${sign.text}`} sx={{ display: 'flex', gap: 1 }}>
              <Box component="span" sx={{ color: 'due', display: 'inline-flex', pt: 0.25 }}><Icon name="late" size={16} /></Box>
              {sign.text}
            </Box>
          ))}
        </Box>
        {onStop ? (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Button size="small" onClick={onStop} sx={{ color: 'late', borderColor: 'late' }}>{translate('recovery.stop')} <KeyCap keys="alt+s" /></Button>
            <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{translate('recovery.stop_hint')}</Box>
          </Box>
        ) : null}
      </Box>
    </Card>
  )
}
