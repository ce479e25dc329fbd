import type { QueueLine } from '#domain/contracts/message-settings.ts'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { CallPanel } from '#client/messages/CallPanel.tsx'
import { ForwardPanel } from '#client/messages/ForwardPanel.tsx'
import { MovePanel } from '#client/messages/MovePanel.tsx'
import { NotePanel } from '#client/messages/NotePanel.tsx'
import { ReassignPanel } from '#client/messages/ReassignPanel.tsx'
import { ResolvePanel } from '#client/messages/ResolvePanel.tsx'

export type PanelName = 'give-back' | 'reassign' | 'take-over' | 'forward' | 'wait' | 'resolve' | 'reopen' | 'call' | 'move' | 'flag'

/** What every dialog of a thread is given. `onGone`: the thread is done with, go on to the next one named. */
export type PanelProps = { thread: ThreadAnswer; onClose: () => void; onDone: () => void }
type ActPanelProps = PanelProps & { name: PanelName; queues: readonly QueueLine[]; next: { nextIn: object }; onGone: (nextId: string | null) => void }

/** The dialog of one act on a thread. */
export function ActPanel({ name, queues, next, onGone, ...panel }: ActPanelProps) {
  switch (name) {
    case 'give-back': return <NotePanel {...panel} act="give-back" name="give_back" noteNeeded={false} onDone={() => onGone(null)} />
    case 'take-over': return <NotePanel {...panel} act="take-over" name="take_over" noteNeeded />
    case 'wait': return <NotePanel {...panel} act="wait" name="wait" noteNeeded={false} />
    case 'reopen': return <NotePanel {...panel} act="reopen" name="reopen" noteNeeded={false} />
    case 'flag': return <NotePanel {...panel} act="flag" name="flag" noteNeeded />
    case 'reassign': return <ReassignPanel {...panel} queues={queues} />
    case 'forward': return <ForwardPanel {...panel} queues={queues} onDone={() => onGone(null)} />
    case 'resolve': return <ResolvePanel {...panel} next={next} onGone={onGone} />
    case 'call': return <CallPanel {...panel} />
    case 'move': return <MovePanel {...panel} />
  }
}
