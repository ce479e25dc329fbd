import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { useSpoken } from '#client/results/use-spoken.ts'
import { Card } from '#client/ui/Card.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** Other reports of the same message: each is judged, and goes out, by itself. */
export function CameWithCard({ result }: { result: ResultAnswer }) {
  const translate = useTranslate()
  const said = useSpoken()
  if (result.cameWith.length === 0) return null
  return (
    <Card title={translate('results.came_with')} aside={translate('results.came_with_under')}>
      <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
        {result.cameWith.map((one) => (
          <Box component="li" key={one.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
            <TextLink to={`/results/${one.id}`}>{one.name}</TextLink>
            <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{translate(`results.category.${one.category}`)}</Box>
            {one.sensitive ? <StateChip state="note" icon="shield">{translate('results.chip_sensitive')}</StateChip> : null}
            <Box component="span" sx={{ flexBasis: '100%', typography: 'table', color: 'ink2' }}>{translate(`results.state.${one.state}`)}: {said(one.sentence)}</Box>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
