import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

type WorklistFootProps = { together: number; coveredNames: readonly string[]; onBulk: () => void }

/** Under the list: those marked to go together, where the released ones are, and whom the reader covers. */
export function WorklistFoot({ together, coveredNames, onBulk }: WorklistFootProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'grid', gap: 1, px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', typography: 'table', color: 'ink2', bgcolor: 'surface', position: { xs: 'sticky', md: 'static' }, bottom: 0 }}>
      {together > 0 ? <Button onClick={onBulk}>{translate('results.bulk_open', { smart_count: together })} <KeyCap keys="alt+r" /></Button> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
        <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', '@media (hover: none)': { display: 'none' } }}><KeyCap keys="j" /><KeyCap keys="k" /> {translate('results.move')}</Box>
        <TextLink to="/results/released">{translate('results.released_link')}</TextLink>
        <TextLink to="/results/missing-labs">{translate('results.missing_title')}</TextLink>
      </Box>
      {coveredNames.length > 0 ? <span>{translate('results.you_cover', { name: coveredNames.join(', ') })}</span> : null}
    </Box>
  )
}
