import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ActAnswer, ResultAnswer } from '#domain/contracts/results.ts'
import { actCommand, touched } from '#client/results/acts.ts'
import { NoticesTold } from '#client/results/Notices.tsx'
import { usePreview } from '#client/results/use-results.ts'
import { Viewers } from '#client/results/ViewerLine.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Note } from '#client/ui/Note.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { Whom } from '#client/ui/Whom.tsx'

type VerifyPanelProps = { kind: 'verify' | 'review'; result: ResultAnswer; onDone: (answer: ActAnswer) => void; onClose: () => void }

/** Notes that a result is verified, or seen, and nothing more: who sees it then by the portal's rule, and who is told. */
export function VerifyPanel({ kind, result, onDone, onClose }: VerifyPanelProps) {
  const translate = useTranslate()
  const { data } = usePreview(result.id, [], kind === 'verify' ? 'verification' : 'review')
  const { run, fault, pending } = useCommand<ActAnswer>()
  const submit = async () => {
    if (!data) return
    const answer = await run(actCommand(result, kind, { reason: translate(`results.${kind}_said`) }), touched)
    if (answer) onDone(answer.data)
  }
  return (
    <FormPanel title={translate(`results.${kind}_title`, { what: result.name })} confirm={translate(`results.${kind}_do`)} pending={pending || !data} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Whom patient={{ name: result.patientName, birthDate: result.birthDate, age: result.age, mrnTail: result.mrnTail ?? '' }} />
      <Note icon="flag">{translate(`results.${kind}_effect`, { portal: result.portalName })}</Note>
      {data ? (
        <>
          <Box component="section" aria-label={translate('results.who_sees')}><Viewers viewers={data.released} /></Box>
          <NoticesTold notices={data.notices} viewers={data.released} />
        </>
      ) : <Waiting rows={3} />}
    </FormPanel>
  )
}
