import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { RoutingRule } from '#domain/contracts/message-settings.ts'
import type { RoutingNow } from '#client/message-setup/Routing.tsx'
import { RuleLine } from '#client/message-setup/RuleLine.tsx'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { SelectField } from '#client/ui/Field.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

type Line = { key: string; rule: RoutingRule }
const anything = { portalId: null, siteId: null, recipient: null, topic: null, toCareTeam: false }

/** The ordered rules as they would be; nothing holds until it is kept. */
export function RoutingForm({ routing }: { routing: RoutingNow }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, fault, pending } = useCommand()
  const [lines, setLines] = useState<Line[]>(() => routing.rules.map((rule, at) => ({ key: String(at), rule })))
  const [defaultQueueId, setDefaultQueueId] = useState(routing.defaultQueueId ?? '')
  const queueId = routing.queues[0]?.id ?? ''
  const add = () => setLines([...lines, { key: crypto.randomUUID(), rule: { ...anything, queueId } }])
  const change = (at: number, rule: RoutingRule) => setLines(lines.map((line, place) => (place === at ? { ...line, rule } : line)))
  const move = (at: number, by: 1 | -1) => setLines(swapped(lines, at, at + by))
  const isChanged = defaultQueueId !== (routing.defaultQueueId ?? '') || JSON.stringify(lines.map(({ rule }) => rule)) !== JSON.stringify(routing.rules)
  const keep = async () => {
    const body = { rules: lines.map(({ rule }) => rule), defaultQueueId }
    if (await run({ path: '/message-routing/change', body, version: routing.version }, ['message-routing', 'message-queues'])) notify('setup.rules_kept', { type: 'success' })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void keep()
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', label: 'setup.keep_rules', run: () => void keep() }])
  return (
    <Box component="form" onSubmit={submit} sx={{ p: 2, display: 'grid', gap: 2 }}>
      {lines.length === 0 ? <Box sx={{ color: 'ink2' }}>{translate('setup.no_rules')}</Box> : (
        <Box component="ol" sx={{ display: 'grid', gap: 1.5 }}>
          {lines.map(({ key, rule }, at) => (
            <RuleLine
              key={key}
              number={at + 1}
              rule={rule}
              queues={routing.queues}
              onChange={(next) => change(at, next)}
              onUp={at === 0 ? null : () => move(at, -1)}
              onDown={at === lines.length - 1 ? null : () => move(at, 1)}
              onRemove={() => setLines(lines.filter((_, place) => place !== at))}
            />
          ))}
        </Box>
      )}
      <div><Button onClick={add}>{translate('setup.add_rule')}</Button></div>
      <Box sx={{ maxWidth: 420 }}>
        <SelectField label={translate('setup.default')} hint={translate('setup.default_hint')} value={defaultQueueId} required onChange={(event) => setDefaultQueueId(event.target.value)}>
          <option value="">{translate('setup.choose')}</option>
          {routing.queues.map((queue) => <option key={queue.id} value={queue.id}>{queue.name}</option>)}
        </SelectField>
      </Box>
      <CommandFault fault={fault} onRetry={() => void keep()} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Button type="submit" variant="contained" disabled={pending || !isChanged || defaultQueueId === ''}>{translate('setup.keep_rules')} <KeyCap keys="ctrl+enter" /></Button>
        <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{translate(isChanged ? 'setup.not_kept' : 'setup.only_to_come')}</Box>
      </Box>
    </Box>
  )
}

function swapped(lines: readonly Line[], from: number, to: number): Line[] {
  const next = [...lines]
  const [line] = next.splice(from, 1)
  if (line) next.splice(to, 0, line)
  return next
}
