import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { ActKind, CallOutcome } from '#domain/recovery/words.ts'
import { ActPanel } from '#client/recovery/ActPanel.tsx'
import { ApprovalPanel } from '#client/recovery/ApprovalPanel.tsx'
import { BeginPanel } from '#client/recovery/BeginPanel.tsx'
import { EndCallPanel } from '#client/recovery/EndCallPanel.tsx'
import { StopPanel } from '#client/recovery/StopPanel.tsx'

/** The dialog that is open over a call. */
export type OpenPanel = { what: 'begin' } | { what: 'approval' } | { what: 'act'; kind: ActKind } | { what: 'stop' } | { what: 'end'; suggested: CallOutcome | null }

type CallPanelsProps = { desk: CallDesk; panel: OpenPanel | null; language: 'en' | 'es'; onLeft: (outcome: CallOutcome) => void; onClose: () => void }

/** The dialogs of a call, one at a time. */
export function CallPanels({ desk, panel, language, onLeft, onClose }: CallPanelsProps) {
  switch (panel?.what) {
    case undefined: return null
    case 'begin': return <BeginPanel desk={desk} onDone={onClose} onClose={onClose} />
    case 'approval': return <ApprovalPanel desk={desk} onDone={onClose} onClose={onClose} />
    case 'act': return <ActPanel desk={desk} kind={panel.kind} onDone={onClose} onClose={onClose} />
    case 'stop': return <StopPanel desk={desk} language={language} onClose={onClose} />
    case 'end': return <EndCallPanel desk={desk} suggested={panel.suggested} onDone={onLeft} onClose={onClose} />
  }
}
