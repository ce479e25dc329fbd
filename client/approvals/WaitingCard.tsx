import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useWaiting } from '#client/layout/use-waiting.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** What waits for this person's decision. */
export function WaitingCard() {
  const translate = useTranslate()
  const waiting = useWaiting()
  return (
    <Card title={translate('home.waiting')} flush>
      {waiting === 0 ? (
        <EmptyState kind="all-done" title={translate('home.nothing')} />
      ) : (
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', px: 2, py: 1.5 }}>
          <Icon name="inbox" />
          <TextLink to="/approvals">{translate('home.approvals', { smart_count: waiting })}</TextLink>
        </Box>
      )}
    </Card>
  )
}
