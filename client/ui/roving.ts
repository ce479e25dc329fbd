import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useKeys } from '#client/ui/keys.ts'

/**
 * One Tab stop for a whole list: arrows, Home, End (and J, K from anywhere on the screen) move between rows.
 * Give `stop(index)` to the one focusable thing of each row. Another `start` is where it goes on.
 */
export function useRoving(count: number, start = 0) {
  const [current, setCurrent] = useState(start)
  const [begun, setBegun] = useState(start)
  if (begun !== start) {
    setBegun(start)
    setCurrent(start)
  }
  const stops = useRef(new Map<number, HTMLElement>())
  const at = Math.min(current, Math.max(0, count - 1))

  const move = (to: number) => {
    const next = Math.max(0, Math.min(count - 1, to))
    setCurrent(next)
    stops.current.get(next)?.focus()
  }
  /** The first press goes to the current row, later ones from row to row. */
  const step = (by: number) => move(stops.current.get(at) === document.activeElement ? at + by : at)

  useKeys(
    count > 0
      ? [
          { keys: 'j', group: 'move', label: 'keys.next_row', run: () => step(1) },
          { keys: 'k', group: 'move', label: 'keys.previous_row', run: () => step(-1) },
        ]
      : [],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }

  return {
    /** From a field above the list into it, at the row last left. */
    enter: () => move(at),
    onKeyDown,
    stop: (index: number) => ({
      tabIndex: index === at ? 0 : -1,
      onFocus: (_event: FocusEvent) => setCurrent(index),
      ref: (element: HTMLElement | null) => {
        if (element) stops.current.set(index, element)
        else stops.current.delete(index)
      },
    }),
  }
}
