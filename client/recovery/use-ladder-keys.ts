import { isOpenWay, type Way } from '#client/recovery/ladder-state.ts'
import { useKeys } from '#client/ui/keys.ts'

type LadderKeys = { ways: readonly Way[]; onChoose: (way: Way) => void; onPress: () => void; onStop: (() => void) | null; onEnd: (() => void) | null }

/** 1 to 4 choose a way, Ctrl Enter presses the filled button from anywhere, Alt S stops safely, Ctrl . ends the call. */
export function useLadderKeys({ ways, onChoose, onPress, onStop, onEnd }: LadderKeys): void {
  useKeys([
    ...ways.flatMap((way, place) => (isOpenWay(way) ? [{ keys: String(place + 1), group: 'act' as const, label: `recovery.key_way.${way.kind}`, run: () => onChoose(way) }] : [])),
    { keys: 'ctrl+enter', group: 'act', label: 'recovery.key_press', run: onPress },
    ...(onStop ? [{ keys: 'alt+s', group: 'act' as const, label: 'recovery.stop', run: onStop }] : []),
    ...(onEnd ? [{ keys: 'ctrl+.', group: 'act' as const, label: 'recovery.end_call', run: onEnd }] : []),
  ])
}
