import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { RoutingRule } from '#domain/contracts/message-settings.ts'
import { messageRecipients, messageTopics } from '#domain/messages/words.ts'
import { useOpenSites, usePortals } from '#client/layout/use-sites.ts'
import { TextBox } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'

const Select = TextBox.withComponent('select')
type RuleLineProps = {
  number: number
  rule: RoutingRule
  queues: readonly { id: string; name: string }[]
  onChange: (rule: RoutingRule) => void
  onUp: (() => void) | null
  onDown: (() => void) | null
  onRemove: () => void
}

/** One rule in a line: what must fit, then where it goes. */
export function RuleLine({ number, rule, queues, onChange, onUp, onDown, onRemove }: RuleLineProps) {
  const translate = useTranslate()
  const portals = usePortals()
  const sites = useOpenSites()
  const name = translate('setup.rule_number', { number })
  return (
    <Box component="li" aria-label={name} sx={{ display: 'grid', gap: 1, alignItems: 'center', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '28px repeat(4, minmax(0, 1fr)) 16px minmax(0, 1.4fr) auto' }, pb: { xs: 1.5, lg: 0 }, borderBottom: { xs: '1px solid', lg: 'none' }, borderColor: { xs: 'line' } }}>
      <Box component="span" sx={{ fontWeight: 600, gridColumn: { xs: '1 / -1', lg: 'auto' } }}>{number}</Box>
      <Any label={`${name}: ${translate('setup.portal')}`} any={translate('setup.any_portal')} value={rule.portalId} onChange={(portalId) => onChange({ ...rule, portalId })}>
        {portals.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </Any>
      <Any label={`${name}: ${translate('setup.site')}`} any={translate('setup.any_site')} value={rule.siteId} onChange={(siteId) => onChange({ ...rule, siteId })}>
        {sites.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </Any>
      <Any label={`${name}: ${translate('setup.recipient_label')}`} any={translate('setup.any_recipient')} value={rule.recipient} onChange={(given) => onChange({ ...rule, recipient: messageRecipients.find((one) => one === given) ?? null })}>
        {messageRecipients.map((one) => <option key={one} value={one}>{translate(`setup.recipient.${one}`)}</option>)}
      </Any>
      <Any label={`${name}: ${translate('setup.topic_label')}`} any={translate('setup.any_topic')} value={rule.topic} onChange={(given) => onChange({ ...rule, topic: messageTopics.find((one) => one === given) ?? null })}>
        {messageTopics.map((one) => <option key={one} value={one}>{translate(`setup.topic.${one}`)}</option>)}
      </Any>
      <Box component="span" aria-hidden sx={{ display: { xs: 'none', lg: 'inline-flex' }, color: 'ink3' }}><Icon name="right" size={16} /></Box>
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <Select aria-label={`${name}: ${translate('setup.queue')}`} value={rule.queueId} onChange={(event) => onChange({ ...rule, queueId: event.target.value })}>
          {queues.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </Select>
        <Box component="label" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', typography: 'table', color: 'ink2', minHeight: 24, accentColor: 'var(--pd-palette-accent)' }}>
          <input type="checkbox" checked={rule.toCareTeam} onChange={(event) => onChange({ ...rule, toCareTeam: event.target.checked })} style={{ width: 16, height: 16, margin: 0 }} />
          {translate('setup.to_care_team')}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', gap: 0.5 }}>
        <Button size="small" aria-label={translate('setup.rule_up', { number })} disabled={onUp === null} onClick={() => onUp?.()}><Icon name="up" size={14} /></Button>
        <Button size="small" aria-label={translate('setup.rule_down', { number })} disabled={onDown === null} onClick={() => onDown?.()}><Icon name="down" size={14} /></Button>
        <Button size="small" aria-label={translate('setup.rule_remove', { number })} onClick={onRemove}><Icon name="cross" size={14} /></Button>
      </Box>
    </Box>
  )
}

type AnyProps = { label: string; any: string; value: string | null; onChange: (value: string | null) => void; children: ReactNode }

function Any({ label, any, value, onChange, children }: AnyProps) {
  return (
    <Select aria-label={label} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">{any}</option>
      {children}
    </Select>
  )
}
