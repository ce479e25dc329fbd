import Button from '@mui/material/Button'
import { LinkBase, useNavigate, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { RecoveryRow, RecoverySearchAnswer } from '#domain/contracts/recovery.ts'
import { CaseState } from '#client/recovery/CaseState.tsx'
import { RecoveryParts } from '#client/recovery/RecoveryParts.tsx'
import { PagesCard } from '#client/layout/PagesCard.tsx'
import { useMay } from '#client/layout/session.ts'
import { usePages } from '#client/layout/use-pages.ts'
import { usePortals } from '#client/layout/use-sites.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { SelectField } from '#client/ui/Field.tsx'
import { FilterBar, Switch } from '#client/ui/FilterBar.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Moment } from '#client/ui/Moment.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import { WhoCell } from '#client/ui/WhoCell.tsx'
import { AgeCell } from '#client/recovery/AgeCell.tsx'

const PER_PAGE = 50
const groups = ['waiting', 'mine', 'ended'] as const

function columnsOf(translate: TranslateFunction, group: (typeof groups)[number]): Column<RecoveryRow>[] {
  return [
    { key: 'who', heading: 'recovery.patient', cell: (row) => <WhoCell name={row.name} birthDate={row.birthDate} mrnTail={row.mrnTail} /> },
    { key: 'state', heading: 'recovery.is', cell: (row) => <CaseState state={row.state} outcome={row.outcome} /> },
    { key: 'portal', heading: 'recovery.portal', cell: (row) => row.portalName, from: 'md' },
    { key: 'source', heading: 'recovery.came_from', cell: (row) => `${translate(`recovery.source.${row.source}`)}${row.attempts > 1 ? ` · ${translate('recovery.attempts', { smart_count: row.attempts })}` : ''}`, from: 'lg' },
    group === 'ended'
      ? { key: 'ended', heading: 'recovery.ended', align: 'right', cell: (row) => (row.endedAt ? <Moment at={row.endedAt} /> : '–') }
      : { key: 'age', heading: 'recovery.waits', align: 'right', cell: (row) => <AgeCell since={row.openedAt} /> },
  ]
}

/** Cases of account recovery: those that wait, one's own, those that ended; each with its age and how it stands. */
export default function RecoveryPage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const mayWork = useMay('recovery.work') !== '-'
  const [group, setGroup] = useState<(typeof groups)[number]>('waiting')
  const portals = usePortals()
  const [portalId, setPortal] = useState('')
  const pages = usePages<RecoveryRow, RecoverySearchAnswer>({ resource: 'recovery', path: '/recovery/search', body: { group, limit: PER_PAGE, ...(portalId === '' ? {} : { portalId }) }, keyOf: (row) => row.id })
  useKeys(mayWork ? [{ keys: 'n', group: 'act', label: 'recovery.new_call', run: () => void navigate('/recovery/new') }] : [])
  return (
    <RecoveryParts
      under={translate('recovery.under')}
      actions={mayWork ? <Button component={LinkBase} to="/recovery/new" variant="contained">{translate('recovery.new_call')} <KeyCap keys="n" /></Button> : null}
    >
      <FilterBar>
        <Switch label={translate('recovery.which')} value={group} options={groups.filter((one) => mayWork || one !== 'mine').map((value) => ({ value, text: translate(`recovery.group.${value}`) }))} onChange={setGroup} />
        <div>
          <SelectField label={translate('recovery.portal')} value={portalId} onChange={(event) => setPortal(event.target.value)}>
            <option value="">{translate('recovery.every_portal')}</option>
            {portals.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </SelectField>
        </div>
      </FilterBar>
      <PagesCard
        pages={pages}
        label={translate(`recovery.group.${group}`)}
        perPage={PER_PAGE}
        rowKey={(row) => row.id}
        columns={columnsOf(translate, group)}
        to={(row) => `/recovery/${row.id}`}
        empty={<EmptyState kind={group === 'ended' ? 'first-day' : 'all-done'} title={translate(`recovery.none_${group}`)} text={translate('recovery.none_text')} />}
      />
    </RecoveryParts>
  )
}
