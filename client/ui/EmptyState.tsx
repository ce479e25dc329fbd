import type { ReactNode } from 'react'
import { Centered } from '#client/ui/Centered.tsx'

const looks = {
  'first-day': { icon: 'inbox', tone: 'plain' },
  'all-done': { icon: 'ok', tone: 'ok' },
  'nothing-found': { icon: 'search', tone: 'plain' },
} as const

type EmptyStateProps = { kind: keyof typeof looks; title: string; text?: ReactNode; children?: ReactNode }

/** Nothing is here, and why: the first day, all done, or nothing found; with the next step. */
export function EmptyState({ kind, title, text, children }: EmptyStateProps) {
  return (
    <Centered {...looks[kind]} title={title} text={text}>
      {children}
    </Centered>
  )
}
