import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import type { BlocksAnswer } from '#domain/contracts/proxy-access.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Facts } from '#client/ui/Facts.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type BlocksPanelProps = { patient: PatientOverview; whom: ReactNode; onClose: () => void }
type Block = BlocksAnswer['blocks'][number]

/** For the privacy officer alone: every safety note of a chart, against whom and why, by which signs they are recognised. */
export function BlocksPanel({ patient, whom, onClose }: BlocksPanelProps) {
  const translate = useTranslate()
  const { data, error, refetch } = useRead<BlocksAnswer>('proxy-grants', { path: paths.blocks(patient.id) })
  const mayAskLift = useMay('block.lift') === '2'
  const [lifting, setLifting] = useState<Block | null>(null)
  if (lifting) {
    return (
      <ReasonPanel
        title={translate('access.lift_title')}
        whom={whom}
        effect={translate('access.lift_effect')}
        confirm={translate('access.ask_second')}
        command={(words) => ({ path: paths.liftBlock(lifting.id), body: { reason: words } })}
        touched={touched}
        onDone={onClose}
        onClose={() => setLifting(null)}
      />
    )
  }
  return (
    <Panel title={translate('access.blocks_title')} width={680} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {whom}
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting rows={3} /> : null}
        {data?.blocks.map((block) => (
          <Box component="section" key={block.id} aria-label={translate(`access.block_kind.${block.kind}`)} sx={{ display: 'grid', gap: 1, borderTop: '1px solid', borderColor: 'line', pt: 1.5 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
              <StateChip state={block.liftedAt ? 'none' : 'blocked'}>{translate(block.liftedAt ? 'access.lifted' : `access.block_kind.${block.kind}`)}</StateChip>
              {mayAskLift && !block.liftedAt ? <Button size="small" onClick={() => setLifting(block)}>{translate('access.lift')}</Button> : null}
            </Box>
            <Facts
              facts={[
                { key: 'note', name: translate('access.block_note'), value: block.note },
                { key: 'set', name: translate('access.block_set_by'), value: <>{block.setByName}, <Moment at={block.setAt} /></> },
                ...(block.liftedAt ? [{ key: 'lifted', name: translate('access.lifted'), value: <Moment at={block.liftedAt} /> }] : []),
                { key: 'marks', name: translate('access.block_marks'), value: <Marks block={block} /> },
                ...(block.cleared.length > 0 ? [{ key: 'cleared', name: translate('access.block_cleared'), value: block.cleared.map(({ name }) => name).join(', ') }] : []),
              ]}
            />
          </Box>
        ))}
      </Box>
    </Panel>
  )
}

function Marks({ block }: { block: Block }) {
  const translate = useTranslate()
  return (
    <ul>
      {block.marks.map((mark) => (
        <li key={`${mark.kind} ${mark.value}`}>
          {translate(`access.mark.${mark.kind}`)}: {mark.value}
        </li>
      ))}
    </ul>
  )
}
