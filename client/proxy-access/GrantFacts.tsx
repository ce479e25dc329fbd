import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import { GrantDocuments } from '#client/proxy-access/GrantDocuments.tsx'
import { NextCell, SeesCell } from '#client/proxy-access/GrantCells.tsx'
import { Section } from '#client/proxy-access/Section.tsx'
import type { Dialog } from '#client/proxy-access/ProxyDialogs.tsx'
import { isOpen } from '#client/proxy-access/states.ts'
import { useMay } from '#client/layout/session.ts'
import { Facts, type Fact } from '#client/ui/Facts.tsx'
import { dateText } from '#client/ui/format.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'

type GrantFactsProps = { grant: GrantLine; onOpen: (dialog: Dialog) => void; onClose: () => void }

/** One person's access: what it rests on, until when, everything that was done with it, and what can be done now. */
export function GrantFacts({ grant, onOpen, onClose }: GrantFactsProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const mayResend = useMay('invitation.resend') !== '-'
  const mayRevoke = useMay('proxy.revoke') !== '-'
  const mayReview = useMay('proxy.review') !== '-'
  const mayDecide = useMay('block.decide') !== '-'
  const open = isOpen(grant)
  const day = (date: string | null) => (date ? dateText(date, locale) : '–')
  const facts: Fact[] = [
    { key: 'now', name: translate('access.sees_now'), value: <SeesCell grant={grant} /> },
    { key: 'next', name: translate('access.next'), value: <NextCell grant={grant} /> },
    { key: 'portal', name: translate('access.portal'), value: `${grant.portalName} · ${grant.levelName}` },
    ...(grant.areas ? [{ key: 'areas', name: translate('access.areas'), value: areasText(grant.areas) }] : []),
    { key: 'basis', name: translate('access.basis_label'), value: translate(`access.basis.${grant.basis}`) },
    { key: 'checked', name: translate('access.checked_by'), value: <>{`${grant.verifiedByName}, ${translate(`access.verified.${grant.verifiedHow}`)}, `}<Moment at={grant.verifiedAt} /></> },
    { key: 'dates', name: translate('access.dates'), value: translate('access.dates_line', { start: day(grant.startOn), end: day(grant.endOn), review: day(grant.reviewOn) }) },
    ...(grant.invitedAt ? [{ key: 'invited', name: translate('access.invited'), value: <><Moment at={grant.invitedAt} />{grant.invitationEndsAt ? <> · {translate('access.ends')} <Moment at={grant.invitationEndsAt} /></> : null}</> }] : []),
  ]
  return (
    <Panel title={`${grant.personName}, ${translate(`access.relationship.${grant.relationship}`)}`} width={680} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Facts facts={facts} />
        <Section title={translate('access.documents')}>
          <GrantDocuments documents={grant.documents} />
        </Section>
        <Section title={translate('access.history')}>
          <Box component="ol" sx={{ display: 'grid', gap: 0.5 }}>
            {grant.history.map((one) => (
              <Box component="li" key={`${one.at} ${one.state} ${one.cause}`} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
                <Box component="span" sx={{ color: 'ink2', minWidth: 120 }}>
                  <Moment at={one.at} />
                </Box>
                <span>{translate(`access.state.${one.state}`)}</span>
                <Box component="span" sx={{ color: 'ink2' }}>
                  {[translate(`access.cause.${one.cause}`), one.byName].filter(Boolean).join(' · ')}
                </Box>
              </Box>
            ))}
          </Box>
        </Section>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {grant.state === 'held' && mayDecide ? <Button variant="contained" onClick={() => onOpen({ kind: 'decide', grant })}>{translate('access.decide')}</Button> : null}
          {mayReview && (grant.state === 'active' || grant.state === 'suspended') ? <Button variant="contained" onClick={() => onOpen({ kind: 'review', grant })}>{translate('access.review')}</Button> : null}
          {mayResend && grant.state === 'pending' ? <Button variant="contained" onClick={() => onOpen({ kind: 'resend', grant })}>{translate('access.resend')}</Button> : null}
          {mayRevoke && grant.state === 'active' ? <Button onClick={() => onOpen({ kind: 'suspend', grant })}>{translate('access.suspend_dots')}</Button> : null}
          {mayRevoke && open ? <Button sx={{ color: 'late', borderColor: 'late' }} onClick={() => onOpen({ kind: 'revoke', grant })}>{translate('access.revoke_dots')}</Button> : null}
        </Box>
      </Box>
    </Panel>
  )

  function areasText(areas: NonNullable<GrantLine['areas']>): string {
    return Object.entries(areas).map(([area, level]) => `${translate(`access.area.${area}`)}: ${translate(`access.area_level.${level}`)}`).join(', ')
  }
}
