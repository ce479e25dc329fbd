import { useTranslate } from 'ra-core'
import type { ActAnswer, HoldAnswer, ResultAnswer } from '#domain/contracts/results.ts'
import { touched } from '#client/results/acts.ts'
import { DeclinePanel } from '#client/results/DeclinePanel.tsx'
import { ExtendPanel } from '#client/results/ExtendPanel.tsx'
import { HoldPanel } from '#client/results/HoldPanel.tsx'
import { KindPanel } from '#client/results/KindPanel.tsx'
import { NotePanel } from '#client/results/NotePanel.tsx'
import { RecallPanel } from '#client/results/RecallPanel.tsx'
import { ReleasePanel } from '#client/results/ReleasePanel.tsx'
import { TimelinePanel } from '#client/results/TimelinePanel.tsx'
import { VerifyPanel } from '#client/results/VerifyPanel.tsx'
import { WishPanel } from '#client/results/WishPanel.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'

export type ResultDialog = 'release' | 'verify' | 'review' | 'hold' | 'recall' | 'decline' | 'called' | 'counselled' | 'wish' | 'category' | 'timeline' | 'extend' | 'end-hold'

type ResultDialogsProps = {
  dialog: ResultDialog | null
  hold: HoldAnswer | null
  result: ResultAnswer
  draft: string
  onReleased: (answer: ActAnswer) => void
  /** `next`: whether the worklist may go on to another result; null: it stays. */
  onDone: (next: boolean | null) => void
  onClose: () => void
}

/** The dialogs of one result. */
export function ResultDialogs({ dialog, hold, result, draft, onReleased, onDone, onClose }: ResultDialogsProps) {
  const translate = useTranslate()
  const stay = () => onDone(null)
  if (dialog === 'release') return <ReleasePanel result={result} comment={draft} onReleased={(answer) => { onDone(null); onReleased(answer) }} onClose={onClose} />
  if (dialog === 'verify' || dialog === 'review') return <VerifyPanel kind={dialog} result={result} onDone={(answer) => { onDone(null); onReleased(answer) }} onClose={onClose} />
  if (dialog === 'hold') return <HoldPanel result={result} onDone={stay} onClose={onClose} />
  if (dialog === 'recall') return <RecallPanel result={result} onDone={stay} onClose={onClose} />
  if (dialog === 'decline') return <DeclinePanel result={result} onDone={() => onDone(true)} onClose={onClose} />
  if (dialog === 'called' || dialog === 'counselled') return <NotePanel kind={dialog} result={result} onDone={stay} onClose={onClose} />
  if (dialog === 'wish') return <WishPanel result={result} onDone={stay} onClose={onClose} />
  if (dialog === 'category') return <KindPanel result={result} onDone={stay} onClose={onClose} />
  if (dialog === 'timeline') return <TimelinePanel id={result.id} name={result.name} onClose={onClose} />
  if (dialog === 'extend' && hold) return <ExtendPanel hold={hold} result={result} onDone={stay} onClose={onClose} />
  if (dialog === 'end-hold' && hold) {
    return (
      <ReasonPanel
        title={translate('results.end_hold_title')}
        effect={translate('results.end_hold_effect', { portal: result.portalName })}
        confirm={translate('results.end_hold_do')}
        command={(reason) => ({ path: `/holds/${encodeURIComponent(hold.id)}/end`, body: { reason }, version: hold.version })}
        touched={touched}
        onDone={stay}
        onClose={onClose}
      />
    )
  }
  return null
}
