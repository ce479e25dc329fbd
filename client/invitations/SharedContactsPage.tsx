import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { SharedContactRow, sharedContactSearchAnswer } from '#domain/contracts/enrollment-care.ts'
import { localDateOf } from '#domain/time.ts'
import type { z } from 'zod'
import { InvitationParts } from '#client/invitations/InvitationParts.tsx'
import { PagesCard } from '#client/layout/PagesCard.tsx'
import { usePages } from '#client/layout/use-pages.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { FilterBar, Switch } from '#client/ui/FilterBar.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import type { Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { WhoCell } from '#client/ui/WhoCell.tsx'

const PER_PAGE = 50

function columnsOf(translate: TranslateFunction, when: 'now' | 'ahead'): Column<SharedContactRow>[] {
  return [
    { key: 'who', heading: 'shared.who', cell: (row) => <WhoCell {...row} /> },
    { key: 'contact', heading: 'shared.contact', cell: (row) => <>{row.masked} {row.hasAccount ? <StateChip state="late">{translate('shared.has_account')}</StateChip> : null}</> },
    { key: 'with', heading: 'shared.with', cell: (row) => (row.other ? `${row.other.name} (${translate(`enroll.relation.${row.relation}`)})` : translate('shared.unknown')), from: 'sm' },
    { key: 'rule', heading: 'shared.rule', cell: (row) => `${row.sentence} (${row.rule})`, from: 'lg' },
    { key: 'since', heading: when === 'now' ? 'shared.since' : 'shared.from', align: 'right', cell: (row) => <DayOf at={row.arisesAt} />, from: 'md' },
    { key: 'act', heading: 'invitations.next', align: 'right', cell: (row) => <TextLink to={`/patients/${row.patientId}`} sx={{ whiteSpace: 'nowrap' }} aria-label={`${translate('shared.fix')} ${row.name}`}>{translate('shared.fix')}</TextLink>, from: 'sm' },
  ]
}

/** A sharing begins with a day, not with a minute. */
function DayOf({ at }: { at: string }) {
  const { zone, locale } = usePracticeTime()
  return dateText(localDateOf(Date.parse(at), zone), locale)
}

/** Contacts that two people read against the rule, now or from a birthday on: worked one by one, on the record. */
export default function SharedContactsPage() {
  const translate = useTranslate()
  const [when, setWhen] = useState<'now' | 'ahead'>('now')
  const pages = usePages<SharedContactRow, z.infer<typeof sharedContactSearchAnswer>>({
    resource: 'shared-contacts', path: '/shared-contacts/search', body: { when, limit: PER_PAGE }, keyOf: (row) => row.id, alsoOn: ['patients', 'enrollments'],
  })
  return (
    <InvitationParts under={translate('shared.under')}>
      <FilterBar>
        <Switch label={translate('shared.when')} value={when} options={[{ value: 'now', text: translate('shared.now') }, { value: 'ahead', text: translate('shared.ahead') }]} onChange={setWhen} />
      </FilterBar>
      <PagesCard
        pages={pages}
        title={translate('invitations.tab_shared')}
        aside={pages.data ? translate('shared.total', { smart_count: pages.data.total }) : null}
        label={translate('invitations.tab_shared')}
        perPage={PER_PAGE}
        rowKey={(row) => row.id}
        columns={columnsOf(translate, when)}
        to={(row) => `/patients/${row.patientId}`}
        empty={<EmptyState kind="all-done" title={translate(when === 'now' ? 'shared.none_now' : 'shared.none_ahead')} text={translate('shared.none_text')} />}
      />
    </InvitationParts>
  )
}
