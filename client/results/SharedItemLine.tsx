import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { SharedItem } from '#domain/contracts/result-care.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'

/** One note, diagnosis or medication: whether it is shared, what was decided about it before, and the way to change it. */
export function SharedItemLine({ item, onChange }: { item: SharedItem; onChange: () => void }) {
  const translate = useTranslate()
  const { may } = item
  const words = translate(item.shared ? 'results.unshare_open' : 'results.share_open')
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: 2, py: 1, borderTop: '1px solid', borderColor: 'line' }}>
      <Box sx={{ flex: 1, minWidth: 180 }}>
        <Box sx={{ fontWeight: 500 }}>{item.name}</Box>
        <Box sx={{ typography: 'small', color: 'ink2' }}>{item.authorName ?? ''}{item.authoredAt ? <> · <Moment at={item.authoredAt} /></> : null}</Box>
        {item.history.map((one) => <Box key={one.at} sx={{ typography: 'small', color: 'ink2' }}>{translate(one.shared ? 'results.was_shared' : 'results.was_unshared', { name: one.byName })}, <Moment at={one.at} />: {one.reason}</Box>)}
      </Box>
      {item.onPortal ? <StateChip state={item.shared ? 'ok' : 'held'}>{translate(item.shared ? 'results.shared' : 'results.unshared')}</StateChip> : <StateChip state="blocked">{translate('results.not_on_portal')}</StateChip>}
      {may.allowed ? <Button size="small" aria-label={`${words} ${item.name}`} onClick={onChange}>{words}</Button> : <RefusedButton size="small" why={{ message: may.message ?? '', next: may.next ?? '', rule: may.rule ?? '' }}>{words}</RefusedButton>}
    </Box>
  )
}
