import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import type { Dialog } from '#client/proxy-access/ProxyDialogs.tsx'
import { useMay } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { dateText } from '#client/ui/format.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { TextButton } from '#client/ui/TextLink.tsx'

type StandingCardProps = { facts: ProxiesAnswer; patient: PatientOverview; onOpen: (dialog: Dialog) => void }

/** What else decides beside grants: legal standing, what a minor agreed to, safety notes, and ways that must not be used. */
export function StandingCard({ facts, patient, onOpen }: StandingCardProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const mayLegal = useMay('proxy.legal-status') === '2'
  const mayConsent = useMay('proxy.minor-consent') !== '-' && facts.age < 18 && facts.grants.length > 0
  const mayWithdraw = useMay('proxy.revoke') !== '-'
  const maySet = useMay('block.set') !== '-'
  const readsBlocks = useMay('block.read') !== '-'
  const maySuppress = useMay('contact.suppress') !== '-'
  const isMinor = patient.age < 18
  return (
    <Card title={translate('access.standing')} flush>
      <Part title={translate('access.legal')} none={facts.legalStatuses.length === 0 ? translate('access.legal_none') : null} act={mayLegal ? { text: translate('access.record'), run: () => onOpen({ kind: 'legal' }) } : null}>
        {facts.legalStatuses.map((one) => (
          <Line
            key={one.id}
            text={translate(`access.legal_kind.${one.kind}`)}
            under={[
              translate(one.untilOn ? 'access.from_until' : 'access.from_on', { from: dateText(one.fromOn, locale), until: one.untilOn ? dateText(one.untilOn, locale) : '' }),
              translate(`access.legal_document.${one.document}`),
              translate('access.two_names', { one: one.recordedByName, other: one.approvedByName }),
            ].join(' · ')}
            act={mayLegal ? { text: translate('access.end_it'), run: () => onOpen({ kind: 'end-legal', status: one }) } : null}
          />
        ))}
      </Part>
      {isMinor || facts.consents.length > 0 ? (
        <Part title={translate('access.consents')} none={facts.consents.length === 0 ? translate('access.consents_none') : null} act={mayConsent ? { text: translate('access.record'), run: () => onOpen({ kind: 'consent' }) } : null}>
          {facts.consents.map((one) => (
            <Line
              key={one.id}
              text={translate('access.consent_line', { name: one.personName, line: translate(`access.service_line.${one.serviceLine}`) })}
              under={<Moment at={one.givenAt} />}
              act={mayWithdraw ? { text: translate('access.withdraw'), run: () => onOpen({ kind: 'withdraw-consent', consent: one }) } : null}
            />
          ))}
        </Part>
      ) : null}
      <Part title={translate('access.safety')} none={translate(facts.hasBlock ? 'access.has_block' : 'access.no_block')} act={maySet ? { text: translate('access.set_block'), run: () => onOpen({ kind: 'block' }) } : null}>
        {readsBlocks && facts.hasBlock ? (
          <Box sx={{ pt: 0.5 }}>
            <Button size="small" onClick={() => onOpen({ kind: 'blocks' })}>
              {translate('access.read_blocks')}
            </Button>
          </Box>
        ) : null}
      </Part>
      <Part title={translate('access.suppressed')} none={facts.suppressed.length === 0 ? translate('access.suppressed_none') : null} act={maySuppress ? { text: translate('access.suppress'), run: () => onOpen({ kind: 'suppress' }) } : null}>
        {facts.suppressed.map((one) => (
          <Line
            key={one.id}
            text={translate(`access.channel.${one.channel}`)}
            under={one.masked ?? translate('access.every_address')}
            act={maySuppress ? { text: translate('access.open_again'), run: () => onOpen({ kind: 'end-suppression', channel: one }) } : null}
          />
        ))}
      </Part>
    </Card>
  )
}

type Act = { text: string; run: () => void } | null

function Part({ title, none, act, children }: { title: string; none: string | null; act: Act; children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '190px minmax(0, 1fr) auto' }, gap: { xs: 0.5, sm: 2 }, px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
      <Box component="h3">{title}</Box>
      <Box sx={{ minWidth: 0 }}>
        {none === null ? null : <Box component="p" sx={{ color: 'ink2' }}>{none}</Box>}
        {children}
      </Box>
      <Box>
        {act ? (
          <TextButton type="button" aria-label={`${act.text} ${title}`} onClick={act.run}>
            {act.text}
          </TextButton>
        ) : null}
      </Box>
    </Box>
  )
}

function Line({ text, under, act }: { text: string; under: ReactNode; act: Act }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', '& + &': { mt: 1 } }}>
      <Box sx={{ minWidth: 0 }}>
        {text}
        <Box sx={{ typography: 'table', color: 'ink2' }}>{under}</Box>
      </Box>
      {act ? (
        <TextButton type="button" aria-label={`${act.text} ${text}`} onClick={act.run}>
          {act.text}
        </TextButton>
      ) : null}
    </Box>
  )
}
