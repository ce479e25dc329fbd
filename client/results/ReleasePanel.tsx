import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ActAnswer, ResultAnswer } from '#domain/contracts/results.ts'
import { releaseCommand, touched } from '#client/results/acts.ts'
import { NoticesTold } from '#client/results/Notices.tsx'
import { usePreview } from '#client/results/use-results.ts'
import { Viewers } from '#client/results/ViewerLine.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Note } from '#client/ui/Note.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { Whom } from '#client/ui/Whom.tsx'

type ReleasePanelProps = { result: ResultAnswer; comment: string; onReleased: (answer: ActAnswer) => void; onClose: () => void }

/** Asks once more before a result goes out: a sensitive one, or one that others see than before. */
export function ReleasePanel({ result, comment, onReleased, onClose }: ReleasePanelProps) {
  const translate = useTranslate()
  const { data } = usePreview(result.id)
  const { run, fault, pending } = useCommand<ActAnswer>()
  const submit = async () => {
    if (!data) return
    const answer = await run(releaseCommand(result, comment, translate('results.reason_release')), touched)
    if (answer) onReleased(answer.data)
  }
  return (
    <FormPanel
      title={translate('results.release_title', { what: result.name })}
      confirm={translate(comment.trim() === '' ? 'results.release' : 'results.release_with_comment')}
      pending={pending || !data}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Whom patient={{ name: result.patientName, birthDate: result.birthDate, age: result.age, mrnTail: result.mrnTail ?? '' }} />
      {data ? (
        <>
          <Box component="section" aria-label={translate('results.if_released')}><Viewers viewers={data.released} /></Box>
          <NoticesTold notices={data.notices} viewers={data.released} />
        </>
      ) : <Waiting rows={3} />}
      {comment.trim() === '' ? null : <Box sx={{ pl: 1.5, borderLeft: '3px solid', borderColor: 'line', whiteSpace: 'pre-line' }}>{comment}</Box>}
      {result.needsStepUp ? <Note icon="shield">{translate('results.one_by_one')}</Note> : null}
    </FormPanel>
  )
}
