import { NumberLink } from '#client/ui/NumberLink.tsx'
import type { Drill, OnDrill } from '#client/service-levels/levels.ts'

type DrillNumberProps = Drill & {
  n: number
  onDrill: OnDrill
  /** What is shown instead of the count: a share, a time. */
  text?: string
}

/** A number that opens the threads behind it; nothing is behind a nought. */
export function DrillNumber({ n, figure, title, onDrill, text }: DrillNumberProps) {
  if (n === 0) return <span>{text ?? n}</span>
  return <NumberLink type="button" aria-label={text === undefined ? `${title}: ${n}` : `${text}, ${title}: ${n}`} onClick={() => onDrill({ figure, title })}>{text ?? n}</NumberLink>
}
