import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useNotify, useTranslate } from 'ra-core'
import { useId, useRef, useState, type ReactNode } from 'react'
import type { ActAnswer, HoldAnswer, PreviewAnswer, ResultAnswer } from '#domain/contracts/results.ts'
import { actCommand, releaseCommand, touched } from '#client/results/acts.ts'
import { AlsoActs } from '#client/results/AlsoActs.tsx'
import { Beside } from '#client/results/Beside.tsx'
import { CameWithCard } from '#client/results/CameWithCard.tsx'
import { CommentBox } from '#client/results/CommentBox.tsx'
import { EvidenceCard } from '#client/results/EvidenceCard.tsx'
import { HistoryCard } from '#client/results/HistoryCard.tsx'
import { HoldsCard } from '#client/results/HoldsCard.tsx'
import { ReleaseBar } from '#client/results/ReleaseBar.tsx'
import { ResultAlerts } from '#client/results/ResultAlerts.tsx'
import { ResultDialogs, type ResultDialog } from '#client/results/ResultDialogs.tsx'
import { ResultHead } from '#client/results/ResultHead.tsx'
import { TrendCard } from '#client/results/TrendCard.tsx'
import { usePreview } from '#client/results/use-results.ts'
import { useSpoken } from '#client/results/use-spoken.ts'
import { ValuesTable } from '#client/results/ValuesTable.tsx'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'

type ResultPaneProps = {
  result: ResultAnswer
  draft: string
  onDraft: (text: string) => void
  /** It was released, declined or held; `next`: whether another one may be opened. */
  onDone: (next: boolean) => void
  head?: ReactNode
}

const peopleIn = (preview: PreviewAnswer) => JSON.stringify(preview.released.map(({ viewer, visible, mayReply }) => [viewer, visible, mayReply]))

/** One result: what came, how it compares, who will see it, and what is done with it. */
export function ResultPane({ result, draft, onDraft, onDone, head }: ResultPaneProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const said = useSpoken()
  const titleId = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const hasRoom = useMediaQuery(useTheme().breakpoints.up('lg'), { noSsr: true })
  const [valueId, setValueId] = useState<string | null>(null)
  const [dialog, setDialog] = useState<ResultDialog | null>(null)
  const [hold, setHold] = useState<HoldAnswer | null>(null)
  const { data: preview } = usePreview(result.id)
  const people = preview ? peopleIn(preview) : null
  const [seenPeople, setSeenPeople] = useState(people)
  if (seenPeople === null && people !== null) setSeenPeople(people)
  const peopleChanged = seenPeople !== null && people !== null && seenPeople !== people
  const { run, fault, pending } = useCommand<ActAnswer>()
  const withTrend = result.values.filter(({ trend }) => trend.length > 1)
  const shownValue = withTrend.find(({ id }) => id === valueId) ?? withTrend.find(({ reading }) => reading !== null && reading !== 'normal') ?? withTrend[0] ?? null

  /** Words that nobody could read are not asked for. */
  const mayComment = result.may.comment.allowed && (result.may.release.allowed || [result.forPatient, result.forRepresentatives].some(({ state }) => state === 'visible'))

  const release = async () => {
    if (!preview) return
    if (result.needsStepUp || peopleChanged) return setDialog('release')
    const answer = await run(releaseCommand(result, draft, translate('results.reason_release')), touched)
    if (answer) finish(answer.data)
  }
  const finish = ({ state, told }: ActAnswer) => {
    onDraft('')
    notify(state.state === 'visible' ? 'results.done_released' : said(state.sentence), { type: state.state === 'visible' ? 'success' : 'warning', messageArgs: { smart_count: told, _: said(state.sentence) } })
    onDone(!result.needsStepUp)
  }
  const comment = async () => {
    if (await run(actCommand(result, 'comment', { comment: draft.trim() }), touched)) {
      onDraft('')
      notify('results.done_comment', { type: 'success' })
    }
  }
  const openHold = (which: ResultDialog) => (one: HoldAnswer) => {
    setHold(one)
    setDialog(which)
  }
  const beside = <Beside result={result}><AlsoActs result={result} onOpen={setDialog} /></Beside>
  return (
    <>
      <Box component="section" aria-labelledby={titleId} sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
        {head}
        <ResultHead result={result} titleId={titleId} />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: { md: 'auto' }, px: { xs: 2, md: 3 }, py: 2, display: 'grid', gap: 2, alignContent: 'start' }} tabIndex={0} role="group" aria-labelledby={titleId}>
          <ResultAlerts result={result} peopleChanged={peopleChanged} onCalled={() => setDialog('called')} onSeenPeople={() => setSeenPeople(people)} />
          {result.values.length > 0 ? <ValuesTable values={result.values} chosen={shownValue?.id ?? null} onChoose={({ id }) => setValueId(id)} /> : null}
          {result.remarks ? <Card title={translate('results.report')}><Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{result.remarks}</Box></Card> : null}
          <CameWithCard result={result} />
          {shownValue ? <TrendCard key={shownValue.id} value={shownValue} /> : null}
          <HoldsCard result={result} onExtend={openHold('extend')} onEnd={openHold('end-hold')} />
          {hasRoom ? null : <Card>{beside}</Card>}
          {mayComment ? <CommentBox name={result.patientName} isOut={result.forPatient.state === 'visible'} value={draft} onChange={onDraft} box={box} /> : null}
          <CommandFault fault={fault} onRetry={() => void release()} />
          <EvidenceCard result={result} />
          <HistoryCard result={result} />
        </Box>
        <ReleaseBar result={result} hasComment={draft.trim() !== ''} pending={pending} ready={preview !== undefined} onRelease={() => void release()} onComment={() => void comment()} onOpen={setDialog} />
      </Box>
      {hasRoom ? (
        <Box component="aside" aria-label={translate('results.beside')} tabIndex={0} sx={{ flex: '0 0 296px', minHeight: 0, overflowY: 'auto', px: 2, py: 2, bgcolor: 'surface', borderInlineStart: '1px solid', borderColor: 'line' }}>{beside}</Box>
      ) : null}
      <ResultDialogs dialog={dialog} hold={hold} result={result} draft={draft} onReleased={finish} onDone={(next) => { setDialog(null); if (next !== null) onDone(next) }} onClose={() => setDialog(null)} />
    </>
  )
}
