import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useDocumentsDue } from '#client/layout/use-menu-counts.ts'
import { usePhotoIdsAwaited, useWaiting } from '#client/layout/use-waiting.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'

/** What waits for this person: people who come with a photo ID, decisions, and documents of proxies that end. */
export function WaitingCard() {
  const translate = useTranslate()
  const waiting = useWaiting()
  const documents = useDocumentsDue()
  const photoIds = usePhotoIdsAwaited()
  return (
    <Card title={translate('home.waiting')} flush>
      {waiting + documents + photoIds === 0 ? <EmptyState kind="all-done" title={translate('home.nothing')} /> : null}
      {photoIds > 0 ? <Line icon="key" to="/recovery" text={translate('recovery.home_desk', { smart_count: photoIds })} /> : null}
      {waiting > 0 ? <Line icon="inbox" to="/approvals" text={translate('home.approvals', { smart_count: waiting })} /> : null}
      {documents > 0 ? <Line icon="family" to="/proxy-access/documents" text={translate('access.home_documents', { smart_count: documents })} /> : null}
    </Card>
  )
}

function Line({ icon, to, text }: { icon: IconName; to: string; text: string }) {
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
      <Icon name={icon} />
      <TextLink to={to}>{text}</TextLink>
    </Box>
  )
}
