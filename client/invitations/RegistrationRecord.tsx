import Box from '@mui/material/Box'
import { useParams, useTranslate } from 'ra-core'
import type { RegistrationAnswer } from '#domain/contracts/invitations.ts'
import { Candidates } from '#client/invitations/Candidates.tsx'
import { RegistrationActs } from '#client/invitations/RegistrationActs.tsx'
import { RegistrationState } from '#client/invitations/RegistrationState.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Facts, type Fact } from '#client/ui/Facts.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { dateText } from '#client/ui/format.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { Refusal } from '#client/ui/Refusal.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** One registration that matched no record: what was typed, who it may be, how it was verified, and only then an invitation. */
export default function RegistrationRecord() {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { id = '' } = useParams()
  const { data, error, refetch } = useRead<RegistrationAnswer>('registrations', { path: `/registrations/${encodeURIComponent(id)}` }, true, ['patients', 'invitations'])
  if (error) {
    return (
      <Page name="registrations.title" title={translate('registrations.title')}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <Waiting rows={6} />
  const facts: Fact[] = [
    { key: 'portal', name: translate('registrations.portal'), value: data.portalName },
    { key: 'got', name: translate('registrations.got'), value: <Moment at={data.receivedAt} /> },
    { key: 'email', name: translate('registrations.e_mail'), value: data.emailMasked ?? '–' },
    { key: 'phone', name: translate('registrations.phone'), value: data.phoneTail ? translate('registrations.tail', { tail: data.phoneTail }) : '–' },
  ]
  const trail = [
    data.matched ? { key: 'matched', words: translate('registrations.matched_by', { name: data.matched.by }), at: data.matched.at } : null,
    data.verified ? { key: 'verified', words: translate('registrations.verified_by', { how: translate(`registrations.verified_how.${data.verified.how}`), name: data.verified.by }), at: data.verified.at } : null,
    data.closed ? { key: 'closed', words: translate('registrations.closed_by', { because: translate(`registrations.close_reason.${data.closed.reason}`), name: data.closed.by }), at: data.closed.at } : null,
  ].filter((line) => line !== null)
  return (
    <Page
      name="registrations.title"
      title={`${data.givenName} ${data.familyName}`}
      chips={<RegistrationState state={data.state} />}
      under={`${translate('ui.born')} ${dateText(data.birthDate, locale)}`}
      actions={<RegistrationActs registration={data} />}
    >
      <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { md: 'minmax(0, 1fr) 336px' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Candidates registration={data} />
          {data.mayInvite && data.state !== 'invited' && data.state !== 'closed' ? <Card><Box sx={{ m: -2 }}><Refusal refusal={data.mayInvite} /></Box></Card> : null}
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Card title={translate('registrations.who')}><Facts facts={facts} /></Card>
          {trail.map(({ key, words, at }) => (
            <Box component="p" key={key} sx={{ typography: 'table', color: 'ink2' }}>{words}, <Moment at={at} /></Box>
          ))}
          {data.invitationId ? <TextLink to={`/invitations/${data.invitationId}`}>{translate('registrations.see_invitation')}</TextLink> : null}
        </Box>
      </Box>
    </Page>
  )
}
