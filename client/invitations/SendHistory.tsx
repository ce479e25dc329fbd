import { useTranslate, type TranslateFunction } from 'ra-core'
import type { InvitationAnswer } from '#domain/contracts/invitations.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'

type Send = InvitationAnswer['history'][number]

function columnsOf(translate: TranslateFunction): Column<Send>[] {
  return [
    { key: 'sent', heading: 'invitations.sent', cell: (row) => <>{row.number}. <Moment at={row.sentAt} /></> },
    { key: 'address', heading: 'invitations.address', cell: (row) => row.addressMasked ?? translate('invitations.at_desk') },
    {
      key: 'mail', heading: 'invitations.mail', cell: (row) => (row.mailState ? (
        <>
          <StateChip state={row.mailState === 'bounced' || row.mailState === 'refused' ? 'bounced' : 'none'}>{translate(`invitations.mail_state.${row.mailState}`, { _: row.mailState })}</StateChip>{' '}
          {row.bouncedAt ?? row.handedAt ? <Moment at={row.bouncedAt ?? row.handedAt ?? row.sentAt} /> : null} {row.mailStatus}
        </>
      ) : '–'),
    },
    { key: 'link', heading: 'invitations.link', cell: (row) => translate(row.linkWorks ? 'invitations.link_works' : 'invitations.link_dead'), from: 'sm' },
    { key: 'why', heading: 'invitations.because', cell: (row) => `${row.reason} (${row.sentBy})`, from: 'md' },
  ]
}

/** Every sending of an invitation with what is known of its mail; no more than the mail servers have said. */
export function SendHistory({ history }: { history: readonly Send[] }) {
  const translate = useTranslate()
  return <Rows label={translate('invitations.history')} rows={history} rowKey={(row) => String(row.number)} columns={columnsOf(translate)} />
}
