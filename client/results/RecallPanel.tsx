import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { RecallAnswer, ResultAnswer, TimelineAnswer } from '#domain/contracts/results.ts'
import { actCommand, touched } from '#client/results/acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { WordsField } from '#client/ui/Field.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type RecallPanelProps = { result: Pick<ResultAnswer, 'id' | 'version' | 'needsStepUp' | 'name' | 'patientName'>; onDone: () => void; onClose: () => void }
type Viewed = readonly { viewer: string; name: string; firstAt: string }[]

/** Takes a result back that went out by mistake: who has opened it stands there before and after; an incident is opened. */
export function RecallPanel({ result, onDone, onClose }: RecallPanelProps) {
  const translate = useTranslate()
  const [reason, setReason] = useState('')
  const { data } = useRead<TimelineAnswer>('results', { path: `/results/${encodeURIComponent(result.id)}/timeline` })
  const { run, fault, pending } = useCommand<RecallAnswer>()
  const [done, setDone] = useState<RecallAnswer | null>(null)
  const submit = async () => {
    const answer = await run(actCommand(result, 'recall', { reason: reason.trim() }), touched)
    if (answer) setDone(answer.data)
  }
  if (done) {
    return (
      <Panel title={translate('results.recalled_title')} onClose={onDone}>
        <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
          <WhoViewed viewed={done.viewed} />
          <Note icon="flag">{translate('results.incident_opened')}</Note>
          <Button variant="contained" autoFocus onClick={onDone}>{translate('ra.action.close')}</Button>
        </Box>
      </Panel>
    )
  }
  return (
    <FormPanel title={translate('results.recall_title', { what: result.name })} confirm={translate('results.recall_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Box sx={{ typography: 'lead' }}>{result.patientName}</Box>
      {data ? <WhoViewed viewed={data.reads} /> : <Waiting rows={1} />}
      <Note icon="flag">{translate('results.recall_effect')}</Note>
      <WordsField label={translate('ui.reason')} hint={translate('ui.reason_hint')} value={reason} required minLength={3} maxLength={500} autoFocus onChange={(event) => setReason(event.target.value)} />
    </FormPanel>
  )
}

function WhoViewed({ viewed }: { viewed: Viewed }) {
  const translate = useTranslate()
  if (viewed.length === 0) return <Note icon="unsaid" tone="ok">{translate('results.not_viewed')}</Note>
  return (
    <Note icon="eye" tone="late">
      {translate('results.viewed_by')}
      <ul>{viewed.map((one) => <li key={one.viewer}>{one.name}, <Moment at={one.firstAt} /></li>)}</ul>
    </Note>
  )
}
