import Box from '@mui/material/Box'
import { useTranslate, type TranslateFunction } from 'ra-core'
import type { FairnessAnswer } from '#domain/contracts/service-levels.ts'
import { Named } from '#client/service-levels/Named.tsx'
import { minutesText, shareText } from '#client/service-levels/levels.ts'
import { Card } from '#client/ui/Card.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'

type By = FairnessAnswer['by'][number]
type Group = By['groups'][number]

/** The groups of one trait side by side, each median with its bar; what is too small is said to be so. */
export function FairnessTable({ by: { trait, groups, hidden }, fewest }: { by: By; fewest: number }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const label = translate(`levels.trait.${trait}`)
  const shown = groups.filter(({ figures }) => figures !== null)
  const most = Math.max(1, ...shown.map(({ figures }) => figures?.p90Minutes ?? 0))
  return (
    <Card title={label} flush>
      {shown.length === 0 ? <Box sx={{ p: 2, color: 'ink2' }}>{translate('levels.all_small', { fewest })}</Box> : <Rows label={label} rows={shown} rowKey={({ group }) => group} columns={columnsOf(translate, { trait, locale, most })} />}
      {hidden > 0 && shown.length > 0 ? <Box sx={{ px: 2, py: 1, borderTop: '1px solid', borderColor: 'line', typography: 'table', color: 'ink2' }}>{translate('levels.hidden', { smart_count: hidden, fewest })}</Box> : null}
    </Card>
  )
}

function columnsOf(translate: TranslateFunction, { trait, locale, most }: { trait: By['trait']; locale: string; most: number }): Column<Group>[] {
  const times = (key: 'medianMinutes' | 'p90Minutes', heading: string): Column<Group> => ({
    key, heading, align: 'right', cell: ({ figures }) => <Named name={translate(heading)}>{minutesText(figures?.[key] ?? null, translate)}</Named>,
  })
  return [
    { key: 'group', heading: `levels.trait.${trait}`, cell: ({ group }) => groupName(trait, group, locale, translate) },
    {
      key: 'bar', heading: 'levels.median_p90', from: 'md',
      cell: ({ figures }) => (
        <Box aria-hidden sx={{ position: 'relative', height: 12, minWidth: 160, borderRadius: 0.5, bgcolor: 'sunken' }}>
          <Box sx={{ position: 'absolute', insetBlock: 0, insetInlineStart: 0, borderRadius: 0.5, bgcolor: 'color-mix(in srgb, var(--pd-palette-accent) 38%, var(--pd-palette-surface))' }} style={{ width: `${((figures?.p90Minutes ?? 0) / most) * 100}%` }} />
          <Box sx={{ position: 'absolute', insetBlock: 0, insetInlineStart: 0, borderRadius: 0.5, bgcolor: 'accent' }} style={{ width: `${((figures?.medianMinutes ?? 0) / most) * 100}%` }} />
        </Box>
      ),
    },
    times('medianMinutes', 'levels.median'), times('p90Minutes', 'levels.p90'),
    { key: 'on-time', heading: 'levels.on_time', align: 'right', cell: ({ figures }) => <Named name={translate('levels.on_time')}>{figures ? shareText(figures.onTime, figures.answered, locale) : '–'}</Named> },
    { key: 'replies', heading: 'levels.answered', align: 'right', cell: ({ figures }) => <Named name={translate('levels.answered')}>{figures?.answered}</Named> },
    { key: 'people', heading: 'levels.patients', align: 'right', cell: ({ people }) => <Named name={translate('levels.patients')}>{people}</Named> },
  ]
}

function groupName(trait: By['trait'], group: string, locale: string, translate: TranslateFunction): string {
  if (group === '?' || group === 'UNK') return translate('levels.not_said')
  if (trait === 'age') return translate('levels.years', { group })
  if (trait === 'sex') return translate(`levels.sex.${group}`, { _: group })
  return new Intl.DisplayNames([locale], { type: 'language' }).of(group) ?? group
}
