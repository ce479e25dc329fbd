import Box from '@mui/material/Box'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { DrillNumber } from '#client/service-levels/DrillNumber.tsx'
import { ExportButton } from '#client/service-levels/ExportButton.tsx'
import type { PartProps } from '#client/service-levels/LevelView.tsx'
import { Named } from '#client/service-levels/Named.tsx'
import { FEWEST_ANSWERS, minutesText, type OnDrill, type Person } from '#client/service-levels/levels.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { useMay } from '#client/layout/session.ts'
import { TextLink } from '#client/ui/TextLink.tsx'

/** Who has how much, in the order of their names: nobody is ranked by speed. */
export function PeopleCard({ levels, ask, onDrill }: PartProps) {
  const translate = useTranslate()
  const mayCover = useMay('cover.set') !== '-'
  const label = translate('levels.people')
  return (
    <Card title={label} aside={<ExportButton table="people" ask={ask} />} flush>
      {levels.people.length === 0
        ? <EmptyState kind="nothing-found" title={translate('levels.nobody_yet')} />
        : <Rows label={label} rows={levels.people} rowKey={({ id }) => id} columns={columnsOf(translate, { levels, onDrill, mayCover })} />}
    </Card>
  )
}

type Scene = Pick<PartProps, 'levels'> & { onDrill: OnDrill; mayCover: boolean }

function columnsOf(translate: TranslateFunction, { levels: { from, to }, onDrill, mayCover }: Scene): Column<Person>[] {
  return [
    { key: 'name', heading: 'levels.person', cell: (person) => <Who person={person} mayCover={mayCover} /> },
    {
      key: 'open', heading: 'levels.open', align: 'right',
      cell: ({ id, name, open }) => <Named name={translate('levels.open')}><DrillNumber n={open} figure={{ of: 'open', assignee: id }} title={`${name}, ${translate('levels.open')}`} onDrill={onDrill} /></Named>,
    },
    {
      key: 'late', heading: 'levels.late', align: 'right',
      cell: ({ id, name, late }) => (
        <Named name={translate('levels.late')}>
          <Box component="span" sx={late > 0 ? { color: 'late', display: 'inline-flex', gap: 0.5, alignItems: 'center', fontWeight: 600 } : {}}>
            {late > 0 ? <Icon name="late" size={14} /> : null}
            <DrillNumber n={late} figure={{ of: 'open', assignee: id, late: true }} title={`${name}, ${translate('levels.late')}`} onDrill={onDrill} />
          </Box>
        </Named>
      ),
    },
    {
      key: 'median', heading: 'levels.median_short', align: 'right',
      cell: ({ id, name, replies }) => (
        <Named name={translate('levels.median_short')}>
          {replies.answered < FEWEST_ANSWERS ? <span title={translate('levels.too_few')}>–</span> : (
            <DrillNumber n={replies.answered} figure={{ of: 'answered', staffId: id, from, to }} title={`${name}, ${translate('levels.answered')}`} onDrill={onDrill} text={minutesText(replies.medianMinutes, translate)} />
          )}
        </Named>
      ),
    },
  ]
}

function Who({ person: { name, away, coveredBy }, mayCover }: { person: Person; mayCover: boolean }) {
  const translate = useTranslate()
  return (
    <>
      <Box component="span" sx={{ fontWeight: 500 }}>{name}</Box>
      {away ? (
        <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2' }}>
          {coveredBy ? translate('levels.away_covered', { name: coveredBy }) : translate('levels.away')}
          {!coveredBy && mayCover ? <> · <TextLink to="/practitioners/covers">{translate('levels.cover')}</TextLink></> : null}
        </Box>
      ) : null}
    </>
  )
}
