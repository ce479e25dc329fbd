import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useNavigate, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { CaseChanged } from '#domain/contracts/recovery.ts'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { CallFields, callBodyOf, firstCall } from '#client/recovery/CallFields.tsx'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useSessionState } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { TakenFor } from '#client/ui/TakenFor.tsx'
import { useKeys } from '#client/ui/keys.ts'

const first: readonly PatientOverview['portals'][number]['state'][] = ['active', 'suspended', 'legacy-only', 'invited', 'ended', 'none']

/** Which portal the caller means, and how they are here. Joining a case that is under way is the server's business, and is not told. */
export function StartCall({ patient }: { patient: PatientOverview }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { session } = useSessionState()
  const { run, pending, fault } = useCommand<CaseChanged>()
  const portals = patient.portals.toSorted((a, b) => first.indexOf(a.state) - first.indexOf(b.state))
  const [portalId, setPortalId] = useState(portals[0]?.portalId ?? '')
  const [call, setCall] = useState(() => firstCall(session?.staff.roles ?? [], patient.language))
  const begin = async () => {
    const answer = await run({ path: '/recovery/calls', body: { patientId: patient.id, portalId, ...callBodyOf(call) } }, ['recovery'])
    if (answer) void navigate(`/recovery/${answer.data.id}`)
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', label: 'recovery.begin_call', run: () => void begin() }])
  return (
    <Page name="recovery.new_call" title={translate('recovery.call_about', { name: patient.name })} under={<Identity birthDate={patient.birthDate} age={patient.age} mrnTail={patient.mrnTail} />}>
      <Box component="form" onSubmit={(event: FormEvent) => { event.preventDefault(); void begin() }} sx={{ display: 'grid', gap: 2, maxWidth: 760 }}>
        <TakenFor people={patient.lookAlikes} />
        <Card title={translate('recovery.which_portal')}>
          <Choice label={translate('recovery.which_portal')} value={portalId} autoFocus onChange={setPortalId} options={portals.map((one) => ({ value: one.portalId, text: one.portalName }))} />
        </Card>
        <Card title={translate('recovery.how_here')}>
          <Box sx={{ display: 'grid', gap: 2 }}><CallFields value={call} onChange={setCall} /></Box>
        </Card>
        <CommandFault fault={fault} onRetry={() => void begin()} />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={pending || portalId === ''}>{translate('recovery.begin_call')} <KeyCap keys="ctrl+enter" /></Button>
          <Button component={LinkBase} to={`/patients/${patient.id}`}>{translate('recovery.to_record')}</Button>
        </Box>
      </Box>
    </Page>
  )
}
