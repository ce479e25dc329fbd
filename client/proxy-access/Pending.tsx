import { useTranslate, type TranslateFunction } from 'ra-core'
import type { WaitingLine } from '#domain/contracts/proxy-access.ts'
import { Whose } from '#client/proxy-access/Whose.tsx'
import { Worklist } from '#client/proxy-access/Worklist.tsx'
import { useMay } from '#client/layout/session.ts'
import { Moment } from '#client/ui/Moment.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import { StateChip, type State } from '#client/ui/StateChip.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { serverNow } from '#client/ui/ticking.ts'

const looks: Record<WaitingLine['waitsFor'], State> = { 'second-person': 'due', 'privacy-officer': 'blocked', proxy: 'note', review: 'held', 'review-due': 'late' }

/** Access that waits: for a second person, the privacy officer, the proxy's own confirmation, or a review. */
export function Pending() {
  const translate = useTranslate()
  const decides = useMay('two-person.approve') !== '-'
  return (
    <Worklist<WaitingLine>
      resource="proxy-requests"
      by="stateAt"
      label="access.pending"
      none="access.pending_none"
      columns={columnsWith(translate, decides)}
      to={(row) => `/patients/${row.patientId}/proxy-access`}
    />
  )
}

/** A review that has a while yet. */
const isAhead = ({ waitsFor, endsAt }: WaitingLine) => waitsFor === 'review-due' && endsAt !== null && Date.parse(endsAt) > serverNow()

function columnsWith(translate: TranslateFunction, decides: boolean): Column<WaitingLine>[] {
  return [
    { key: 'patient', heading: 'access.patient', cell: (row) => <Whose name={row.patientName} birthDate={row.birthDate} /> },
    { key: 'person', heading: 'access.proxy', cell: (row) => `${row.personName}, ${translate(`access.relationship.${row.relationship}`)}` },
    { key: 'for', heading: 'access.waits_for', cell: (row) => (
      <StateChip state={isAhead(row) ? 'due' : looks[row.waitsFor]}>{translate(`access.waiting.${isAhead(row) ? 'review-soon' : row.waitsFor}`)}</StateChip>
    ) },
    { key: 'portal', heading: 'access.portal', cell: (row) => row.portalName, from: 'lg' },
    { key: 'since', heading: 'access.since', cell: (row) => <Moment at={row.sinceAt} />, from: 'md' },
    { key: 'ends', heading: 'access.ends', cell: (row) => (row.endsAt ? <Moment at={row.endsAt} /> : '–'), from: 'md' },
    ...(decides ? [{
      key: 'act', heading: 'access.act', align: 'right' as const,
      cell: (row: WaitingLine) => (row.waitsFor === 'second-person' ? <TextLink to="/approvals">{translate('access.to_approvals')}</TextLink> : null),
    }] : []),
  ]
}
