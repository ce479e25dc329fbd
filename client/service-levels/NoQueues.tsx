import { useTranslate } from 'ra-core'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { useMay } from '#client/layout/session.ts'

/** No queue at this site, or none that the reader works in. */
export function NoQueues() {
  const translate = useTranslate()
  const mayChange = useMay('queue.change') !== '-'
  return (
    <Card>
      <EmptyState kind="first-day" title={translate('levels.no_queue')} text={translate('levels.no_queue_text')}>
        {mayChange ? <TextLink to="/message-setup">{translate('levels.to_queues')}</TextLink> : null}
      </EmptyState>
    </Card>
  )
}
