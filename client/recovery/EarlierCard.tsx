import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { CaseState } from '#client/recovery/CaseState.tsx'
import { Card } from '#client/ui/Card.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

const SHOWN = 3

/** Earlier cases of the same account, the newest first. */
export function EarlierCard({ earlier }: Pick<CallDesk, 'earlier'>) {
  const translate = useTranslate()
  if (earlier.length === 0) return null
  return (
    <Card title={translate('recovery.earlier')} flush>
      <ul>
        {earlier.slice(0, SHOWN).map((one) => (
          <Box component="li" key={one.id} sx={{ px: 2, py: 1, display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
            <TextLink to={`/recovery/${one.id}`}><Moment at={one.openedAt} /></TextLink>
            <CaseState state={one.state} outcome={one.outcome} />
          </Box>
        ))}
      </ul>
    </Card>
  )
}
