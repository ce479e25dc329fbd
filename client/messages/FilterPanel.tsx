import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useGetList, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { ageBands } from '#domain/messages/words.ts'
import { everything, type ListFilter } from '#client/messages/list-filter.ts'
import { SelectField } from '#client/ui/Field.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { useKeys } from '#client/ui/keys.ts'

type FilterPanelProps = { queues: readonly QueueLine[]; filter: ListFilter; onNarrow: (change: Partial<ListFilter>) => void; onClose: () => void }
type Portal = { id: string; name: string }

/** What else narrows the list: portal, age, who has it, emergency wording, not read, closed ones. */
export function FilterPanel({ queues, filter, onNarrow, onClose }: FilterPanelProps) {
  const translate = useTranslate()
  const [draft, setDraft] = useState(filter)
  const people = new Map(queues.filter(({ id }) => filter.queueId === null || id === filter.queueId).flatMap(({ members }) => members.map(({ id, name }) => [id, name] as const)))
  const portals = usePortals(queues)
  const show = () => {
    onNarrow(draft)
    onClose()
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', run: show }])
  const orNull = (value: string) => (value === '' ? null : value)
  const any = <option value="">{translate('messages.any')}</option>
  const tick = (key: 'flagged' | 'notRead', text: string) => (
    <Box component="label" sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 32, accentColor: 'var(--pd-palette-accent)' }}>
      <input type="checkbox" checked={draft[key]} onChange={(event) => setDraft({ ...draft, [key]: event.target.checked })} style={{ width: 18, height: 18, margin: 0 }} />
      {text}
    </Box>
  )
  return (
    <Panel title={translate('messages.filters')} width={480} onClose={onClose}>
      <Box component="form" onSubmit={(event) => { event.preventDefault(); show() }} sx={{ display: 'grid', gap: 2 }}>
        <SelectField label={translate('messages.state')} value={draft.view === 'closed' ? 'closed' : 'open'} autoFocus onChange={(event) => setDraft({ ...draft, view: event.target.value === 'closed' ? 'closed' : draft.view === 'closed' ? 'due' : draft.view })}>
          <option value="open">{translate('messages.state_open')}</option>
          <option value="closed">{translate('messages.view.closed')}</option>
        </SelectField>
        <SelectField label={translate('messages.who_has')} value={draft.assignee ?? ''} onChange={(event) => setDraft({ ...draft, view: draft.view === 'closed' ? 'closed' : 'due', assignee: orNull(event.target.value) })}>
          {any}
          {[...people].toSorted(([, a], [, b]) => a.localeCompare(b)).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
        <SelectField label={translate('messages.portal')} value={draft.portalId ?? ''} onChange={(event) => setDraft({ ...draft, portalId: orNull(event.target.value) })}>
          {any}
          {portals.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
        <SelectField label={translate('messages.age')} value={draft.band ?? ''} onChange={(event) => setDraft({ ...draft, band: ageBands.find((one) => one === event.target.value) ?? null })}>
          {any}
          {ageBands.map((band) => <option key={band} value={band}>{translate(`messages.band.${band}`)}</option>)}
        </SelectField>
        <Box>
          {tick('flagged', translate('messages.only_flagged'))}
          {tick('notRead', translate('messages.only_not_read'))}
        </Box>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained">{translate('messages.show_these')}</Button>
          <Button onClick={() => { onNarrow({ ...everything, queueId: filter.queueId }); onClose() }}>{translate('messages.show_all')}</Button>
        </Box>
      </Box>
    </Panel>
  )
}

/** The portals of the practice, for whoever may read them; else those that queues name. */
function usePortals(queues: readonly QueueLine[]): Portal[] {
  const { data } = useGetList<Portal>('portals')
  if (data) return data
  const named = new Map(queues.flatMap(({ portalId, portalName }) => (portalId && portalName ? [[portalId, portalName] as const] : [])))
  return [...named].map(([id, name]) => ({ id, name }))
}
