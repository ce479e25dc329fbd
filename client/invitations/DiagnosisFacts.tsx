import { useTranslate } from 'ra-core'
import type { InvitationAnswer } from '#domain/contracts/invitations.ts'
import { Card } from '#client/ui/Card.tsx'
import { Facts, type Fact } from '#client/ui/Facts.tsx'
import { dateText } from '#client/ui/format.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { Until } from '#client/ui/Until.tsx'

/** Which address, sent when, what to look for in the mailbox, and whom the patient can call. */
export function DiagnosisFacts({ invitation: { diagnosis: { facts }, channel } }: { invitation: InvitationAnswer }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const none = translate('invitations.not_published')
  const rows: Fact[] = [
    { key: 'address', name: translate('invitations.address'), value: facts.addressMasked ?? translate('invitations.at_desk') },
    { key: 'sent', name: translate('invitations.sent'), value: <Moment at={facts.sentAt} /> },
    { key: 'ends', name: translate('invitations.ends'), value: <Until at={facts.endsAt} /> },
    ...(channel === 'email'
      ? [
          { key: 'subject', name: translate('invitations.subject'), value: facts.subject ? `“${facts.subject}”` : none },
          { key: 'sender', name: translate('invitations.sender'), value: facts.sender ?? none },
        ]
      : []),
    ...(facts.lastTriedAt ? [{ key: 'tried', name: translate('invitations.last_tried'), value: <Moment at={facts.lastTriedAt} /> }] : []),
    ...(facts.mailStatus ? [{ key: 'status', name: translate('invitations.mail_status'), value: facts.mailStatus }] : []),
    ...(facts.expectedByOn ? [{ key: 'expected', name: translate('invitations.expected'), value: dateText(facts.expectedByOn, locale) }] : []),
    ...(facts.supportContact ? [{ key: 'support', name: translate('invitations.support'), value: facts.supportContact }] : []),
  ]
  return (
    <Card title={translate('invitations.facts')}>
      <Facts facts={rows} />
    </Card>
  )
}
