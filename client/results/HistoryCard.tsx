import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { Card } from '#client/ui/Card.tsx'
import { Moment } from '#client/ui/Moment.tsx'

/** What was done with a result, newest last: by whom, when, in which words. */
export function HistoryCard({ result }: { result: ResultAnswer }) {
  const translate = useTranslate()
  if (result.acts.length === 0) return null
  return (
    <Card title={translate('results.done_title')}>
      <Box component="ul" sx={{ display: 'grid', gap: 1, typography: 'table' }}>
        {result.acts.map((act) => (
          <li key={`${act.at} ${act.kind} ${act.text ?? ''}`}>
            <strong>{translate(`results.act.${act.kind}`)}</strong>, {act.byName}, <Moment at={act.at} />
            {act.text ? <Box sx={{ pl: 1.5, borderLeft: '3px solid', borderColor: 'line', whiteSpace: 'pre-line' }}>{act.text}</Box> : null}
            {act.reason ? <Box sx={{ color: 'ink2' }}>{act.reason}</Box> : null}
          </li>
        ))}
      </Box>
    </Card>
  )
}
