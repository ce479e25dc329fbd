import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate, type TranslateFunction } from 'ra-core'
import type { FigureRow } from '#domain/contracts/enrollment-figures.ts'
import { invitationStates } from '#domain/enrollment/words.ts'
import { hoursText, type Drill } from '#client/enrollment-dashboard/figures.ts'
import { PagesCard } from '#client/layout/PagesCard.tsx'
import { usePages } from '#client/layout/use-pages.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { InvitationState } from '#client/ui/InvitationState.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import { WhoCell } from '#client/ui/WhoCell.tsx'
import { useKeys } from '#client/ui/keys.ts'

const PER_PAGE = 50

function columnsOf(translate: TranslateFunction): Column<FigureRow>[] {
  return [
    { key: 'who', heading: 'invitations.patient', cell: (row) => <WhoCell {...row} /> },
    { key: 'where', heading: 'figures.where', cell: (row) => `${row.portalName} · ${row.siteName}`, from: 'md' },
    { key: 'state', heading: 'invitations.is', cell: (row) => <FigureState row={row} /> },
    { key: 'took', heading: 'figures.took', align: 'right', from: 'sm', cell: (row) => (row.hours === null ? '–' : `${hoursText(row.hours).value} ${translate(`figures.unit.${hoursText(row.hours).unit}`)}`) },
    { key: 'at', heading: 'campaigns.changed', align: 'right', cell: (row) => <Moment at={row.at} />, from: 'sm' },
  ]
}

/** The people behind one number, under the same narrowing; Backspace goes back to the numbers. */
export function PeopleBehind({ drill, onBack }: { drill: Drill; onBack: () => void }) {
  const translate = useTranslate()
  const { title, ...asked } = drill
  useKeys([{ keys: 'backspace', group: 'move', label: 'figures.key_back', run: onBack }])
  const pages = usePages<FigureRow>({ resource: 'invitations', path: '/enrollment-figures/rows', body: { ...asked, limit: PER_PAGE }, keyOf: (row) => row.id, alsoOn: ['enrollments'] })
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <div>
        <Button onClick={onBack}>{translate('figures.back')} <KeyCap keys="backspace" /></Button>
      </div>
      <PagesCard
        pages={pages}
        title={title}
        label={title}
        perPage={PER_PAGE}
        rowKey={(row) => `${row.kind} ${row.id}`}
        columns={columnsOf(translate)}
        to={(row) => (row.kind === 'invitation' ? `/invitations/${row.id}` : `/enroll/${row.id}`)}
        empty={<EmptyState kind="nothing-found" title={translate('figures.nobody')} />}
      />
    </Box>
  )
}

function FigureState({ row }: { row: FigureRow }) {
  const translate = useTranslate()
  const known = invitationStates.find((state) => state === row.state)
  if (row.kind === 'invitation' && known) return <InvitationState state={known} />
  return <>{translate(`enroll.ended.${row.state}`, { _: row.state })}</>
}
