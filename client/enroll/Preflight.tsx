import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { PreflightLine } from '#domain/contracts/enrollment.ts'
import { Card } from '#client/ui/Card.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { unseen } from '#client/ui/unseen.ts'

const looks = {
  ok: { icon: 'ok', color: 'ok' },
  stop: { icon: 'blocked', color: 'late' },
  ask: { icon: 'none', color: 'due' },
  later: { icon: 'none', color: 'ink3' },
} as const

/** What is known before it is asked: green where nothing is missing, an octagon where something is in the way. */
export function Preflight({ lines }: { lines: readonly PreflightLine[] }) {
  const translate = useTranslate()
  return (
    <Card title={translate('enroll.preflight')}>
      <Box component="ul" sx={{ display: 'grid', gap: 1.25 }}>
        {lines.map((line) => (
          <Box component="li" key={line.key} sx={{ display: 'flex', gap: 1.25, alignItems: 'flex-start', typography: 'table' }}>
            <Box component="span" sx={{ color: looks[line.state].color, display: 'inline-flex', pt: 0.125 }}>
              <Icon name={looks[line.state].icon} size={16} />
            </Box>
            <span>
              <Box component="span" sx={unseen}>{translate(`enroll.preflight_${line.state}`)}: </Box>
              {line.text}
              {line.refusal?.rule ? <Box component="span" sx={{ color: 'ink3', typography: 'small' }}> · {translate('ui.rule', { rule: line.refusal.rule })}</Box> : null}
            </span>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
