import { useTranslate } from 'ra-core'
import type { ValueAnswer } from '#domain/contracts/results.ts'
import { StateChip } from '#client/ui/StateChip.tsx'

/** How the laboratory reads a value: colour only where it is out of range. */
export function ReadingChip({ reading }: { reading: ValueAnswer['reading'] }) {
  const translate = useTranslate()
  if (reading === null) return null
  const words = translate(`results.reading.${reading}`)
  if (reading === 'normal') return <StateChip state="none" icon="tick">{words}</StateChip>
  const icon = reading.endsWith('low') ? 'down' : reading.endsWith('high') ? 'up' : undefined
  return <StateChip state={reading.startsWith('critical') ? 'late' : 'due'} {...(icon && !reading.startsWith('critical') ? { icon } : {})}>{words}</StateChip>
}
