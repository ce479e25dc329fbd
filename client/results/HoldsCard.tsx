import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { HoldAnswer, ResultAnswer } from '#domain/contracts/results.ts'
import { Card } from '#client/ui/Card.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'

type HoldsCardProps = { result: ResultAnswer; onExtend: (hold: HoldAnswer) => void; onEnd: (hold: HoldAnswer) => void }

/** Every hold on a result: from whom, on what ground, on what evidence, until when, set by whom. */
export function HoldsCard({ result, onExtend, onEnd }: HoldsCardProps) {
  const translate = useTranslate()
  const { holds } = result
  if (holds.length === 0) return null
  const mayAct = result.may.decline.allowed
  return (
    <Card title={translate('results.holds_title')} flush>
      <ul>
        {holds.map((hold) => (
          <Box component="li" key={hold.id} sx={{ display: 'grid', gap: 0.5, px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
              <Box sx={{ fontWeight: 600 }}>{translate(`results.ground.${hold.ground}`)}</Box>
              {hold.isRunning ? <StateChip state="held">{translate('results.ends')} <Moment at={hold.endAt} /></StateChip> : <StateChip state="none">{translate('results.ended')} <Moment at={hold.endedAt ?? hold.endAt} /></StateChip>}
            </Box>
            <Box sx={{ typography: 'table' }}>{translate('results.held_from', { who: hold.recipient === 'patient' ? translate('results.the_patient') : hold.personName ?? translate('results.every_representative') })} · {hold.setByName}, <Moment at={hold.startAt} /></Box>
            <Box sx={{ typography: 'table' }}>{hold.evidence}</Box>
            <Box sx={{ typography: 'small', color: 'ink2' }}>{hold.citedLaw}</Box>
            {hold.isRunning && mayAct ? (
              <Box sx={{ display: 'flex', gap: 1, mt: 0.5 }}>
                <Button size="small" onClick={() => onExtend(hold)}>{translate('results.extend_open')}</Button>
                <Button size="small" onClick={() => onEnd(hold)}>{translate('results.end_hold_open')}</Button>
              </Box>
            ) : null}
          </Box>
        ))}
      </ul>
    </Card>
  )
}
