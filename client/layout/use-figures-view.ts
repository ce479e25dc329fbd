import { useState } from 'react'
import { useSessionState } from '#client/layout/session.ts'
import { useKeepPreferences } from '#client/layout/use-preferences.ts'

export type FiguresView = 'chart' | 'table'

/** Charts or tables, for every screen of figures at once: shown at a press, and kept on the server for the next time. */
export function useFiguresView(): [FiguresView, (view: FiguresView) => void] {
  const { session } = useSessionState()
  const { keep } = useKeepPreferences()
  const [pressed, setPressed] = useState<FiguresView | null>(null)
  const kept = session?.staff.figuresAsTables ? 'table' : 'chart'
  return [pressed ?? kept, (view) => {
    setPressed(view)
    void keep({ figuresAsTables: view === 'table' })
  }]
}
