import Box from '@mui/material/Box'
import { useGetList, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import type { StaffLine } from '#domain/contracts/staff.ts'
import { isClinicalQueue, queueKinds, type QueueKind } from '#domain/messages/words.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useOpenSites, usePortals } from '#client/layout/use-sites.ts'
import { CheckList } from '#client/ui/CheckList.tsx'
import { Field, SelectField } from '#client/ui/Field.tsx'

type QueuePanelProps = { queue: QueueLine | null; queues: readonly QueueLine[]; onDone: () => void; onClose: () => void }

/** A new queue, or a change to one: its people, its lead who is there when nobody else is, and where emergencies go. */
export function QueuePanel({ queue, queues, onDone, onClose }: QueuePanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const sites = useOpenSites()
  const portals = usePortals()
  const staff = useStaff()
  const [name, setName] = useState(queue?.name ?? '')
  const [kind, setKind] = useState<QueueKind>(queue?.kind ?? 'provider-pool')
  const [siteId, setSiteId] = useState(queue?.siteId ?? '')
  const [portalId, setPortalId] = useState(queue?.portalId ?? '')
  const [leadId, setLeadId] = useState(queue?.lead.id ?? '')
  const [emergencyQueueId, setEmergencyQueueId] = useState(queue?.emergencyQueueId ?? '')
  const [memberIds, setMemberIds] = useState<string[]>(queue?.members.map(({ id }) => id) ?? [])
  const able = staff.filter(({ roles }) => (isClinicalQueue(kind) ? roles.includes('clinician') || roles.includes('helpline') : roles.some((role) => role === 'front-desk' || role === 'helpline' || role === 'clinician')))
  const shown = [...able, ...staff.filter((one) => memberIds.includes(one.id) && !able.includes(one))]
  const submit = async () => {
    const body = { name: name.trim(), kind, siteId: siteId || null, portalId: portalId || null, leadId, emergencyQueueId: emergencyQueueId || null, memberIds }
    const command = queue ? { path: `/message-queues/${queue.id}/change`, body, version: queue.version } : { path: '/message-queues', body }
    if (await run(command, ['message-queues', 'message-routing'])) onDone()
  }
  return (
    <FormPanel title={translate(queue ? 'setup.change_queue' : 'setup.new_queue')} confirm={translate('setup.keep_queue')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Field label={translate('setup.queue_name')} value={name} required minLength={2} maxLength={80} autoFocus refusal={fieldRefusal(fault, 'name')} onChange={(event) => setName(event.target.value)} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <SelectField label={translate('setup.kind_label')} value={kind} onChange={(event) => setKind(queueKinds.find((one) => one === event.target.value) ?? kind)}>
          {queueKinds.map((one) => <option key={one} value={one}>{translate(`setup.kind.${one}`)}</option>)}
        </SelectField>
        <SelectField label={translate('setup.site')} value={siteId} onChange={(event) => setSiteId(event.target.value)}>
          <option value="">{translate('setup.any_site')}</option>
          {sites.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </SelectField>
        <SelectField label={translate('setup.portal')} hint={translate('setup.portal_hint')} value={portalId} onChange={(event) => setPortalId(event.target.value)}>
          <option value="">{translate('setup.any_portal')}</option>
          {portals.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </SelectField>
        <SelectField label={translate('setup.emergencies')} value={emergencyQueueId} onChange={(event) => setEmergencyQueueId(event.target.value)}>
          <option value="">{translate('setup.stay_here')}</option>
          {queues.filter((one) => one.clinical && one.id !== queue?.id).map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </SelectField>
      </Box>
      <CheckList label={translate('setup.members')} options={shown.map((one) => ({ value: one.id, text: one.name }))} chosen={memberIds} refusal={fieldRefusal(fault, 'memberIds')} onChange={setMemberIds} />
      <SelectField label={translate('setup.lead')} hint={translate('setup.lead_hint')} value={leadId} required refusal={fieldRefusal(fault, 'leadId')} onChange={(event) => setLeadId(event.target.value)}>
        <option value="">{translate('setup.choose')}</option>
        {shown.filter(({ id }) => memberIds.includes(id)).map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </SelectField>
    </FormPanel>
  )
}

/** Colleagues who can sign in, by name. */
function useStaff(): StaffLine[] {
  const { data = [] } = useGetList<StaffLine>('staff', { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' } })
  return data.filter(({ status }) => status === 'active')
}
