import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { FiguresAnswer } from '#domain/contracts/enrollment-figures.ts'
import { funnelParts, hoursText, shareOf, type Drill } from '#client/enrollment-dashboard/figures.ts'
import { Card } from '#client/ui/Card.tsx'
import { Figure } from '#client/ui/Figure.tsx'
import { NumberLink } from '#client/ui/NumberLink.tsx'

type FunnelStripProps = { figures: FiguresAnswer; onDrill: (drill: Omit<Drill, 'from' | 'to'>) => void }

/** The funnel in one line: each number with its share of the invited, then how long it takes, and what is under way. */
export function FunnelStrip({ figures, onDrill }: FunnelStripProps) {
  const translate = useTranslate()
  const { total, hoursToActivate: took } = figures
  const hours = (value: number | null) => {
    if (value === null) return '–'
    const text = hoursText(value)
    return `${text.value} ${translate(`figures.unit.${text.unit}`)}`
  }
  const linked = (value: number, what: Drill['what'], title: string) => (
    <NumberLink type="button" aria-label={`${title}: ${value}`} onClick={() => onDrill({ what, title })}>{value}</NumberLink>
  )
  return (
    <Card>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(112px, 1fr))' }}>
        {funnelParts.map((part) => {
          const title = translate(`figures.part.${part}`)
          const share = part === 'invited' ? null : shareOf(total[part], total.invited)
          return <Figure key={part} name={title} value={linked(total[part], part, title)} under={share === null ? undefined : translate('figures.share', { share })} />
        })}
        <Figure name={translate('figures.median')} value={hours(took.median)} under={translate('figures.people', { smart_count: took.people })} />
        <Figure name={translate('figures.p90')} value={hours(took.p90)} under={translate('figures.p90_under')} />
        <Figure name={translate('figures.part.open-now')} value={linked(figures.openNow, 'open-now', translate('figures.part.open-now'))} />
      </Box>
    </Card>
  )
}
