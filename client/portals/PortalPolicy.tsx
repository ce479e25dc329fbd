import Box from '@mui/material/Box'
import { useParams, useTranslate } from 'ra-core'
import { useState } from 'react'
import { RuleGroupCard } from '#client/portals/RuleGroupCard.tsx'
import { ServiceState } from '#client/portals/ServiceState.tsx'
import { VersionsCard } from '#client/portals/VersionsCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import type { PortalAsOf } from '#domain/contracts/portals.ts'
import type { PortalPolicy as Policy, RuleGroup } from '#domain/portals/policy.ts'
import { isPlainDate, isoOf, localDateOf, startOfLocalDay, HOUR } from '#domain/time.ts'

/** The rules of one portal on a day, to be read: every group with its parameters, sources and findings. */
export default function PortalPolicy() {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { id = '' } = useParams()
  const [day, setDay] = useState('')
  const { data: portal, error, isPending, refetch } = useRead<PortalAsOf>('portals', { path: pathOf(id, day) })
  if (error) {
    return (
      <Page name="portals.policy">
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (isPending) return <Waiting rows={8} />
  const { policy } = portal
  return (
    <Page
      name="portals.policy"
      title={portal.name}
      chips={<ServiceState state={portal.serviceState} />}
      under={policy ? translate('portals.in_force', { number: policy.versionNumber }) : translate('portals.not_begun')}
      actions={
        <Field
          label={translate('portals.as_of')}
          type="date"
          value={day || localDateOf(Date.parse(portal.at), portal.timeZone)}
          onChange={(event) => setDay(event.target.value)}
        />
      }
    >
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { md: 'minmax(0, 1fr) 288px' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          {policy ? (
            groupsOf(policy).map(([group, rules]) => <RuleGroupCard key={group} group={group} rules={rules} />)
          ) : (
            <EmptyState
              kind="nothing-found"
              title={translate('portals.not_begun')}
              text={portal.firstEffectiveFromOn ? translate('portals.begins', { date: dateText(portal.firstEffectiveFromOn, locale) }) : undefined}
            />
          )}
        </Box>
        <VersionsCard portal={portal} />
      </Box>
    </Page>
  )
}

/** The groups of rules in the policy's own order: whatever carries notes. */
function groupsOf(policy: Policy): [RuleGroup, Policy[RuleGroup]][] {
  return Object.entries(policy).filter((entry): entry is [RuleGroup, Policy[RuleGroup]] => hasNotes(entry[1]))
}

function hasNotes(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'notes' in value
}

/** Noon of the chosen day in New York: within that day in every zone of the practice's portals. */
function pathOf(id: string, day: string): string {
  const path = `/portals/${encodeURIComponent(id)}`
  if (!isPlainDate(day)) return path
  const at = isoOf(startOfLocalDay(day, 'America/New_York') + 12 * HOUR)
  return `${path}?${new URLSearchParams({ at }).toString()}`
}
