import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import type { PanelName } from '#client/messages/ActPanel.tsx'
import type { KeyBinding } from '#client/ui/keys.ts'

type Given = {
  may: ThreadAnswer['may']
  mine: boolean
  open: (panel: PanelName) => void
  take: (thenWrite: boolean) => void
  write: (kind: 'reply' | 'note') => void
  canned: () => void
}

/** Keys of an open thread. A key whose act is refused now does nothing: its button says why. */
export function threadKeys({ may, mine, open, take, write, canned }: Given): KeyBinding[] {
  const key = (keys: string, label: string, no: unknown, run: () => void): KeyBinding => ({ keys, group: 'act', label: `messages.key.${label}`, run: no === null ? run : () => undefined })
  const mayWrite = may.reply === null || may.claim === null
  return [
    key('c', 'claim', mine ? 'held already' : may.claim, () => take(false)),
    key('u', 'give_back', may.giveBack, () => open('give-back')),
    key('r', 'reply', mayWrite ? null : 'not now', () => take(true)),
    key('alt+n', 'note', may.note, () => write('note')),
    key('f', 'forward', may.forward, () => open('forward')),
    key('w', 'wait', may.wait, () => open('wait')),
    { ...key('e', 'resolve', may.resolve, () => open('resolve')), remark: 'messages.resolve_remark' },
    key('shift+e', 'reopen', may.reopen, () => open('reopen')),
    { keys: '/', group: 'move', label: 'messages.key.canned', run: may.reply === null ? canned : () => undefined },
  ]
}
