import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { CallDesk, CaseChanged } from '#domain/contracts/recovery.ts'
import { CallFields, callBodyOf, firstCall } from '#client/recovery/CallFields.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useSessionState } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { Note } from '#client/ui/Note.tsx'

/** Begins a call or a visit about a case that is there already; whoever else had it gives it over. */
export function BeginPanel({ desk, onDone, onClose }: { desk: CallDesk; onDone: () => void; onClose: () => void }) {
  const translate = useTranslate()
  const { session } = useSessionState()
  const { run, pending, fault } = useCommand<CaseChanged>()
  const [call, setCall] = useState(() => firstCall(session?.staff.roles ?? [], desk.person.language))
  const begin = async () => {
    if (await run({ path: '/recovery/calls', body: { patientId: desk.person.patientId, portalId: desk.portal.id, ...callBodyOf(call) } }, ['recovery'])) onDone()
  }
  return (
    <FormPanel title={translate('recovery.begin_title')} confirm={translate('recovery.begin_call')} pending={pending} fault={fault} onSubmit={() => void begin()} onClose={onClose}>
      {desk.claimedBy !== null && !desk.isMine ? <Note icon="person" tone="due">{translate('recovery.has_it', { name: desk.claimedBy })}</Note> : null}
      <CallFields value={call} onChange={setCall} />
    </FormPanel>
  )
}
