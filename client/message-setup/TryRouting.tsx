import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { z } from 'zod'
import type { triedRouting } from '#domain/contracts/message-settings.ts'
import { messageRecipients, messageTopics, type MessageRecipient, type MessageTopic } from '#domain/messages/words.ts'
import { useOpenSites, usePortals } from '#client/layout/use-sites.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { SelectField } from '#client/ui/Field.tsx'

/** Where such a message would go now, by the rules that hold. */
export function TryRouting() {
  const translate = useTranslate()
  const portals = usePortals()
  const sites = useOpenSites()
  const [chosen, setPortalId] = useState('')
  const [siteId, setSiteId] = useState('')
  const [recipient, setRecipient] = useState<MessageRecipient>('provider')
  const [topic, setTopic] = useState<MessageTopic>('medical-question')
  const portalId = chosen || (portals[0]?.id ?? '')
  const { data, error, refetch } = useRead<z.infer<typeof triedRouting>>('message-routing', { path: '/message-routing/try', body: { portalId, siteId: siteId || null, recipient, topic } }, portalId !== '')
  return (
    <Card title={translate('setup.try')}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr', lg: 'repeat(4, minmax(0, 1fr))' } }}>
        <SelectField label={translate('setup.portal')} value={portalId} onChange={(event) => setPortalId(event.target.value)}>
          {portals.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </SelectField>
        <SelectField label={translate('setup.site')} value={siteId} onChange={(event) => setSiteId(event.target.value)}>
          <option value="">{translate('setup.no_site')}</option>
          {sites.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </SelectField>
        <SelectField label={translate('setup.recipient_label')} value={recipient} onChange={(event) => setRecipient(messageRecipients.find((one) => one === event.target.value) ?? recipient)}>
          {messageRecipients.map((one) => <option key={one} value={one}>{translate(`setup.recipient.${one}`)}</option>)}
        </SelectField>
        <SelectField label={translate('setup.topic_label')} value={topic} onChange={(event) => setTopic(messageTopics.find((one) => one === event.target.value) ?? topic)}>
          {messageTopics.map((one) => <option key={one} value={one}>{translate(`setup.topic.${one}`)}</option>)}
        </SelectField>
      </Box>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data && !error ? (
        <Box role="status" sx={{ mt: 2 }}>
          {translate('setup.goes_to')} <strong>{data.queueName}</strong>, {data.ruleNumber === null ? translate('setup.by_default') : translate('setup.by_rule', { number: data.ruleNumber })}
          {data.toCareTeam ? ` ${translate('setup.to_care_team_too')}` : ''}
        </Box>
      ) : null}
    </Card>
  )
}
